// Random histories of an administrator’s acts, each lived by the real engines and held against an oracle that knows neither wire nor engine.
import * as fc from 'fast-check'
import { scenarioText, type WrittenScenario } from '../written/scenario-text.ts'
import { Coverage, type Reached } from './coverage.ts'
import type { RunTold, Told } from './run-told.ts'
import type { Lived, Points, Sender } from './sender.ts'
import { shortest } from './shortest.ts'

export interface ExploreOptions<Act> {
  readonly sender: Sender<Act>
  readonly histories: number
  /** Most acts of one history, beside the company’s. */
  readonly acts: number
  readonly seed: number
  readonly run: RunTold
  /** Of several that share the histories: the first is 1. Each tries every n-th history. */
  readonly shard?: { readonly index: number; readonly of: number }
  /** Scenario files of earlier finds, which are run before anything is drawn. */
  readonly corpus?: readonly string[]
  /** Histories at a time, for an endpoint that takes its time. Default 1; with more, which history comes upon something first is chance. */
  readonly parallel?: number
  readonly onHistory?: (done: number) => void
  /** Asked before each history; true ends the exploration there. */
  readonly isOver?: () => boolean
}

export interface Found {
  /** The shortest scenario file that fails. */
  readonly text: string
  /** Its acts; absent for a file of the corpus. */
  readonly acts?: number
  readonly message: string
}

export interface Explored {
  readonly reached: Reached
  readonly found?: Found
  /** Histories that failed and passed when they were lived again: nobody is blamed for those. */
  readonly unsteady: number
  /** Histories of which nothing is known, because they were not lived to their end, and why the first was not. */
  readonly unjudged?: Unjudged
}

export interface Unjudged {
  readonly histories: number
  readonly why: string
}

/** A history that was drawn, and what draws it again. */
interface Drawing<Act> {
  readonly seed: number
  readonly arbitrary: fc.Arbitrary<Act[]>
  readonly lived: Lived<Act>
}

/** So many are drawn for each history; the one is lived that comes to most that was never reached. */
const CHOICE = 2

/** So many are drawn for each that is to be done, because most are not legal where they would stand. */
const SPARE = 3

/** So many shorter forms fast-check may try; it leaves out much at first, and little for long. */
const TRIES = 60

/** Deterministic for one seed, as far as the other side is. The first history that fails ends it, once it is at its shortest. */
export async function explore<Act>(options: ExploreOptions<Act>): Promise<Explored> {
  const known = await firstOfCorpus(options)
  return known ?? new Exploration(options).whole()
}

async function firstOfCorpus<Act>({ corpus = [], run, sender }: ExploreOptions<Act>): Promise<Explored | undefined> {
  for (const text of corpus) {
    const { outcome, message } = await run(text)
    if (outcome !== 'failed' || (await run(text)).outcome !== 'failed') continue
    return { reached: coverageOf(sender).reached(), unsteady: 0, found: { text, message } }
  }
  return undefined
}

class Exploration<Act> {
  readonly #options: ExploreOptions<Act>
  /** Of all that were drawn, which decides what is drawn next. */
  readonly #coverage: Coverage
  /** Of those that were lived to their end. */
  readonly #reached: Coverage
  #next = 0
  #done = 0
  #unsteady = 0
  #unjudged: Unjudged | undefined
  #failed: Drawing<Act> | undefined

  constructor(options: ExploreOptions<Act>) {
    this.#options = options
    this.#coverage = coverageOf(options.sender)
    this.#reached = coverageOf(options.sender)
  }

