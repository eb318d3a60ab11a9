// `scimulator test URL --suite NAME`, as a function: the published checks of others, asked of one endpoint.
import type { CheckResult } from '@scimulator/findings'
import { carryOut } from '@scimulator/shared/provisioning'
import { answerOf } from '../examine/answer.ts'
import { askQuestion } from '../examine/ask-question.ts'
import { composed, type Facts } from '../examine/facts.ts'
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
import { actEngine } from './act-engine.ts'
import { SUITES } from './all-suites.ts'
import { decideRows } from './decide-rows.ts'
import { accessOf, enginesOf, type NamedEngine, questionsOf } from './questions-of.ts'
import type { Suite, SuiteName } from './suite.ts'
import type { SuiteResult } from './suite-result.ts'
import { withoutSecrets } from './token-exchange.ts'

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
    if (met.facts) await this.#askAll(suites, met.facts)
    this.#leftBehind.push(...(await this.#edges.lookBack()))
    return {
      version: 1,
      target: this.#ready.url,
      suites: suites.map((suite) => decideRows(suite, this.#checks)),
      ...(met.facts ? {} : { trouble: troubleOf(met, this.#edges) }),
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

  async #askAll(suites: readonly Suite[], facts: Facts): Promise<void> {
    const questions = suites.flatMap(questionsOf)
    const loud = questions.filter(({ quiet }) => !quiet).map((one) => () => this.#ask(one, facts))
    const quiet = questions.filter((one) => one.quiet).map((one) => () => this.#ask(one, facts))
    const acts = suites.flatMap(enginesOf).map((one) => () => this.#act(one, facts))
    const of = questions.length + acts.length
    const count = async (work: () => Promise<void>): Promise<void> => {
      await work()
      this.#done += 1
      this.#options.onProgress?.({ done: this.#done, of, requests: this.#edges.requests() })
    }
    await this.#lookAtAccess(suites, facts)
    for (const one of quiet) await count(one)
    await carryOut([...acts, ...loud], this.#ready.parallel, count)
  }

  async #ask(question: Question, facts: Facts): Promise<void> {
    const { openShare, pause } = this.#edges
    const share = await openShare(question.id)
    const own = { ...facts, prefix: share.mark, phone: share.phone }
    const { results } = await askQuestion(question, own, { send: readable(share.send, pause, facts.freshness), pause })
    this.#keep(results)
    this.#leftBehind.push(...(await share.cleanUp()))
  }

  /** What is red is acted a second time, and counts only if it is red again. */
  async #act(engine: NamedEngine, facts: Facts): Promise<void> {
    const { openShare, pause } = this.#edges
    const before = new Map<string, CheckResult>()
    for (const attempt of [1, 2]) {
      const share = await openShare(`${engine.id}-${attempt}`)
      const own = { ...facts, prefix: share.mark, phone: share.phone }
      const { url, token } = this.#ready
      const edges = { send: readable(share.send, pause, facts.freshness), pause }
      const results = await actEngine(engine, { ...share, facts: own, url, token, start: this.#edges.now(), ...edges })
      this.#keep(results.map((one) => (one.state === 'red' ? (before.get(one.check) ?? one) : one)))
      this.#leftBehind.push(...(await share.cleanUp()))
      const red = results.filter(({ state }) => state === 'red')
      for (const one of red) before.set(one.check, one)
      if (red.length === 0) break
    }
  }

  async #lookAtAccess(suites: readonly Suite[], facts: Facts): Promise<void> {
    const looks = suites.flatMap(accessOf)
    if (looks.length === 0) return
    const exchange = await this.#edges.send(composed(facts, 'GET', '/ServiceProviderConfig'))
    const { authentication, tokenExchange } = this.#ready
    const token = tokenExchange()
    const access = { authentication, token: token && answerOf(withoutSecrets(token)), letIn: answerOf(exchange) }
    for (const { look } of looks) this.#keep(look(access, facts))
  }

  /** Who was there before is in no evidence, but as an id and a hash; and no secret is. */
  #keep(results: readonly CheckResult[]): void {
    const { shown, swept } = this.#edges
    for (const { exchange, readBack, detail, ...rest } of results) {
      this.#checks.set(rest.check, {
        ...rest,
        ...(exchange ? { exchange: shown(exchange) } : {}),
        ...(readBack ? { readBack: shown(readBack) } : {}),
        ...(detail === undefined ? {} : { detail: swept(detail) }),
      })
    }
  }
}

function troubleOf({ results }: Acquaintance, { shown, swept }: ReachEdges): NonNullable<SuiteResult['trouble']> {
  const red = results.find(({ state }) => state !== 'held')
  const detail = red?.detail ?? `The endpoint could not be looked at (${red?.check ?? 'no answer'}).`
  return { detail: swept(detail), ...(red?.exchange ? { exchange: shownExchange(shown(red.exchange)) } : {}) }
}
