import { defineFinding } from '../finding.ts'

export const bulkNotDone = defineFinding({
  id: 'bulk-not-done',
  kind: 'fault',
  title: 'Bulk is offered and not there',
  detail: 'A bulk request with one create is not answered with 201 for it.',
  why: 'Clients that rely on it write nothing.',
  hurts: ['rfc'],
  damage: 'stops',
  fix: 'Carry out bulk requests, or say "bulk": { "supported": false }.',
  clause: 'RFC 7644 §3.7',
  sources: ['RFC 7644 §3.7'],
  signs: ['discovery/bulk-kept'],
})
