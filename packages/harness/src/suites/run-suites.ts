// `scimulator test URL --suite NAME`, as a function: the published checks of others, asked of one endpoint.
import type { CheckResult } from '@scimulator/findings'
import { carryOut, type Exchange } from '@scimulator/shared/provisioning'
import { askQuestion } from '../examine/ask-question.ts'
import type { Facts } from '../examine/facts.ts'
import { Freshness, readable } from '../examine/freshness.ts'
import { type Acquaintance, meet } from '../examine/meet.ts'
import type { Question } from '../examine/question.ts'
import {
  type ReachEdges,
  type ReachHandlerOptions,
  type ReachTargetOptions,
  type Ready,
  reachEndpoint,
} from '../examine/reach-endpoint.ts'
import { shownExchange } from '../examine/shown-exchange.ts'
import { SUITES } from './all-suites.ts'
import { decideRows } from './decide-rows.ts'
import { questionsOf } from './questions-of.ts'
import type { SuiteName } from './suite.ts'
import type { SuiteResult } from './suite-result.ts'

interface WhatToAsk {
  readonly suites: readonly SuiteName[]
  /** Told after each question. */
  readonly onProgress?: (progress: { readonly done: number; readonly of: number; readonly requests: number }) => void
}

export type SuitesOptions = WhatToAsk & (ReachTargetOptions | ReachHandlerOptions)

/** Asks the rows of suites. What it creates it removes; whatever the endpoint does is in the result. @throws BadInput */
export async function runSuites(options: SuitesOptions): Promise<SuiteResult> {
  return reachEndpoint(options, (ready, edges) => new SuiteRun(options, ready, edges).all())
}

class SuiteRun {
  readonly #options: WhatToAsk
  readonly #ready: Ready
  readonly #edges: ReachEdges
  readonly #checks = new Map<string, CheckResult>()
  readonly #leftBehind: string[] = []
  #done = 0

  constructor(options: WhatToAsk, ready: Ready, edges: ReachEdges) {
    this.#options = options
    this.#ready = ready
    this.#edges = edges
  }

  async all(): Promise<SuiteResult> {
    const startedAt = this.#edges.now()
    const suites = SUITES.filter(({ name }) => this.#options.suites.includes(name))
    const met = await this.#meet()
    if (met.facts) await this.#askAll(suites.flatMap(questionsOf), met.facts)
    return {
      version: 1,
      target: this.#ready.url,
      suites: suites.map((suite) => decideRows(suite, this.#checks)),
      ...(met.facts ? {} : { trouble: troubleOf(met) }),
      requests: this.#edges.requests(),
      durationMs: Math.round(this.#edges.now() - startedAt),
      leftBehind: this.#leftBehind,
    }
  }

  async #meet(): Promise<Acquaintance> {
    const { send, pause, openShare } = this.#edges
    const base = this.#ready.url.replace(/\/+$/, '')
    const freshness = new Freshness(this.#ready.settle)
    const met = await meet({ ...this.#ready, base, query: '', freshness }, { send, pause }, openShare)
    this.#leftBehind.push(...met.leftBehind)
    return met
  }

  async #askAll(questions: readonly Question[], facts: Facts): Promise<void> {
    const asked = async (question: Question): Promise<void> => {
      await this.#ask(question, facts)
      this.#done += 1
      this.#options.onProgress?.({ done: this.#done, of: questions.length, requests: this.#edges.requests() })
    }
    for (const question of questions.filter(({ quiet }) => quiet)) await asked(question)
    const loud = questions.filter(({ quiet }) => !quiet)
    await carryOut(loud, this.#ready.parallel, asked)
  }

  async #ask(question: Question, facts: Facts): Promise<void> {
    const { openShare, pause } = this.#edges
    const share = await openShare(question.id)
    const own = { ...facts, prefix: share.mark, phone: share.phone }
    const { results } = await askQuestion(question, own, { send: readable(share.send, pause, facts.freshness), pause })
    for (const result of results) this.#checks.set(result.check, withoutStrangers(result, share.kept))
    this.#leftBehind.push(...(await share.cleanUp()))
  }
}

/** Who was there before is in no evidence, but as an id and a hash. */
function withoutStrangers(result: CheckResult, kept: (exchange: Exchange) => Exchange): CheckResult {
  const { exchange, readBack } = result
  return {
    ...result,
    ...(exchange ? { exchange: kept(exchange) } : {}),
    ...(readBack ? { readBack: kept(readBack) } : {}),
  }
}

function troubleOf({ results }: Acquaintance): NonNullable<SuiteResult['trouble']> {
  const red = results.find(({ state }) => state !== 'held')
  const detail = red?.detail ?? `The endpoint could not be looked at (${red?.check ?? 'no answer'}).`
  return { detail, ...(red?.exchange ? { exchange: shownExchange(red.exchange) } : {}) }
}
