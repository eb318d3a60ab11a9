import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ENTRA_SWITCHES } from '../src/behaviour.ts'
import { quirks } from '../src/quirks.ts'

const root = new URL('../../../', import.meta.url)

test.each(quirks.map((quirk) => [quirk.id, quirk] as const))(
  '%s is named by the scenario that shows it',
  (id, quirk) => {
    const file = new URL(quirk.shows, root)
    expect(existsSync(file), `${quirk.shows} does not exist`).toBe(true)
    expect(readFileSync(file, 'utf8')).toMatch(new RegExp(`note: "quirks? .*${id}`))
  },
)

test.each(quirks.flatMap(({ id, switch: name }) => (name === undefined ? [] : [[id, name] as const])))(
  '%s names %s, a switch or a deviation of the receiver',
  (_id, name) => {
    const deviation = new URL(`packages/receiver/src/deviations/${name}.ts`, root)
    expect(Object.hasOwn(ENTRA_SWITCHES, name) || existsSync(deviation)).toBe(true)
  },
)

test('the ids count from EN-01 without a gap', () => {
  expect(quirks.map(({ id }) => id)).toEqual(
    Array.from({ length: quirks.length }, (_, i) => `EN-${String(i + 1).padStart(2, '0')}`),
  )
})
