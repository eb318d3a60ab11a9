// The assembly that stands now, and how another one takes its place.
import { type Assembly, type AssemblySetup, assemble } from './assembly.ts'

export type Fill = (assembly: Assembly) => Promise<void>

export interface Standing {
  /** Whether the programs are on disk. */
  readonly isKept: boolean
  now(): Assembly
  /** Programs on disk are emptied, those in memory are made anew, because a virtual clock never goes back. */
  renew(start: number | undefined, fill: Fill): Promise<void>
}

export async function standUp(setup: Omit<AssemblySetup, 'start'>, start: number | undefined): Promise<Standing> {
  const isKept = setup.kinds.some((kind) => kind.isKept)
  let current = await assemble({ ...setup, start })
  return {
    isKept,
    now: () => current,
    async renew(from, fill) {
      const before = current
      if (isKept) return refill(before, fill)
      const next = await assemble({ ...setup, start: from })
      current = next
      const failed = await fill(next).then(
        () => undefined,
        (error: unknown) => ({ error }),
      )
      // What could not be filled makes room for what was there.
      if (failed) current = before
      await (failed ? next : before).close()
      if (failed) throw failed.error
    },
  }
}

async function refill(kept: Assembly, fill: Fill): Promise<void> {
  for (const { control } of kept.programs.values()) control.reset()
  for (const one of [kept.traffic, kept.acts, kept.happenings, kept.wire.faults]) one.clear()
  await fill(kept)
}
