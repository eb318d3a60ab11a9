import { defineFinding } from '../finding.ts'

export const concurrentDuplicates = defineFinding({
  id: 'concurrent-duplicates',
  kind: 'fault',
  title: 'Two creates at the same moment make one person twice',
  detail: 'Of two creates of one userName at the same moment both are answered 201, and two accounts have the name.',
  why: 'A request is repeated when its answer is lost, and services work in parallel. A person with two accounts leaves with one of them.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'rfc'],
  when: 'for people who are created twice at the same moment',
  damage: 'others',
  fix: 'Let a unique index of the database decide, and answer 409 where it refuses.',
  clause: 'RFC 7643 §4.1.1, RFC 7644 §3.3',
  sources: ['wso2/product-is#26148', 'gravitee-io/gravitee-access-management#8290'],
  signs: ['created-twice/one-created'],
})
