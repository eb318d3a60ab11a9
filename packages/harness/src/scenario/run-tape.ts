// Notes what a run does while it runs, for its recording: where each step begins and ends on the wire, and what the directory showed.
import type { RecordedExchange } from '@scimulator/shared/http'
import { isoTime } from '@scimulator/shared/runtime'
import { causeOf } from '../report/cause-of.ts'
import { makeRecording, type NotedStep } from '../report/make-recording.ts'
import type { ExpectationRecord, Recording, Views } from '../report/recording.ts'
import type { ExpectationResult, StepResult } from '../report/result.ts'
import { skipText } from '../report/skip-reason.ts'
import { type StrangersAnswer, strangersAnswer } from '../report/strangers-answer.ts'
import { WhatWasSent } from '../report/what-was-sent.ts'
import type { Reading, RunContext } from '../steps/run-context.ts'
import { UnreadableTarget } from '../target/scim-reading.ts'
import { readView } from '../world/view.ts'
import { isPlainObject } from '../written/plain-object.ts'
import { combinationTitle } from './matrix.ts'
import type { Step } from './scenario.ts'

const WATCHED = ['directory.users', 'directory.groups'] as const

export class RunTape {
  readonly #context: RunContext
  readonly #reads: boolean
  readonly #steps: TapedStep[] = []
  #exchanges = 0
  #readings = 0

  /** @param reads whether the directory is read after each step that may have changed it, and not only taken from the answers */
  constructor(context: RunContext, reads: boolean) {
    this.#context = context
    this.#reads = reads
  }

  async step(step: Step, result: StepResult): Promise<void> {
    const { verb, word, input, note } = step
    const { title, outcome, message, skip } = result
    const said = message ?? (skip && `skipped: ${skipText(skip)}`)
    this.#steps.push({
      ...{ title, verb, input, outcome },
      says: note ?? (word.kind === 'text' ? title : word.describes),
      program: word.program ?? '',
      ...(said === undefined ? {} : { message: said }),
      ...(outcome === 'failed' || outcome === 'error' ? this.#refused() : {}),
      ...(await this.#whatHappened(outcome !== 'skipped' && this.#isToBeRead(step), result.expectations)),
    })
  }

  /** The expectations behind the last step are a step of their own. */
  async end(expectations: readonly ExpectationResult[]): Promise<void> {
    if (expectations.length === 0) return
    const failed = expectations.some(({ outcome }) => outcome === 'failed')
    const isSkipped = expectations.every(({ outcome }) => outcome === 'skipped')
    const outcome = failed ? 'failed' : isSkipped ? 'skipped' : 'passed'
    const step = {
      title: 'What is expected at the end',
      says: '',
      program: '',
      verb: 'expect',
      input: {},
      outcome,
    } as const
    this.#steps.push({ ...step, ...(await this.#whatHappened(false, expectations)) })
  }

  recording(): Recording {
    const { scenario, combination, world } = this.#context
    const { target } = world
    const { title, description, document, file } = scenario
    const suffix = combinationTitle(combination)
    const company = [...scenario.companies.values()].find(isPlainObject)?.name
    return makeRecording({
      story: { id: suffix === '' ? file : `${file} [${suffix}]`, title, text: description, source: document.text },
      ...(typeof company === 'string' ? { company } : {}),
      directory: this.#reads ? 'read' : 'answers',
      isOwn: this.#reads && !target,
      steps: this.#steps.map(noted),
      exchanges: world.recorder.exchanges,
      ...(target ? { plain: (value) => target.plain(value) } : {}),
    })
  }

  async #whatHappened(isRead: boolean, expectations: readonly ExpectationResult[]) {
    const { world, readings } = this.#context
    const from = this.#exchanges
    const shown = [...(isRead ? await this.#read() : []), ...readings.slice(this.#readings)]
    this.#exchanges = world.recorder.exchanges.length
    this.#readings = readings.length
    return {
      ...{ from, to: this.#exchanges, at: isoTime(world.schedule.now()) },
      expectations: expectations.map((one) => this.#expectation(one)),
      shown,
    }
  }

  /** What an identity provider does changes the directory by requests only; everybody else may have other ways. */
  #isToBeRead({ word }: Step): boolean {
    if (!this.#reads || word.effect === 'looks') return false
    const { world } = this.#context
    if (!world.sources.find()) return false
    if (word.program !== 'entra' && word.program !== 'jumpcloud') return true
    return world.recorder.exchanges.slice(this.#exchanges).some(({ request }) => request.method !== 'GET')
  }

  async #read(): Promise<readonly Shown[]> {
    const { world, stepStarts } = this.#context
    try {
      const views = await Promise.all(WATCHED.map((view) => readView(world, view, {}, stepStarts)))
      return views.flatMap((one, at) => (one.kind === 'items' ? [{ view: WATCHED[at] ?? '', items: one.items }] : []))
    } catch (error) {
      if (error instanceof UnreadableTarget) return []
      throw error
    }
  }

  /** What was sent so far, with the names of the scenario in the place of the run's own. */
  #sent(): readonly RecordedExchange[] {
    const { recorder, target } = this.#context.world
    return target ? recorder.exchanges.map((one) => target.plain(one)) : recorder.exchanges
  }

  /** A step fails by the last answer that refused it, or by one that the identity provider could not go on with. */
  #refused() {
    const sent = this.#context.world.recorder.exchanges.slice(this.#exchanges)
    const refused = sent.findLast(({ response }) => !response || response.status >= 400)
    return numbered(refused ?? strangersAnswer(sent)?.exchange)
  }

  #expectation({ title, outcome, skip, failures, line }: ExpectationResult): ExpectationRecord {
    const sent = failures.length === 0 ? [] : this.#sent()
    const instead = strangersAnswer(sent)
    const asked = new WhatWasSent(sent)
    return {
      text: title,
      ok: outcome === 'skipped' ? null : outcome === 'passed',
      ...(skip ? { skipped: skipText(skip) } : {}),
      difference: failures.map((failure) =>
        differenceRecord(failure, causeOf(failure.item, asked, failure.differences), instead),
      ),
      file: this.#context.scenario.file,
      line,
    }
  }
}

/** @param instead what was answered in the place of whom nothing was sent about */
function differenceRecord(
  { item, message, line, differences }: ExpectationResult['failures'][number],
  cause: RecordedExchange | undefined,
  instead: StrangersAnswer | undefined,
): ExpectationRecord['difference'][number] {
  return {
    ...{ item, line },
    message: cause || !instead ? message : `${message}; ${instead.text}`,
    attributes: differences.map((one) => ({ ...one })),
    ...numbered(cause ?? instead?.exchange),
  }
}

/** A step with what was shown after it, as it was handed over: it is sorted only when a recording is wanted. */
interface TapedStep extends Omit<NotedStep, 'read'> {
  readonly shown: readonly Shown[]
}

function noted({ shown, ...step }: TapedStep): NotedStep {
  return shown.length === 0 ? step : { ...step, read: viewsIn(shown) }
}

function numbered(exchange: RecordedExchange | undefined): { readonly exchange?: number } {
  return exchange ? { exchange: exchange.seq } : {}
}

type Shown = Pick<Reading, 'items'> & ({ readonly view: string } | Pick<Reading, 'expectation'>)

function viewsIn(readings: readonly Shown[]): Views {
  return Object.fromEntries(
    readings.map((one) => [
      'view' in one ? one.view : one.expectation.view,
      Object.fromEntries(one.items.map(({ key, value }) => [key, { ...value }])),
    ]),
  )
}
