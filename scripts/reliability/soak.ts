// Three programs at work for ten minutes, with faults on the way: nothing is lost, and no heap grows.
import { join } from 'node:path'
import { bundleCommand } from '../../packages/scimulator/test/crash/program.ts'
import { slopeOf } from '../../packages/scimulator/test/crash/slope.ts'
import { soakThree } from '../../packages/scimulator/test/crash/soak.ts'
import type { ReliabilityRow } from './record.ts'

/** @throws Error naming what was lost, or what grows */
export async function soak(home: string, minutes: number, seed: number): Promise<readonly ReliabilityRow[]> {
  const command = await bundleCommand(home)
  const { acts, struck, heaps } = await soakThree(command, join(home, 'soak'), {
    minutes,
    seed,
    told: (stretch, of, now) => {
      const said = Object.entries(now).map(([name, bytes]) => `${name} ${megabytes(bytes)}`)
      console.log(`soak: ${stretch} of ${of}: ${said.join(', ')}`)
    },
  })
  const faults = Object.entries(struck).map(([name, count]) => `${name} ${count}`)
  return [
    { tried: `acts in ${minutes} minutes`, times: acts, lost: 0, note: `faults on the way: ${faults.join(', ')}` },
    ...Object.entries(heaps).map(([name, all]) => ({
      tried: `the heap of ${name}, looked at after each stretch`,
      times: all.length,
      lost: 0,
      note: `${megabytes(all[0] ?? 0)} at first, ${megabytes(all.at(-1) ?? 0)} at last, ${Math.round(slopeOf(all.slice(-14)) / 1000)} kB a stretch`,
    })),
  ]
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
