import { defineFinding } from '../finding.ts'

export const clientChoosesId = defineFinding({
  id: 'client-chooses-id',
  kind: 'fault',
  title: 'A client’s id becomes the resource’s id',
  detail: 'A POST whose body holds an id gives the resource that id.',
  why: 'Ids are the service provider’s. A client that writes the id of another resource can take it over or shadow it.',
  hurts: ['rfc'],
  damage: 'others',
  fix: 'Make the id yourself and ignore the one in the body.',
  clause: 'RFC 7643 §3.1',
  sources: ['RFC 7643 §3.1'],
  signs: ['create/own-id'],
})
