// Three programs with faults between them, any of them killed again and again.
import { join } from 'node:path'
import { bundleCommand } from '../../packages/scimulator/test/crash/program.ts'
import { crashThree } from '../../packages/scimulator/test/crash/three-crash.ts'
import type { ReliabilityRow } from './record.ts'

/** A run grows with each kill, and so does the time for looking at it; a fresh one is begun after so many. */
const KILLS_IN_A_RUN = 20

/** @throws Error naming what was lost, or ended elsewhere than without kills */
export async function killThree(home: string, kills: number, seed: number): Promise<readonly ReliabilityRow[]> {
  const command = await bundleCommand(home)
  const began = performance.now()
  const killed: Record<string, number> = {}
  const struck: Record<string, number> = {}
  let runs = 0
  for (let done = 0; done < kills; done += KILLS_IN_A_RUN) {
    const part = { kills: Math.min(KILLS_IN_A_RUN, kills - done), seed: seed + done }
    const said = await crashThree(command, join(home, `three-${done}`), part)
    add(killed, said.killed)
    add(struck, said.struck)
    runs += 1
    const seconds = Math.round((performance.now() - began) / 1000)
    console.log(`three: ${done + part.kills} kills in ${seconds} s, nothing lost, all runs end as untouched ones`)
  }
  const faults = inWords(struck)
  return [
    ...Object.entries(killed).map(([name, times]) => ({
      tried: `SIGKILL of ${name}, in the middle of its work`,
      times,
      lost: 0,
    })),
    { tried: 'runs that end where an untouched one does', times: runs, lost: 0, note: `faults on the way: ${faults}` },
  ]
}

function add(sum: Record<string, number>, more: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(more)) sum[name] = (sum[name] ?? 0) + count
}

function inWords(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')
}
