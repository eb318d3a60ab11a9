import { expect, test } from 'vitest'
import { headsOfReport, headsOfTest, testLines } from './test-lines.ts'

type Head = Parameters<typeof headsOfTest>[0][number]

function head(seq: number, more: Partial<Head> = {}): Head {
  const known: Partial<Head> = { seq, sender: 'jumpcloud', activity: 'test', run: 1, method: 'GET', path: '/Users' }
  return { ...known, status: 200, step: `T${seq}`, effects: [], ...more } as Head
}

const REPORT = {
  passed: true,
  at: '2026-01-05T09:00:00Z',
  testUserEmail: 't@contoso.example',
  withGroups: false,
  toast: 'Connection test was successful',
  steps: [{ step: 'T1', does: 'look the test user up', request: 'GET /Users', seq: 1, status: 200, passed: true }],
  warnings: [],
  leftBehind: [],
}

test('only the requests of this test count, and of two tests those of the later', () => {
  const heads = [head(1), head(2, { activity: 'push' }), head(3, { sender: 'entra' }), head(4), head(5, { run: 2 })]
  expect(headsOfTest(heads, 0).map(({ seq }) => seq)).toEqual([5])
  expect(headsOfTest(heads.slice(0, 4), 0).map(({ seq }) => seq)).toEqual([1, 4])
  expect(headsOfTest(heads, 9)).toEqual([])
})

test('a request is shown as it happens, and what the report says of it comes later', () => {
  const effect = {
    source: 'own' as const,
    object: 'member',
    objectId: '1',
    name: 'Anna',
    action: 'deactivated',
    reason: null,
    attributes: [],
  }
  const heads = [head(1, { effects: [effect] })]
  expect(testLines(heads, undefined)).toMatchObject([{ seq: 1, step: 'T1', passed: undefined, does: undefined }])
  expect(testLines(heads, REPORT)).toMatchObject([
    { seq: 1, passed: true, does: 'look the test user up', effects: ['Anna: deactivated'] },
  ])
})

test('of a test of earlier there is its report, which names its exchanges', () => {
  const effect = {
    source: 'own' as const,
    object: 'member',
    objectId: '1',
    name: 'Anna',
    action: 'deactivated',
    reason: null,
    attributes: [],
  }
  const named = headsOfReport([head(1, { effects: [effect] }), head(2)], REPORT)
  expect(named.map(({ seq }) => seq)).toEqual([1])
  expect(testLines(named, REPORT)).toMatchObject([{ seq: 1, effects: ['Anna: deactivated'] }])
  expect(testLines([], REPORT)).toMatchObject([{ seq: 1, step: 'T1', request: 'GET /Users', passed: true }])
  expect(testLines([], undefined)).toEqual([])
  const sent = 'GET https://app.example/scim/Users?filter=userName+eq+%22t%22'
  const steps = REPORT.steps.map((step) => ({ ...step, request: sent }))
  const [line] = testLines([], { ...REPORT, steps }, 'https://app.example/scim')
  expect(line?.request).toBe('GET /Users?filter=userName eq "t"')
})
