// Every line of docs/fidelity.md that is done here is shown by a file that runs: a scenario of the collection, or a test that is not skipped.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DeviationName } from '@scimulator/receiver'
import { describe, expect, test } from 'vitest'
import { SURVEY_POINTS } from '../../src/catalogue/survey-points.ts'
import { shippedPrograms } from '../../src/world/programs.ts'
import { ROOT } from './source-files.ts'

const programs = await shippedPrograms()
const fidelity = await Promise.all(programs.map((program) => program.fidelity()))
const rows = fidelity.flatMap((areas) => Object.values(areas).flat())
const SWITCHES = new Set(programs.flatMap(({ switches }) => Object.keys(switches)))
const shown = [
  // What is left out has none, which its type says; all others must have one.
  ...rows.flatMap((row) => row.shown ?? []),
  ...SURVEY_POINTS.filter(({ here }) => ['done', 'switch', 'refused'].includes(here)).map((point) => point.shown),
]

test('every program tells what of its vendor is here', () => {
  for (const areas of fidelity) expect(Object.values(areas).flat().length).toBeGreaterThan(5)
})

test.each(rows.filter(({ note = '', switches }) => note !== '' || switches))(
  '$behaviour: switches are not named in prose',
  (row) => {
    const { note = '', switches = [] } = row
    expect([...SWITCHES].filter((id) => new RegExp(`\\b${id}\\b`).test(note))).toEqual([])
    expect(switches.filter((id) => !SWITCHES.has(id))).toEqual([])
  },
)

describe.each(programs)('$name', ({ switches, quirks, fidelity: table }) => {
  test('a row names each switch, and no other', async () => {
    const named = Object.values(await table())
      .flat()
      .flatMap((row) => row.switches ?? [])
    expect([...new Set(named)].sort()).toEqual(Object.keys(switches).sort())
  })

  test('a quirk that can be changed names the switch or the deviation that changes it', () => {
    const changes = new Set<string>([...Object.keys(switches), ...DeviationName.options])
    expect(quirks.filter((quirk) => quirk.switch !== undefined && !changes.has(quirk.switch))).toEqual([])
  })
})

test.each([...new Set(shown)])('%s is there, and runs', (file) => {
  expect(existsSync(join(ROOT, file))).toBe(true)
  const text = readFileSync(join(ROOT, file), 'utf8')
  if (file.endsWith('.yaml'))
    expect(file).toMatch(/^scenarios\/(?!rejected|fixtures)|^packages\/harness\/test\/field-cases\//)
  else {
    expect(file).toMatch(/\.test\.ts$/)
    expect(text).toMatch(/expect\(/)
    expect(text).not.toMatch(/\b(?:test|describe|it)\.(?:skip|todo|fails|only)\b/)
  }
})
