import { expect, test } from 'vitest'
import { type Grouping, rowsOf } from './groups.ts'
import type { Happening } from './happenings.ts'
import { sampleHappening, sampleHead } from './sample-head.ts'

const anna = { id: 's1', name: 'Anna Berg' }
const bob = { id: 's2', name: 'bob@contoso.example' }
const created = {
  source: 'own' as const,
  object: 'member',
  objectId: 'm2',
  name: 'bob',
  action: 'created',
  reason: null,
  attributes: [],
}
const heads = [
  sampleHead({ seq: 1, purpose: 'probe', objectId: null, name: null, subject: null }),
  sampleHead({ seq: 2, purpose: 'match', objectId: null, name: null, subject: bob, filter: 'userName eq "bob"' }),
  sampleHead({ seq: 3, subject: anna, status: 404 }),
  sampleHead({ seq: 4, purpose: 'create', objectId: 'm2', name: 'Bob Lind', subject: bob, effects: [created] }),
  sampleHead({ seq: 5, subject: anna, run: 2 }),
  sampleHead({ seq: 6, name: 'Sales', subject: { id: 'g1', name: 'Sales' }, object: 'group', run: 2, status: 500 }),
  sampleHead({ seq: 7, sender: 'jumpcloud', activity: 'test', step: 'T1', run: 3, subject: null }),
]

function shown(
  grouping: Grouping,
  closed: ReadonlySet<string> = new Set(),
  happenings: readonly Happening[] = [],
): readonly string[] {
  return rowsOf(heads, grouping, { toggled: closed, looked: [] }, happenings).map((row) => {
    if (row.kind === 'exchange') return `#${row.head.seq}`
    if (row.kind === 'happening') return row.happening.kind
    return [row.title, row.count, row.outcome, ...row.actions].join(' ') + (row.isOpen ? '' : ' (closed)')
  })
}

test('by person: who is looked up and then created is one group, in another cycle another', () => {
  expect(shown('person')).toEqual([
    'Is the endpoint there? 1 good',
    '#1',
    'Bob Lind 2 good created',
    '#2',
    '#4',
    'Anna Berg 1 watch',
    '#3',
    'Anna Berg 1 good',
    '#5',
    'Group Sales 1 bad',
    '#6',
    'Connection test 1 good',
    '#7',
  ])
})

test('by activity, and closed', () => {
  expect(shown('activity', new Set(['entra 1']))).toEqual([
    'Entra ID: Cycle 1 4 watch created (closed)',
    'Entra ID: Cycle 2 2 bad',
    'Anna Berg 1 good',
    '#5',
    'Group Sales 1 bad',
    '#6',
    'JumpCloud: Connection test 3 1 good',
    '#7',
  ])
})

test('not at all', () => {
  expect(shown('none')).toEqual(heads.map(({ seq }) => `#${seq}`))
})

test('what is no exchange stands in order: between two groups, never within one', () => {
  const between = [0.5, 2.5, 4.5, 7.5].map((seq, at) =>
    sampleHappening({ seq, kind: (['clock', 'fault', 'ended', 'act'] as const)[at] ?? 'act' }),
  )
  expect(shown('none', new Set(), between)).toEqual([
    ...['clock', '#1', '#2', 'fault', '#3', '#4', 'ended', '#5', '#6', '#7', 'act'],
  ])
  expect(shown('activity', new Set(['entra 1', 'entra 2', 'jumpcloud 3']), between)).toEqual([
    'clock',
    'Entra ID: Cycle 1 4 watch created (closed)',
    'fault',
    'ended',
    'Entra ID: Cycle 2 2 bad (closed)',
    'JumpCloud: Connection test 3 1 good (closed)',
    'act',
  ])
})

test('of very many only those are open in which somebody looks at one, and those that somebody has opened', () => {
  const many = Array.from({ length: 1_001 }, (_, at) =>
    sampleHead({ seq: at + 1, subject: at < 1_000 ? anna : bob, run: at < 999 ? 1 : 2 }),
  )
  const open = (toggled: readonly string[], looked: number) =>
    rowsOf(many, 'person', { toggled: new Set(toggled), looked: [looked] }).flatMap((row) =>
      row.kind === 'group' ? [`${row.count} ${row.isOpen}`] : [],
    )
  expect(open([], 1_001)).toEqual(['999 false', '1 false', '1 true'])
  expect(open(['entra 1 s1'], 1_000)).toEqual(['999 true', '1 true', '1 false'])
})

test('a head has the worst answer and the marks of its exchanges', () => {
  const [head] = rowsOf(
    [sampleHead({ status: 409, marks: ['no-path'] }), sampleHead({ seq: 2, status: 500 }), sampleHead({ seq: 3 })],
    'person',
    { toggled: new Set(), looked: [] },
  )
  expect(head).toMatchObject({ outcome: 'bad', status: 500, marks: ['no-path'], count: 3 })
})
