import { guardOpened, leftoverText, type OpenTarget, openGiven, type TargetRun } from '@scimulator/harness/target'
import { createSender } from '@scimulator/shared/http'
import { systemClock } from '@scimulator/shared/runtime'
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
        if (!(await answers(opened))) {
          await opened.close()
          return [`${given.url} no longer answers, so that nothing could be deleted there.`]
        }
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

/** A suite may have stopped its app already; then there is nobody to wait for. Asked past the target's own patience. */
async function answers({ connected: { url } }: OpenTarget): Promise<boolean> {
  const sender = createSender({ clock: systemClock, allowedOrigins: new Set([new URL(url).origin]) })
  const { failure } = await sender.send({ method: 'GET', url: `${url}/ServiceProviderConfig`, headers: [] })
  await sender.close()
  return failure?.kind !== 'connection'
}
