// Findings on standard error while a test still asks: the verdict takes its time, and a waiting person wants to know where to look first.

import type { FirstSight } from '@scimulator/harness/examine'
import { onScreen } from './on-screen.ts'
import type { Progress, ProgressStream } from './progress.ts'

export interface SightsOptions {
  readonly progress: Pick<Progress, 'clear'>
  /** Ids of a baseline, which are no news. */
  readonly known: ReadonlySet<string>
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stream?: ProgressStream
}

/**
 * What hears of them. The first doubt is said too, because an answer that disappoints is read again for seconds; further ones are not: an
 * endpoint that shows its writes late raises many. A log of CI keeps the verdict and nothing of this.
 */
export function sightsOnScreen(options: SightsOptions): (sight: FirstSight) => void {
  const { progress, known, env, stream = process.stderr } = options
  const isQuiet = !stream.isTTY && (env.CI ?? '') !== ''
  let isFirst = true
  return ({ id, title, certainty }) => {
    if (isQuiet || known.has(id) || (certainty === 'doubted' && !isFirst)) return
    isFirst = false
    progress.clear()
    stream.write(`${WORDS[certainty]}: ${onScreen(title)} [${id}]\n`)
  }
}

const WORDS = { doubted: 'looks wrong, asked again', seen: 'seen so far' } as const
