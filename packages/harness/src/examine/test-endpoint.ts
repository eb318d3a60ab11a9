// `scimulator test`, as a function: one endpoint, one verdict.
import { FINDINGS, VICTIMS, type Victim } from '@scimulator/findings'
import type { Shell } from '@scimulator/shared/platform'
import { BadInput } from '../written/problem.ts'
import type { Application } from './doors.ts'
import { examine, type Progress } from './examine.ts'
import type { FirstSight } from './first-sights.ts'
import { Freshness } from './freshness.ts'
import {
  type ReachEdges,
  type ReachHandlerOptions,
  type ReachTargetOptions,
  type Ready,
  reachEndpoint,
} from './reach-endpoint.ts'
import { tellResult } from './tell-result.ts'
import type { TestResult } from './test-result.ts'

interface WhatToTest {
  /** Whose verdicts are asked for; all five by default. */
  readonly only?: readonly Victim[]
  /** Id of one finding: only what shows it is asked. */
  readonly finding?: string
  /** The application behind the endpoint, asked who gets in. */
  readonly application?: Application
  readonly onProgress?: (progress: Progress) => void
  /** Told of each finding when it is seen. Only the result says what it comes down to: of two that are one fault, one. */
  readonly onSight?: (sight: FirstSight) => void
  /** Whose lives the result holds as recordings: those that were not as they must be (the default), or all. */
  readonly record?: 'failed' | 'all'
  /** For which shell a request is told as a command; the one that most likely is open without it. */
  readonly shell?: Shell
}

export type TestTargetOptions = WhatToTest & ReachTargetOptions

export type TestHandlerOptions = WhatToTest & ReachHandlerOptions

/** What both kinds of endpoint have in common. */
export type TestOptions = WhatToTest & Pick<ReachTargetOptions, 'settle' | 'parallel' | 'endsInSlash'>

/** One finding is shown again while somebody mends it; they are waiting. */
const SETTLE_OF_ONE = [150]

/**
 * Tests one SCIM endpoint: over HTTP as `description` says, or a handler in this process. What it creates it removes.
 * @throws BadInput when an option is wrong; whatever the endpoint does is in the result
 */
export async function testEndpoint(options: TestTargetOptions | TestHandlerOptions): Promise<TestResult> {
  if (options.finding !== undefined && !FINDINGS.some(({ id }) => id === options.finding)) {
    throw new BadInput(`There is no finding "${options.finding}". scimulator list findings names them all.`)
  }
  const isOne = options.finding !== undefined && !('handler' in options)
  const settled = isOne ? { settle: SETTLE_OF_ONE, ...options } : options
  return reachEndpoint(settled, (ready, edges) => test(options, ready, edges))
}

async function test(options: WhatToTest, ready: Ready, edges: ReachEdges): Promise<TestResult> {
  const startedAt = edges.now()
  const examination = await examine({
    ...options,
    ...ready,
    ...edges,
    base: ready.url.replace(/\/+$/, ''),
    query: '',
    only: options.only ?? VICTIMS,
    freshness: new Freshness(ready.settle),
    start: startedAt,
  })
  const durationMs = edges.now() - startedAt
  const { shown, swept } = edges
  const { record = 'failed' } = options
  return tellResult(examination, {
    target: ready.url,
    tokenVariable: ready.tokenVariable,
    durationMs,
    shown,
    swept,
    record,
    shell: options.shell,
  })
}
