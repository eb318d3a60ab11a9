import { isRefusal } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const createdNotReadable = defineFinding({
  id: 'created-not-readable',
  kind: 'fault',
  title: 'A created person cannot be read',
  detail: 'GET of the id that a POST has just given is not answered with the person.',
  why: 'Entra ID reads a person by id before each update, and takes one who is not there for lost.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'stops',
  fix: 'Answer GET /Users/{id} for every id that a POST has given.',
  clause: 'RFC 7644 §3.4.1',
  sources: ['RFC 7644 §3.4.1'],
  signs: ['create/readable'],
  consequences: [
    'active/disable-done',
    'active/stays-readable',
    'writes/something',
    'writes/simple-path',
    'writes/every-attribute',
  ],
  explains: isRefusal,
})
