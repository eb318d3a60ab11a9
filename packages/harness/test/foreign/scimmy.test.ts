// SCIMMY as somebody else's endpoint: its real faults are found, and nothing else. Here a sample of the collection; all of it in verify:long.
import { expect, test } from 'vitest'
import { sampleOf } from '../../../../scripts/gate/sample.ts'
import { scenarioTree } from '../../src/index.ts'
import { everyRun, runAtScimmy, surprise } from './run-scimmy.ts'
import { SCIMMY_FAILS } from './scimmy-fails.ts'
import { SCIMMY_FAULTS } from './scimmy-faults.ts'

const SAMPLE = 36

test('each run fails by the fault that it should, or passes', async () => {
  const all = await everyRun()
  const wanted = new Set(sampleOf('runs at SCIMMY', all.length, SAMPLE).flatMap((index) => all[index] ?? []))
  let asked = 0
  const surprises: string[] = []
  for await (const run of runAtScimmy(wanted)) {
    const told = surprise(run)
    if (told !== undefined) surprises.push(`${told}\n${scenarioTree(run.result)}`)
    asked += 1
  }
  expect(surprises).toEqual([])
  expect(asked).toBe(wanted.size)
}, 240_000)

test('the table names runs that there are, and every fault has one', async () => {
  const all = new Set(await everyRun())
  expect([...SCIMMY_FAILS.keys()].filter((run) => !all.has(run))).toEqual([])
  expect(new Set(SCIMMY_FAILS.values())).toEqual(new Set(Object.keys(SCIMMY_FAULTS)))
})
