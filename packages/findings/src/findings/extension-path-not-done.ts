import { inSamePatch } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const extensionPathNotDone = defineFinding({
  id: 'extension-path-not-done',
  kind: 'fault',
  title: 'Paths into the enterprise extension are not understood',
  detail: 'A PATCH with the path urn:…:User:department is refused, ignored or done elsewhere.',
  why: 'Entra ID writes department, employee number and manager by such paths.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  damage: 'attribute',
  fix: 'Split the path at the schema URN, which holds dots and colons itself, and change the attribute within the extension.',
  clause: 'RFC 7644 §3.10',
  sources: ['mlflow-oidc#323', 'AzureAD/SCIMReferenceCode#20'],
  signs: ['writes/extension-path'],
  consequences: [
    'manager/text-accepted',
    'manager/right-person',
    'manager/changed',
    'manager/removed',
    'manager/remove-accepted',
  ],
  explains: (difference) =>
    (difference.sender === 'entra' || difference.sender === 'entraLegacy' || difference.sender === 'onDemand') &&
    difference.kind === 'user' &&
    (/urn:/.test(difference.attribute) || difference.attribute === 'manager' || inSamePatch(difference)),
})
