import { inSamePatch } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const urnKeysIgnored = defineFinding({
  id: 'urn-keys-ignored',
  kind: 'fault',
  title: 'Keys with a whole URN are not understood',
  detail: 'A PATCH without a path whose object has the key urn:…:User:department is refused or not done.',
  why: 'With the suffix on its URL Entra ID writes attributes of the enterprise extension so.',
  hurts: ['entra'],
  damage: 'attribute',
  fix: 'Read a key of the value as a path, the schema URN included.',
  sources: ['snipe-it#19115'],
  signs: ['writes/urn-keys'],
  explains: (difference) =>
    difference.sender === 'entra' &&
    difference.kind === 'user' &&
    (/urn:/.test(difference.attribute) || difference.attribute === 'manager' || inSamePatch(difference)),
})