  async whole(): Promise<Explored> {
    const { parallel = 1 } = this.#options
    await Promise.all(Array.from({ length: parallel }, () => this.#lane()))
    const found = this.#failed && (await this.#shorten(this.#failed))
    return {
      reached: this.#reached.reached(),
      unsteady: this.#unsteady,
      ...(this.#unjudged ? { unjudged: this.#unjudged } : {}),
      ...(found ? { found } : {}),
    }
  }

  async #lane(): Promise<void> {
    const { isOver, onHistory } = this.#options
    for (let number = this.#take(); number !== undefined; number = this.#take()) {
      const drawing = this.#draw(number)
      const names = drawnNames(this.#options.sender, drawing.lived)
      this.#coverage.note(names, drawing.lived.states)
      const told = await this.#options.run(drawing.lived.scenario('every'))
      // What was stopped in the middle says nothing.
      if (isOver?.()) return
      if (told.outcome === 'unjudged') this.#leaveOut(told)
      else this.#reached.note(names, drawing.lived.states)
      if (told.outcome === 'failed' && (await this.#stands(drawing))) this.#failed ??= drawing
      this.#done += 1
      onHistory?.(this.#done)
    }
  }

  #leaveOut({ message }: Told): void {
    const { histories = 0, why = message } = this.#unjudged ?? {}
    this.#unjudged = { histories: histories + 1, why }
  }

  /** The number of the next history, while there is one to be lived. */
  #take(): number | undefined {
    const { histories, shard = { index: 1, of: 1 }, isOver } = this.#options
    const number = this.#next * shard.of + shard.index - 1
    if (this.#failed || number >= histories || isOver?.()) return undefined
    this.#next += 1
    return number
  }

  #draw(number: number): Drawing<Act> {
    const { sender, acts, seed } = this.#options
    const drawn = sender.drawn.map((one) => ({ arbitrary: one.arbitrary, weight: this.#coverage.weigh(one) }))
    const arbitrary = fc.array(fc.oneof(...drawn), { maxLength: acts * SPARE, size: 'max' })
    const choice = Array.from({ length: CHOICE }, (_, at): Drawing<Act> => {
      const own = seedOf(seed, number, at)
      const [some = []] = fc.sample(arbitrary, { seed: own, numRuns: 1, unbiased: true })
      return { seed: own, arbitrary, lived: sender.live([...sender.first, ...some], acts) }
    })
    const news = ({ lived }: Drawing<Act>) => this.#coverage.news(drawnNames(sender, lived), lived.states)
    return choice.reduce((best, one) => (news(one) > news(best) ? one : best))
  }

  /** At an endpoint that is written to by others, or shows a write late, a difference may be gone when it is looked at again. */
  async #stands({ lived }: Drawing<Act>): Promise<boolean> {
    if ((await this.#fails(lived.scenario('every'))) !== undefined) return true
    this.#unsteady += 1
    return false
  }

  /** Undefined where nothing speaks against the other side. */
  async #fails(written: string | WrittenScenario): Promise<string | undefined> {
    const { outcome, message } = await this.#options.run(written)
    return outcome === 'failed' ? message : undefined
  }

  /** First what fast-check leaves of what it drew, then whatever of that, and of the company, is not needed either. */
  async #shorten({ seed, arbitrary }: Drawing<Act>): Promise<Found> {
    const { sender, acts, isOver } = this.#options
    const isFailing = async (some: readonly Act[]) =>
      !isOver?.() && (await this.#fails(sender.live(some, acts).scenario('every'))) !== undefined
    let tries = 0
    const property = fc.asyncProperty(arbitrary, async (some) => {
      tries += 1
      return tries > TRIES || !(await isFailing([...sender.first, ...some]))
    })
    const { counterexample } = await fc.check(property, { seed, numRuns: 1, unbiased: true })
    const [some] = counterexample ?? fc.sample(fc.tuple(arbitrary), { seed, numRuns: 1, unbiased: true })[0] ?? [[]]
    const left = await shortest(sender.live([...sender.first, ...some], acts).acts, isFailing)
    return this.#write(sender.live(left))
  }

  /** With no more looks at the directory than the failure needs. */
  async #write(lived: Lived<Act>): Promise<Found> {
    for (const points of ['end', 'last', 'every'] satisfies Points[]) {
      const told = lived.scenario(points)
      const text = typeof told === 'string' ? told : scenarioText(told)
      const message = await this.#fails(text)
      if (message !== undefined || points === 'every') return { text, acts: lived.acts.length, message: message ?? '' }
    }
    throw new Error('There is no third way to write a history.')
  }
}

function coverageOf<Act>({ drawn, states }: Sender<Act>): Coverage {
  return new Coverage([...new Set(drawn.flatMap(({ names }) => names))], states)
}

/** Of what was drawn; the company’s acts come with every history. */
function drawnNames<Act>(sender: Sender<Act>, { acts }: Lived<Act>): readonly string[] {
  return acts.slice(sender.first.length).map((act) => sender.name(act))
}

/** Of one history, whichever machine lives it. */
function seedOf(seed: number, history: number, choice: number): number {
  return (Math.imul(seed, 0x9e3779b1) ^ Math.imul(history + 1, 0x85ebca6b) ^ Math.imul(choice + 1, 0xc2b2ae35)) | 0
}
