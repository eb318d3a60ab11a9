import { createVirtualSchedule } from '@scimulator/shared/runtime'
import { expect, test } from 'vitest'
import { instantOf } from './advance.ts'

const at = (text: string) => createVirtualSchedule(Date.parse(text))

test.each([
  ['40m', '2026-01-01T00:40:00.000Z'],
  [{ to: '9999-12-31T23:59:59Z' }, '9999-12-31T23:59:59.000Z'],
] as const)('%j goes to %s', (input, to) => {
  expect(new Date(instantOf(input, at('2026-01-01T00:00:00Z'))).toISOString()).toBe(to)
})

test.each([
  ['9999999999d', 'advance: No clock goes beyond 9999-12-31T23:59:59.999Z.'],
  [`${'9'.repeat(400)}w`, 'advance: No clock goes beyond'],
  [{ to: '2025-12-31T00:00:00Z' }, 'is past'],
  [{ toNext: true }, 'nothing is planned'],
] as const)('%j is refused', (input, said) => {
  expect(() => instantOf(input, at('2026-01-01T00:00:00Z'))).toThrow(said)
})

test('a clock that was told to go beyond time has not moved', async () => {
  const schedule = at('2026-01-01T00:00:00Z')
  await expect(schedule.advanceTo(1e300)).rejects.toThrow('No clock goes beyond')
  await expect(schedule.advanceTo(Number.NaN)).rejects.toThrow('No clock goes beyond')
  expect(schedule.now()).toBe(Date.parse('2026-01-01T00:00:00Z'))
})
