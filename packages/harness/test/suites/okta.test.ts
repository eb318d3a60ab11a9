// Okta's published specification test: all of its assertions, and what turns them red.
import type { DeviationName } from '@scimulator/receiver'
import { expect, test } from 'vitest'
import { answering } from './changed-answers.ts'
import { askReceiver, rowsOf } from './suite-subject.ts'

test('all 52 assertions are decided at our own receiver, and hold', async () => {
  const { suites } = await askReceiver(['okta'])
  expect(suites[0]?.rows.length).toBe(52)
  expect(suites[0]?.counts).toEqual({ pass: 52, fail: 0, warning: 0, notApplicable: 0, notDecided: 0 })
})

/** What a receiver does wrong, and rows that are about it. */
const RED: [DeviationName, ...string[]][] = [
  ['no-soft-delete', 'okta-first-person/active', 'okta-one-person/active', 'okta-create/active'],
  ['active-as-text', 'okta-create/active'],
  ['conflict-answers-500', 'okta-made-twice/status-409'],
  ['duplicates-created', 'okta-made-twice/status-409'],
  ['create-takes-over', 'okta-made-twice/status-409'],
  ['filter-answers-404', 'okta-nobody/status-200', 'okta-nobody/none', 'okta-not-yet-there/status-200'],
  ['error-without-body', 'okta-unknown-id/detail', 'okta-wrong-token/detail', 'okta-missing-person/status'],
  ['active-not-shown', 'okta-first-person/active', 'okta-one-person/active', 'okta-create/active'],
  ['wrong-token-not-401', 'okta-wrong-token/status-401'],
  ['token-not-checked', 'okta-wrong-token/status-401', 'okta-wrong-token/schema-error'],
  ['create-answers-200', 'okta-create/status-201'],
  ['conflict-not-409', 'okta-made-twice/status-409'],
  ['schemas-missing', 'okta-create/schema-user'],
  ['unknown-id-not-404', 'okta-unknown-id/status-404', 'okta-missing-person/status'],
  ['plain-json-refused', 'okta-create/status-201', 'okta-create/user-name'],
  ['external-id-required', 'okta-create/status-201', 'okta-create/id'],
]

test('at least 15 deviations turn a row red', () => {
  expect(RED.length).toBeGreaterThanOrEqual(15)
})

test.each<[DeviationName, ...string[]]>(RED)('%s turns %s red', async (deviation, ...rows) => {
  const { suites } = await askReceiver(['okta'], { deviations: [deviation] })
  expect(rowsOf(suites[0], 'fail')).toEqual(expect.arrayContaining(rows))
})

const without = (name: string) =>
  answering(({ body, ...rest }) => ({
    ...rest,
    body: body.replaceAll(new RegExp(`"${name}":("[^"]*"|\\d+|true),?`, 'g'), ''),
  }))

test.each<[string, ...string[]]>([
  ['itemsPerPage', 'okta-first-person/itemsPerPage'],
  ['startIndex', 'okta-first-person/startIndex'],
  ['totalResults', 'okta-first-person/totalResults', 'okta-nobody/none'],
  ['familyName', 'okta-first-person/family-name', 'okta-one-person/family-name', 'okta-create/family-name'],
  ['givenName', 'okta-first-person/given-name', 'okta-read-again/given-name'],
  ['active', 'okta-first-person/active', 'okta-one-person/active', 'okta-create/active'],
  ['value', 'okta-first-person/email', 'okta-one-person/email'],
  ['detail', 'okta-unknown-id/detail', 'okta-wrong-token/detail'],
  ['status', 'okta-wrong-token/status', 'okta-missing-person/status'],
])('answers without %s turn %s red', async (name, ...rows) => {
  const { suites } = await askReceiver(['okta'], { changed: without(name) })
  expect(rowsOf(suites[0], 'fail')).toEqual(expect.arrayContaining(rows))
})

test('a userName in another case is not the one that was sent', async () => {
  const capitals = answering(({ body, ...rest }) => ({
    ...rest,
    body: body.replace(/"userName":"[^"]*"/g, (text) => text.toUpperCase().replace('USERNAME', 'userName')),
  }))
  const { suites } = await askReceiver(['okta'], { changed: capitals })
  expect(rowsOf(suites[0], 'fail').sort()).toEqual(['okta-create/user-name', 'okta-read-again/user-name'])
})

test('a userName in small letters is not the one that was sent', async () => {
  const small = answering(({ body, ...rest }) => ({
    ...rest,
    body: body.replace(/"userName":"[^"]*"/g, (text) => text.toLowerCase().replace('username', 'userName')),
  }))
  const { suites } = await askReceiver(['okta'], { changed: small })
  expect(rowsOf(suites[0], 'fail').sort()).toEqual(['okta-create/user-name', 'okta-read-again/user-name'])
})

test('who lets everybody in fails, and nobody else is blamed', async () => {
  const { suites } = await askReceiver(['okta'], {
    changed: (next) => (request) =>
      next({
        ...request,
        rawHeaders: request.rawHeaders.map((one) => (one === 'non-token' ? 'Bearer canary-5x7q' : one)),
      }),
  })
  expect(rowsOf(suites[0], 'fail').every((id) => id.startsWith('okta-wrong-token/'))).toBe(true)
  expect(rowsOf(suites[0], 'fail')).toContain('okta-wrong-token/status-401')
})

test('groups are optional: where there are none, that is a warning', async () => {
  const { suites } = await askReceiver(['okta'], { deviations: ['groups-missing'] })
  expect(rowsOf(suites[0], 'fail')).toEqual([])
  expect(rowsOf(suites[0], 'warning')).toContain('okta-groups/status-200')
})
