import { expect, test } from 'vitest'
import { ViewExpectation } from '../scenario/scenario-grammar.ts'
import { evaluateExpectation } from './evaluate.ts'

const PEOPLE = [
  { key: 'ana@c.test', value: { status: 'Active', title: 'Engineer' } },
  { key: 'bo@c.test', value: { status: 'Inactive', title: 'Engineer', active: false } },
]

const asked = (written: object): string[] =>
  evaluateExpectation(ViewExpectation.parse({ view: 'v', ...written }), PEOPLE).map(
    ({ item, message }) => `${item}: ${message}`,
  )

test.each([
  ['the right count', { count: 2 }],
  ['a count within bounds', { count: { min: 1, max: 2 } }],
  ['a count after where', { where: { status: 'Active' }, count: 1 }],
  ['an item that is included', { include: { 'ana@c.test': { status: 'Active' } } }],
  ['exactly these', { exactly: { 'ana@c.test': {}, 'bo@c.test': { status: 'Inactive' } } }],
  ['exactly these keys', { exactly: ['bo@c.test', 'ana@c.test'] }],
  ['somebody who is absent', { absent: ['cy@c.test'] }],
  ['somebody who is gone, deleted or inactive', { gone: ['bo@c.test', 'cy@c.test'] }],
  ['each', { each: { title: 'Engineer' } }],
  ['a sequence', { sequence: [{ status: 'Active' }, { status: 'Inactive' }] }],
  ['nothing where nothing is', { where: { status: 'Gone' }, exactly: [] }],
])('%s holds', (_, written) => {
  expect(asked(written)).toEqual([])
})

test.each([
  [{ count: 3 }, ': 3 expected, 2 found: ana@c.test, bo@c.test'],
  [{ count: { min: 3 } }, ': at least 3 expected, 2 found: ana@c.test, bo@c.test'],
  [{ include: { 'anna@c.test': {} } }, 'anna@c.test: does not exist (nearest: ana@c.test, bo@c.test)'],
  [{ include: { 'ana@c.test': { status: 'Inactive' } } }, 'ana@c.test: is not as expected'],
  [
    { where: { status: 'Inactive' }, include: { 'ana@c.test': {} } },
    'ana@c.test: exists, but is not among those that "where" selects',
  ],
  [{ exactly: ['ana@c.test'] }, 'bo@c.test: exists, and is not expected'],
  [{ absent: ['bo@c.test'] }, 'bo@c.test: exists, although it is expected to be absent'],
  [{ gone: ['ana@c.test'] }, 'ana@c.test: is there and active, although it is expected to be gone'],
  [{ each: { status: 'Active' } }, 'bo@c.test: is not as expected'],
  [{ where: { status: 'Gone' }, each: {} }, ': there is no item, so nothing can be said of each'],
  [{ sequence: [{ status: 'Active' }] }, ': 1 in sequence expected, 2 found: ana@c.test, bo@c.test'],
])('%j fails with its reason', (written, message) => {
  expect(asked(written)).toEqual([message])
})

test('among five hundred, the one who is unexpected is named', () => {
  const keys = Array.from({ length: 500 }, (_, index) => `p${index}@c.test`)
  const items = [...keys, 'odd@c.test'].map((key) => ({ key, value: { active: key !== 'odd@c.test' } }))
  const failed = (written: object, before = items): string[] =>
    evaluateExpectation(ViewExpectation.parse({ view: 'v', ...written }), items, before).map(({ item }) => item)
  expect(failed({ exactly: keys })).toEqual(['odd@c.test'])
  expect(failed({ each: { active: true } })).toEqual(['odd@c.test'])
  expect(failed({ absent: ['odd@c.test'] })).toEqual(['odd@c.test'])
  expect(failed({ 'same-as': 'before' }, items.slice(0, -1))).toEqual(['odd@c.test'])
})
