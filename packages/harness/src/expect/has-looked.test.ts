import { expect, test } from 'vitest'
import { ViewExpectation } from '../scenario/scenario-grammar.ts'
import { type HeldExpectation, noticedChanges } from './has-looked.ts'

const USERS = [
  {
    key: 'ana@c.test',
    value: { id: '1', userName: 'ana@c.test', displayName: 'Ana', title: 'Engineer', active: true },
  },
  { key: 'bo@c.test', value: { id: '2', userName: 'bo@c.test', displayName: 'Bo', active: false } },
]
const GROUPS = [{ key: 'Sales', value: { id: '3', displayName: 'Sales', members: ['ana@c.test', 'bo@c.test'] } }]

const held = (written: object): HeldExpectation => {
  const expectation = ViewExpectation.parse(written)
  return { expectation, items: expectation.view === 'directory.users' ? USERS : GROUPS }
}

test.each([
  ['nothing', { view: 'directory.users', count: { min: 0 } }, []],
  ['how many people there are', { view: 'directory.users', count: 2 }, ['person missing']],
  ['who is there', { view: 'directory.users', exactly: ['ana@c.test', 'bo@c.test'] }, ['person missing']],
  [
    'a title and who is active',
    { view: 'directory.users', include: { 'ana@c.test': { active: true, title: 'Engineer' } } },
    ['attribute altered', 'active turned', 'person missing'],
  ],
  ['who is gone', { view: 'directory.users', gone: ['bo@c.test'] }, ['active turned']],
  [
    'the members',
    { view: 'directory.groups', exactly: { Sales: { members: ['ana@c.test', 'bo@c.test'] } } },
    ['member missing', 'member too many'],
  ],
  ['that the group is there', { view: 'directory.groups', exactly: ['Sales'] }, []],
  [
    'that somebody is a member',
    { view: 'directory.groups', include: { Sales: { members: { $contains: 'ana@c.test' } } } },
    ['member missing'],
  ],
] as const)('an expectation of %s notices what it should', (_, written, noticed) => {
  expect(noticedChanges([held(written)])).toEqual(noticed)
})

test('an expectation that does not hold has noticed nothing', () => {
  expect(noticedChanges([held({ view: 'directory.users', count: 7 })])).toEqual([])
})

test('of several expectations one is enough', () => {
  const readings = [
    held({ view: 'directory.users', count: 2 }),
    held({ view: 'directory.groups', include: { Sales: { members: { $size: 2 } } } }),
  ]
  expect(noticedChanges(readings)).toEqual(['person missing', 'member missing', 'member too many'])
})
