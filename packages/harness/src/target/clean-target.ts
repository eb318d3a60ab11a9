import { realTime } from '@scimulator/shared/runtime'
import { forgetAdopted, readAdoptedIn } from './adopted-file.ts'
import { putBack } from './adoption.ts'
import type { Leftover } from './clean-up.ts'
import { type FoundLeftover, findLeftovers, listOf, removeLeftovers } from './find-leftovers.ts'
import { DEFAULT_LEDGER_FOLDER } from './ledger-file.ts'
import type { GuardedConnection } from './target-run.ts'

export interface CleanTargetOptions {
  /** Default `.scimulator/ledgers`. */
  readonly folder?: string
  /** How old what is found by its name alone has to be, in milliseconds. */
  readonly ageMs: number
  isRunning(pid: number): boolean
}

export interface Cleaning {
  readonly found: readonly FoundLeftover[]
  /** Accounts that a killed run may have changed and not put back. */
  readonly adopted: number
  /** Ids of runs that are still at work. */
  readonly running: readonly string[]
  /** Does it. Never throws for what the target answers. */
  remove(): Promise<{ readonly leftovers: readonly Leftover[]; readonly notPutBack: readonly string[] }>
}

/** Looks, and removes nothing yet. @throws UnreadableTarget when the target's lists cannot be read */
export async function cleanTarget(connected: GuardedConnection, options: CleanTargetOptions): Promise<Cleaning> {
  const { folder = DEFAULT_LEDGER_FOLDER, ageMs, isRunning } = options
  const connection = { ...connected, send: connected.sendOwn ?? connected.send }
  const { token } = connected
  const { sets: all, running } = await findLeftovers({
    connection,
    token,
    folder,
    now: realTime.now(),
    ageMs,
    isRunning,
  })
  // A process that was killed after all was gone leaves a ledger that says so.
  const sets = all.filter((set) => listOf(set).length > 0)
  for (const set of all) if (!sets.includes(set)) await removeLeftovers(set, connection)
  const adopted = readAdoptedIn(folder, connected.url).filter(({ pid }) => !isRunning(pid))
  return {
    found: sets.flatMap(listOf),
    adopted: adopted.reduce((sum, { saved }) => sum + saved.length, 0),
    running,
    async remove() {
      const leftovers: Leftover[] = []
      const notPutBack: string[] = []
      for (const set of sets) leftovers.push(...(await removeLeftovers(set, connection)))
      for (const { path, saved } of adopted) {
        const lines = await putBack(connection, saved)
        notPutBack.push(...lines)
        if (lines.length === 0) forgetAdopted(path)
      }
      return { leftovers, notPutBack }
    },
  }
}
