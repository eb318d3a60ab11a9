import { defineFinding } from '../finding.ts'

export const startIndexZero = defineFinding({
  id: 'start-index-zero',
  kind: 'fault',
  title: 'startIndex 0 is not taken for 1',
  detail: 'A page from startIndex=0 begins elsewhere than one from 1.',
  why: 'Clients that count from 0 skip or repeat a user.',
  hurts: ['rfc'],
  damage: 'cosmetic',
  fix: 'Take a startIndex below 1 for 1.',
  clause: 'RFC 7644 §3.4.2.4',
  sources: ['awslabs/ssosync#1'],
  signs: ['list/from-zero'],
})
