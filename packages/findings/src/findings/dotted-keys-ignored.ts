import { inSamePatch } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const dottedKeysIgnored = defineFinding({
  id: 'dotted-keys-ignored',
  kind: 'fault',
  title: 'Dotted keys in an object are not understood',
  detail: 'A PATCH without a path whose object has the key "name.givenName" is refused or not done.',
  why: 'With the suffix on its URL Entra ID writes sub-attributes so.',
  hurts: ['entra'],
  damage: 'attribute',
  fix: 'Read a key of the value as a path.',
  sources: ['scim-patch#132', 'SimpleIdServer#494'],
  signs: ['writes/dotted-keys'],
  explains: (difference) =>
    difference.sender === 'entra' &&
    difference.kind === 'user' &&
    (/name/i.test(difference.attribute) || inSamePatch(difference)),
})
