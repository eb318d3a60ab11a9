// One of the seeded faults by the commit's hash, seeded into a copy: the inputs that CI has come upon it. All of them are asked by
// `npm run verify:long -- fuzz-faults`.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { sampleOf } from '../../../../../scripts/gate/sample.ts'
import { SEEDED_FAULTS } from './faults.ts'
import { copyForFaults, findSeeded } from './find-fault.ts'

const home = mkdtempSync(join(tmpdir(), 'scimulator-fault-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))
const copy = copyForFaults(join(home, 'copy'))

test.each(
  sampleOf('seeded faults of hostile input', SEEDED_FAULTS.length, 1).flatMap((index) => SEEDED_FAULTS[index] ?? []),
)('$what: it is found', async (fault) => {
  const found = await findSeeded(copy, fault, 1)
  console.info(`${fault.what}: ${found}`)
  expect(found).toBeDefined()
})
