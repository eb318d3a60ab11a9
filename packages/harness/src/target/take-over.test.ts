import { expect, test } from 'vitest'
import { takeOverReason } from './take-over.ts'

const DATE = 'Sun, 29 Nov 2026 10:00:10 GMT'

interface Case {
  readonly id?: string
  readonly status?: number
  readonly created?: string
  readonly userName?: string
  readonly date?: string | undefined
  readonly isWhole?: boolean
}

function reason({
  id = 'new',
  status = 201,
  created,
  userName = 'own-ana',
  date,
  isWhole = true,
}: Case): string | undefined {
  const resource = { id, userName, ...(created === undefined ? {} : { meta: { created } }) }
  const headers: [string, string][] = date === undefined ? [] : [['Date', date]]
  const request = { method: 'POST' as const, url: 'https://x/Users', headers: [] }
  const response = { status, headers, body: JSON.stringify(resource) }
  const answer = {
    ref: { kind: 'Users' as const, id },
    exchange: { request, startedAt: 0, durationMs: 0, response },
    resource,
    answeredAt: Date.parse('2026-11-29T10:00:00Z'),
    tookMs: 500,
  }
  return takeOverReason(answer, {
    inventory: { has: (ref) => ref.id === 'old', isComplete: () => isWhole, ids: () => [], count: () => 0 },
    isOfAnotherRun: (ref) => ref.id === 'neighbour',
    ownsValue: (value) => value.startsWith('own-'),
  })
}

test.each<[string, Case, RegExp | undefined]>([
  ['a new id with 201', {}, undefined],
  ['an id of the inventory', { id: 'old' }, /was there before the run/],
  ['an id of the inventory, created now', { id: 'old', created: '2026-11-29T10:00:10Z', date: DATE }, /was there/],
  ['an id that another scenario has made', { id: 'neighbour' }, /another scenario/],
  ['created a second before the Date', { created: '2026-11-29T10:00:09Z', date: DATE }, undefined],
  ['created five seconds before the Date', { created: '2026-11-29T10:00:05Z', date: DATE }, /lies before the request/],
  ['created years ago, no Date', { created: '2019-01-01T00:00:00Z' }, /lies before the request/],
  ['created minutes ago by another clock, no Date', { created: '2026-11-29T09:55:00Z' }, undefined],
  ['200 and created now', { status: 200, created: '2026-11-29T10:00:10Z', date: DATE }, undefined],
  ['200 and no created', { status: 200 }, /200 and shows no meta.created/],
  ['200 and a created that cannot be read', { status: 200, created: 'today' }, /200 and shows no/],
  ['a day without a time: today', { created: '2026-11-29', date: DATE }, undefined],
  ['200 and a day without a time', { status: 200, created: '2026-11-29', date: DATE }, /shows no meta/],
  ['a day without a time: yesterday somewhere', { created: '2026-11-28', date: DATE }, undefined],
  ['a day without a time, long ago', { created: '2026-11-20', date: DATE }, /lies before/],
  ['200 and created in eight hours', { status: 200, created: '2026-11-29T18:00:10Z', date: DATE }, /shows no meta/],
  ['201 and created in eight hours', { created: '2026-11-29T18:00:10Z', date: DATE }, undefined],
  [
    'another name, created in eight hours',
    { created: '2026-11-29T18:00:10Z', date: DATE, userName: 'ruth', isWhole: false },
    /another name/,
  ],
  ['another name, and the inventory is whole', { userName: 'ruth' }, undefined],
  ['another name, and the inventory is not', { userName: 'ruth', isWhole: false }, /another name/],
  ['the own name, and the inventory is not whole', { isWhole: false }, undefined],
])('%s', (_, given, expected) => {
  const found = reason(given)
  if (expected === undefined) expect(found).toBeUndefined()
  else expect(found).toMatch(expected)
})
