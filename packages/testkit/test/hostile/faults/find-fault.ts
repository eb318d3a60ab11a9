// Seeds a fault in a copy of the repository and fuzzes there, within the inputs that CI has for all targets.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { copyRepository } from '../../../../../scripts/walks/copy-repository.ts'
import { CI_INPUTS } from '../ci-inputs.ts'
import { fuzzInProcess } from '../fuzz-run.ts'
import { shareOf, TARGETS } from '../targets.ts'
import { type SeededFault, seeded } from './faults.ts'

const ROOT = fileURLToPath(new URL('../../../../../', import.meta.url))

/** Of the share that its target has in CI: the fuzzing ends at what it comes upon, and most is found within one. */
const SHARES = 4

/** A copy that serves for many faults, one after another. @param folder a new one */
export function copyForFaults(folder: string): string {
  copyRepository(ROOT, folder)
  return folder
}

/** @returns what the fuzzing came upon, or undefined where it came upon nothing */
export async function findSeeded(copy: string, fault: SeededFault, seed: number): Promise<string | undefined> {
  const file = join(copy, 'packages', fault.file)
  const right = readFileSync(file, 'utf8')
  writeFileSync(file, seeded(right, fault))
  try {
    const share = shareOf([fault.target]) / shareOf(Object.keys(TARGETS))
    const inputs = Math.ceil(CI_INPUTS * Math.min(1, SHARES * share))
    const home = join(copy, 'packages/testkit')
    const { targets, died } = await fuzzInProcess({ inputs, seed, targets: [fault.target], home })
    const [failure] = targets.flatMap((one) => (one.failure ? [one.failure] : []))
    return died ?? (failure ? `${failure.message.split('\n', 1)[0]} at ${failure.input.slice(0, 200)}` : undefined)
  } finally {
    writeFileSync(file, right)
  }
}
