// Hostile input at length: 8 million inputs in process and 2 million over sockets, and the faults that they have to come upon.
import { join } from 'node:path'
import { SEEDED_FAULTS } from '../../packages/testkit/test/hostile/faults/faults.ts'
import { copyForFaults, findSeeded } from '../../packages/testkit/test/hostile/faults/find-fault.ts'
import { branchShare, type FuzzResult, fuzzInProcess, fuzzTable } from '../../packages/testkit/test/hostile/fuzz-run.ts'
import type { Fuzzed } from '../../packages/testkit/test/hostile/fuzz-target.ts'
import { HALVES } from '../../packages/testkit/test/hostile/targets.ts'
import type { ReliabilityRow } from './record.ts'

/** In process; a quarter of it once more over sockets. */
const INPUTS = 8_000_000

/** Named in the environment, it is how many inputs are tried in process: for a try of the whole. */
const INPUTS_VARIABLE = 'SCIMULATOR_FUZZ_INPUTS'

/** @throws Error that shows the input which hurt */
export async function fuzzLong(seed: number): Promise<readonly ReliabilityRow[]> {
  const inputs = Number(process.env[INPUTS_VARIABLE] ?? INPUTS)
  const halves = await Promise.all(
    HALVES.map(({ targets, share }) => fuzzInProcess({ inputs: inputs * share, seed, targets })),
  )
  const overHttp = await fuzzInProcess({ inputs: inputs / 4, seed, script: 'http-process.ts' })
  const all = [...halves, overHttp].flatMap(({ targets }) => targets)
  console.log(`fuzz: seed ${seed}\n${fuzzTable(all)}`)
  for (const result of [...halves, overHttp]) assertUnhurt(result)
  return all.map(rowOf)
}

function assertUnhurt({ targets, died }: FuzzResult): void {
  if (died !== undefined) throw new Error(`A process that fuzzes: ${died}`)
  for (const { name, failure } of targets) if (failure) throw new Error(`${name}: ${failure.message}\n${failure.input}`)
}

function rowOf(fuzzed: Fuzzed): ReliabilityRow {
  const accepted = `${percent(fuzzed.accepted / fuzzed.tried)} accepted`
  const branches = fuzzed.files.length === 0 ? '' : `, ${percent(branchShare(fuzzed))} of branches`
  return { tried: fuzzed.name, times: fuzzed.tried, lost: 0, note: `${accepted}${branches}` }
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

/** Each of them within as many inputs as CI has. @throws Error that names one which was not found, or no longer fits */
export async function findSeededFaults(home: string, seed: number): Promise<readonly ReliabilityRow[]> {
  const copy = copyForFaults(join(home, 'fuzz-faults'))
  for (const fault of SEEDED_FAULTS) {
    const found = await findSeeded(copy, fault, seed)
    if (found === undefined) throw new Error(`Not found: ${fault.what} (${fault.file})`)
    console.log(`fuzz-faults: ${fault.what}: ${found}`)
  }
  const note = 'each is found within the inputs that CI has for it'
  return [{ tried: 'faults that were seeded', times: SEEDED_FAULTS.length, lost: 0, note }]
}
