// Every line of docs/fidelity.md that is done here is shown by a file that runs: a scenario of the collection, or a test that is not skipped.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ENTRA_SWITCHES } from '@scimulator/entra-sim'
import { switches as jumpcloudSwitches } from '@scimulator/jumpcloud-sim'
import { receiverSwitches } from '@scimulator/receiver'
import { expect, test } from 'vitest'
import { ENTRA_FIDELITY } from '../../src/catalogue/entra-fidelity.ts'
import { JUMPCLOUD_FIDELITY } from '../../src/catalogue/jumpcloud-fidelity.ts'
import { RECEIVER_FIDELITY } from '../../src/catalogue/receiver-fidelity.ts'
import { SURVEY_POINTS } from '../../src/catalogue/survey-points.ts'
import { WITNESSES, witnessOf } from '../../src/catalogue/witnesses.ts'
import { ROOT } from './source-files.ts'

const rows = [ENTRA_FIDELITY, JUMPCLOUD_FIDELITY, RECEIVER_FIDELITY].flatMap((areas) => Object.values(areas).flat())
const SWITCHES = new Set(Object.keys({ ...ENTRA_SWITCHES, ...jumpcloudSwitches, ...receiverSwitches }))
const isDone = ({ status }: { status: string }) => status !== 'left out'
const shown = [
  ...WITNESSES.map(([, file]) => file),
  ...SURVEY_POINTS.filter(({ here }) => ['done', 'switch', 'refused'].includes(here)).map((point) => point.shown),
]

test('every line has a witness, and no witness is left over', () => {
  const without = rows.filter((row) => isDone(row) && witnessOf(row) === undefined)
  expect(without.map(({ behaviour }) => behaviour)).toEqual([])
  const used = new Set(
    rows.filter(isDone).map(({ behaviour }) => WITNESSES.findIndex(([begins]) => behaviour.startsWith(begins))),
  )
  expect(WITNESSES.filter((_, index) => !used.has(index))).toEqual([])
})

test.each(rows.filter(({ note = '', switches }) => note !== '' || switches))(
  '$behaviour: switches are not named in prose',
  (row) => {
    const { note = '', switches = [] } = row
    expect([...SWITCHES].filter((id) => new RegExp(`\\b${id}\\b`).test(note))).toEqual([])
    expect(switches.filter((id) => !SWITCHES.has(id))).toEqual([])
  },
)

test('what is left out has no witness', () => {
  expect(rows.filter((row) => !isDone(row)).map(witnessOf)).toEqual(
    rows.filter((row) => !isDone(row)).map(() => undefined),
  )
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
