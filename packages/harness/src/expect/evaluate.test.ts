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
  ['distinct values', { distinct: ['status'] }],
  ['distinct values of whom has none', { distinct: ['nickName', 'active'] }],
  ['nothing where nothing is', { where: { status: 'Gone' }, exactly: [] }],
])('%s holds', (_, written) => {
  expect(asked(written)).toEqual([])
})

test('distinct names all who share a value', () => {
  expect(asked({ distinct: ['status', 'title'] })).toEqual(['ana@c.test: has the same title, "Engineer", as bo@c.test'])
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

const CROWD = Array.from({ length: 250 }, (_, at) => ({
  key: `p${at}@c.test`,
  value: { status: 'Active', title: 'Clerk' },
}))
const ODD = { key: 'mallory@c.test', value: { status: 'Inactive', title: 'Intruder' } }

test.each([
  ['count', { count: 250 }],
  ['count within bounds', { count: { max: 249 } }],
  ['exactly', { exactly: CROWD.map(({ key }) => key) }],
  ['sequence', { sequence: CROWD.map(({ value }) => value) }],
  ['each', { each: { status: 'Active' } }],
  ['absent', { absent: [ODD.key] }],
])('%s names who is not expected, wherever among how many', (_, written) => {
  for (const at of [0, 120, 250]) {
    const shown = [...CROWD.slice(0, at), ODD, ...CROWD.slice(at)]
    const failures = evaluateExpectation(ViewExpectation.parse({ view: 'v', ...written }), shown)
    expect(failures.map(({ item, message }) => `${item} ${message}`).join('\n')).toContain(ODD.key)
  }
})

test('exactly names each of many who are not expected, and each of many who are missing', () => {
  const wanted = { exactly: CROWD.slice(0, 125).map(({ key }) => key) }
  const others = Array.from({ length: 130 }, (_, at) => ({ key: `q${at}@d.test`, value: {} }))
  const failures = evaluateExpectation(ViewExpectation.parse({ view: 'v', ...wanted }), others)
  const named = new Set(failures.map(({ item }) => item))
  for (const key of [...wanted.exactly, ...others.map((one) => one.key)]) expect(named.has(key), key).toBe(true)
})
