// What the references say of a few histories, account by account.
import { Fault } from '@scimulator/shared/behaviour'
import { expect, test } from 'vitest'
import type { Act } from './act.ts'
import { beginHistory, type History } from './history.ts'
import { isLegal, live, passTime } from './live.ts'

const CYCLE = 40 * 60_000
const START = Date.parse('2026-01-05T08:00:00Z')
const ANA: Act = { act: 'create-user', user: 'p1', isBlocked: false }
const ASSIGNED: readonly Act[] = [ANA, { act: 'assign', principal: 'p1' }, { act: 'start' }]

function lived(...acts: readonly Act[]): History {
  const history = beginHistory('default', START)
  for (const act of acts) {
    expect(isLegal(history, act), act.act).toBe(true)
    if (act.act === 'cycles') passTime(history, history.now + act.count * CYCLE)
    else live(history, act, 'user' in act ? act.user : undefined)
  }
  return history
}

const accounts = ({ accounts: all }: History) =>
  [...all.values()].map(({ values, isActive }) => ({ userName: values.get('userName'), isActive }))

test('whoever is assigned is at the target, and nobody else', () => {
  const other: Act = { act: 'create-user', user: 'p2', isBlocked: false }
  expect(accounts(lived(other, ...ASSIGNED))).toEqual([{ userName: 'p1@contoso.example', isActive: true }])
})

test.each<[string, readonly Act[]]>([
  ['unassigned', [{ act: 'unassign', principal: 'p1' }]],
  ['blocked', [{ act: 'block', user: 'p1' }]],
])('whoever is %s is there, inactive, after the next cycle and not before', (_, acts) => {
  expect(accounts(lived(...ASSIGNED, ...acts))[0]?.isActive).toBe(true)
  expect(accounts(lived(...ASSIGNED, ...acts, { act: 'cycles', count: 1 }))[0]?.isActive).toBe(false)
})

test('a value that is gone at the source stays at the target', () => {
  const set = (value: string | null): Act => ({ act: 'set', user: 'p1', attribute: 'jobTitle', value })
  const history = lived(...ASSIGNED, set('a'), { act: 'cycles', count: 1 }, set(null), { act: 'cycles', count: 1 })
  expect([...history.accounts.values()][0]?.values.get('title')).toBe('a')
  expect(history.divergences).toContain('nulls never clear')
})

test('nothing is sent while provisioning is stopped', () => {
  expect(accounts(lived(ANA, { act: 'assign', principal: 'p1' }, { act: 'cycles', count: 3 }))).toEqual([])
})

test('who is not there cannot be deleted', () => {
  expect(isLegal(beginHistory('default', START), { act: 'delete', user: 'p1' })).toBe(false)
})

test('a group that grants nothing brings nobody before their time when it is renamed', () => {
  const refused = Fault.parse({ on: { method: 'POST' }, effect: { kind: 'answer', status: 500 } })
  const history = lived(
    { act: 'fault', fault: refused },
    ...ASSIGNED,
    { act: 'start' },
    { act: 'create-group', group: 'g1', members: ['p1'] },
    { act: 'cycles', count: 1 },
    { act: 'rename-group', group: 'g1', name: 'g2' },
    { act: 'lift' },
    { act: 'cycles', count: 1 },
  )
  expect(accounts(history)).toEqual([])
  expect(accounts(history).length + history.owed.size).toBe(1)
})
