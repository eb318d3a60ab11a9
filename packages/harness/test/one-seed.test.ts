import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runFiles } from '../src/scenario/run-files.ts'
import { shippedPrograms } from '../src/world/programs.ts'

const root = join(import.meta.dirname, '../../..')
const PAGES = ['scenarios/entra/help-page.yaml', 'scenarios/jumpcloud/help-page.yaml']

test('one seed gives the same transcripts and results, byte for byte', { timeout: 60_000 }, async () => {
  const run = async () => runFiles(PAGES, { kinds: await shippedPrograms(), seed: 7, root })
  const [one, again] = [await run(), await run()]
  expect(one.recorded.map(({ result }) => result.outcome)).toEqual(['passed', 'passed', 'passed'])
  const transcripts = one.recorded.map(({ transcript }) => transcript())
  expect(Math.min(...transcripts.map(({ length }) => length))).toBeGreaterThan(1_000)
  expect(again.recorded.map(({ transcript }) => transcript())).toEqual(transcripts)
  const untimed = ({ recorded }: typeof one) => recorded.map(({ result }) => ({ ...result, durationMs: 0 }))
  expect(untimed(again)).toEqual(untimed(one))
  // Node writes a Date of its own into each answer; everything else is a function of the seed.
  const wire = ({ recorded }: typeof one) =>
    recorded.flatMap(({ exchanges }) => exchanges.map(({ request, response }) => [request, response?.body]))
  expect(wire(again)).toEqual(wire(one))
})
