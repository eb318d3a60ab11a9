import { defineFinding } from '../finding.ts'

export const staleEtagAccepted = defineFinding({
  id: 'stale-etag-accepted',
  kind: 'fault',
  title: 'Entity tags are offered and not kept',
  detail: 'A write with the entity tag of an earlier version is carried out.',
  why: 'A client that relies on them overwrites what another one wrote.',
  hurts: ['rfc'],
  damage: 'attribute',
  fix: 'Compare If-Match with the version and answer 412, or say "etag": { "supported": false }.',
  clause: 'RFC 7644 §3.14',
  sources: ['RFC 7644 §3.14'],
  signs: ['discovery/etag-kept'],
})
