import { isRefusal } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const integerIds = defineFinding({
  id: 'integer-ids',
  kind: 'fault',
  title: 'Ids are numbers',
  detail: 'Resources carry "id" as a JSON number.',
  why: 'Clients that expect a string cannot read the answer, or send the id back in another form; JumpCloud refuses to activate.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'stops',
  fix: 'Write the id as a JSON string: "id": "7".',
  clause: 'RFC 7643 §3.1',
  sources: ['JumpCloud: Troubleshoot custom SCIM integrations', 'RFC 7643 §3.1'],
  signs: ['create/id-is-text'],
  consequences: ['create/types-right'],
  explains: isRefusal,
})
