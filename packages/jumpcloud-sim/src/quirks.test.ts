import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { switches } from './behaviour.ts'
import { quirks } from './quirks.ts'

test.each(quirks.map((quirk) => [quirk.id, quirk] as const))(
  '%s is shown by a file that exists, and names a switch that exists',
  (_id, quirk) => {
    expect(existsSync(new URL(`../../../${quirk.shows}`, import.meta.url))).toBe(true)
    if (quirk.switch !== undefined) expect(Object.keys(switches)).toContain(quirk.switch)
  },
)

test('the ids count from JC-01 to JC-24', () => {
  expect(quirks.map(({ id }) => id)).toEqual(
    Array.from({ length: 24 }, (_, i) => `JC-${String(i + 1).padStart(2, '0')}`),
  )
})
