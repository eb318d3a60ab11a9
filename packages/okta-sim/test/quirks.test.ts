import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { switches } from '../src/behaviour.ts'
import { quirks } from '../src/quirks.ts'

const root = new URL('../../../', import.meta.url)
const FACTS = readFileSync(new URL('docs/reference/okta-behaviour.md', root), 'utf8')

test.each(quirks.map((quirk) => [quirk.id, quirk] as const))(
  '%s is named by the scenario that shows it',
  (id, quirk) => {
    const file = new URL(quirk.shows, root)
    expect(existsSync(file), `${quirk.shows} does not exist`).toBe(true)
    expect(readFileSync(file, 'utf8')).toMatch(new RegExp(`note: "quirks? .*${id}`))
  },
)

test.each(quirks.map(({ id, source }) => [id, source] as const))(
  '%s rests on facts of the reference',
  (_id, source) => {
    const facts = source.match(/\b[OD]\d{2,3}\b/g) ?? []
    expect(facts).not.toEqual([])
    expect(facts.filter((fact) => !FACTS.includes(`\n| ${fact} |`))).toEqual([])
  },
)

test.each(quirks.flatMap(({ id, switch: name }) => (name === undefined ? [] : [[id, name] as const])))(
  '%s names %s, a switch or a deviation of the receiver',
  (_id, name) => {
    const deviation = new URL(`packages/receiver/src/deviations/${name}.ts`, root)
    expect(Object.hasOwn(switches, name) || existsSync(deviation)).toBe(true)
  },
)

test('the ids count from OK-01 without a gap, and no two show the same', () => {
  expect(quirks.map(({ id }) => id)).toEqual(
    Array.from({ length: quirks.length }, (_, i) => `OK-${String(i + 1).padStart(2, '0')}`),
  )
  expect(quirks.length).toBeGreaterThanOrEqual(20)
  expect(new Set(quirks.map(({ shows }) => shows)).size).toBe(quirks.length)
})
