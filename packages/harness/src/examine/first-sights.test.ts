// What is said while a test still asks is what was seen, once each, and nobody is named for what something else has brought about.
import type { CheckResult, Victim } from '@scimulator/findings'
import { expect, test } from 'vitest'
import { createFirstSights } from './first-sights.ts'

type States = Readonly<Record<string, CheckResult['state']>>

const checksOf = (states: States) =>
  new Map(Object.entries(states).map(([check, state]) => [check, { check, state }] as const))

const READABLE: States = { 'create/readable': 'held' }
const RENAME = 'group/rename-keeps-members'

function heard(
  act: (sights: ReturnType<typeof createFirstSights>) => void,
  only: readonly Victim[] = ['entra', 'rfc'],
) {
  const said: string[] = []
  act(createFirstSights(({ id, certainty }) => said.push(`${certainty} ${id}`), only))
  return said
}

test.each<[what: string, check: string, states: States, said: readonly string[]]>([
  ['a check of one finding', 'active/disable-done', READABLE, ['doubted no-soft-delete']],
  ['before it is known that people can be read', 'active/disable-done', {}, []],
  ['how a list is paged', 'list/start-index-kept', {}, ['doubted first-page-only']],
  ['where people cannot be read', 'active/disable-done', { 'create/readable': 'red' }, []],
  ['what a red one brings about', 'group/put-done', { ...READABLE, [RENAME]: 'red' }, []],
  ['the same where that one held', 'group/put-done', { ...READABLE, [RENAME]: 'held' }, ['doubted group-put-not-done']],
  ['a check that no finding has', 'nothing/known', READABLE, []],
])('a doubt about %s', (_what, check, states, said) => {
  expect(heard((sights) => sights.doubt(check, checksOf(states)))).toEqual(said)
})

test('a finding is said once, and not doubted afterwards', () => {
  const red = checksOf({ ...READABLE, 'active/disable-done': 'red' })
  const said = heard((sights) => {
    sights.doubt('active/disable-done', checksOf(READABLE))
    sights.doubt('active/disable-done', checksOf(READABLE))
    sights.look(red)
    sights.look(red)
    sights.doubt('active/disable-done', red)
  })
  expect(said).toEqual(['doubted no-soft-delete', 'seen no-soft-delete'])
})

test('of two that are one fault only the cause is said', () => {
  const both = checksOf({ [RENAME]: 'red', 'group/put-done': 'red' })
  expect(heard((sights) => sights.look(both))).toEqual(['seen rename-empties-group'])
})

test('what hurts nobody who is asked about is not said', () => {
  expect(heard((sights) => sights.look(checksOf({ 'group/put-done': 'red' })), ['jumpcloud'])).toEqual([])
})
