import { defineFinding } from '../finding.ts'

export const timeNotIso = defineFinding({
  id: 'time-not-iso',
  kind: 'fault',
  title: 'Times are not written as SCIM has them',
  detail: 'meta.created or meta.lastModified is not a date and time such as 2026-01-05T08:00:00Z.',
  why: 'A client with a typed model cannot read the resource; others take it for one without a time.',
  hurts: ['rfc'],
  damage: 'cosmetic',
  fix: 'Write both as an xsd:dateTime: date, T, time with seconds, and Z or an offset with a colon (+08:00).',
  clause: 'RFC 7643 §2.3.5',
  sources: ['RFC 7643 §2.3.5', 'RFC 7643 §3.1'],
  signs: ['create/times-right'],
})
