import { guardOpened, leftoverText, openGiven, type TargetRun } from '@scimulator/harness/target'
import type { TargetOptions } from './target-options.ts'

/** A target as one world uses it. */
export interface WorldTarget {
  readonly run: TargetRun
  /** Deletes what was made and puts back what was changed. @returns a line for each thing that is still there */
  leave(): Promise<readonly string[]>
}

/** @throws BadInput when the target does not answer as SCIM does, or is another machine and nobody has said that they own it */
export async function openWorldTarget(options: TargetOptions): Promise<WorldTarget> {
  const { mine = false, adopt, iOwnThisTarget = false, ...given } = options
  const opened = await openGiven(given, iOwnThisTarget, { env: process.env })
  try {
    const adopted = mine ? ('all' as const) : adopt
    // The endpoint of a suite dies with the suite: no file has to tell a later command what is there.
    const guarded = await guardOpened(opened, { ledgerFolder: false, ...(adopted ? { adopt: adopted } : {}) })
    const run = await guarded.openRun('world')
    return {
      run,
      async leave() {
        const left = await run.cleanUp()
        const notPutBack = await guarded.finish()
        await opened.close()
        return [...left.map(leftoverText), ...notPutBack]
      },
    }
  } catch (error) {
    await opened.close()
    throw error
  }
}
