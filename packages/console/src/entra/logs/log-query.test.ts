import { expect, test } from 'vitest'
import { addedIn, auditQuery, instantOf, isNarrowedBy, localOf, logQuery } from './log-query.ts'

const NOW = '2026-01-05T09:40:30.000Z'

test('without a filter everything is asked for, newest first', () => {
  expect(logQuery({}, NOW)).toEqual({ order: 'newest', where: [] })
  expect(isNarrowedBy({ open: '3', tab: 'summary', filters: 'job' })).toBe(false)
})

test('each filter asks for its own', () => {
  const state = {
    identity: 'anna',
    status: 'failure',
    action: 'create',
    date: '24h',
    cycle: 'c1',
    targetSystem: 'customappsso',
  }
  expect(logQuery(state, NOW)).toMatchObject({
    ...{ identity: 'anna', status: 'failure', action: 'create', cycle: 'c1', from: '2026-01-04T09:40:00.000Z' },
    where: ['targetSystem.displayName:customappsso'],
  })
  for (const name of Object.keys(state)) expect(isNarrowedBy({ [name]: 'x' })).toBe(true)
})

test('a period of one’s own begins and ends where one says', () => {
  const state = { date: 'custom', from: instantOf('2026-01-05T09:00'), to: instantOf('2026-01-05T10:00') }
  expect(logQuery(state, NOW)).toMatchObject({ from: '2026-01-05T09:00:00Z', to: '2026-01-05T10:00:00Z' })
  expect([localOf(state.from), localOf(undefined), instantOf('')]).toEqual(['2026-01-05T09:00', '', undefined])
})

test('the audit logs are asked for by date, activity and status', () => {
  expect(auditQuery({}, NOW)).toEqual({})
  const state = { date: '7d', activity: 'Quarantine', status: 'success' }
  expect(auditQuery(state, NOW)).toEqual({
    ...{ activity: 'Quarantine', status: 'success', from: '2025-12-29T09:40:00.000Z' },
  })
  expect(isNarrowedBy({ activity: 'Quarantine' })).toBe(true)
})

test('added filters are there when they were chosen, or have a value', () => {
  expect(addedIn({})).toEqual([])
  expect(addedIn({ filters: 'change,nothing', job: 'j1' })).toEqual(['job', 'change'])
})
