import { median } from './probe.ts'

export interface Turns {
  /** Milliseconds of CPU of this process, medians. */
  readonly mine: number
  readonly other: number
}

/** Both in turns in this process, so that what slows the machine strikes both; the first turn warms up. */
export async function inTurns(rounds: number, mine: () => Promise<void>, other: () => Promise<void>): Promise<Turns> {
  const taken: Readonly<Record<keyof Turns, number[]>> = { mine: [], other: [] }
  for (let round = 0; round <= rounds; round += 1) {
    const [a, b] = [await cpuOf(mine), await cpuOf(other)]
    if (round > 0) {
      taken.mine.push(a)
      taken.other.push(b)
    }
  }
  return { mine: median(taken.mine), other: median(taken.other) }
}

export async function cpuOf(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}
