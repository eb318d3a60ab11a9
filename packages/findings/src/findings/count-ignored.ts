import { defineFinding } from '../finding.ts'

export const countIgnored = defineFinding({
  id: 'count-ignored',
  kind: 'fault',
  title: 'count is ignored',
  detail: 'A page holds more resources than count asked for.',
  why: 'A client that asks for little gets everything, and page by page the same people again.',
  hurts: ['rfc'],
  damage: 'cosmetic',
  fix: 'Return at most count resources.',
  clause: 'RFC 7644 §3.4.2.4',
  sources: ['wso2/product-is#13752'],
  signs: ['list/count-kept'],
  consequences: ['list/start-index-kept', 'list/total-stays'],
})
