// Tries inputs at one target: half of them such that it accepts them, guided by the branches that they reach. The first that hurts ends it.
import { Corpus, isKept } from './corpus.ts'
import type { Coverage, FileCoverage } from './coverage.ts'
import { Draw } from './draw.ts'
import { type Memory, memoryNow } from './heap.ts'
import type { AnyTarget } from './target.ts'
import { type Failure, tryInput, type Watch } from './try-input.ts'

interface FuzzOptions {
  readonly inputs: number
  readonly seed: number
  readonly coverage: Coverage
  readonly watch: Watch
  /** After each stretch, so that a long run is seen to go on. */
  readonly onStretch?: (stretch: Stretch) => void
}

export interface Stretch {
  readonly name: string
  readonly tried: number
  readonly of: number
  readonly seconds: number
  readonly memory: Memory
}

export interface Fuzzed {
  readonly name: string
  readonly seed: number
  readonly tried: number
  readonly accepted: number
  readonly corpus: number
  readonly files: readonly FileCoverage[]
  /** Milliseconds. */
  readonly slowest: number
  readonly seconds: number
  /** After each stretch, when everything was as in the beginning: of the process that was tried. */
  readonly memory: readonly Memory[]
  readonly failure?: Failure
}

/** Inputs between two looks at the coverage: fewer while each look finds something. */
const LEAST_BATCH = 60
const MOST_BATCH = 1_000
const RESET_EVERY = 1_000
/** A look at the heap takes a while: a run has two stretches, or as many as there are of so many inputs. */
const STRETCH = 20_000

export async function fuzzTarget(target: AnyTarget, options: FuzzOptions): Promise<Fuzzed> {
  const run = new FuzzRun(target, options)
  const began = performance.now()
  const failure = await run.all()
  options.watch.rests()
  const { tried, accepted, slowest, corpus } = run
  return {
    ...{ name: target.name, seed: options.seed, tried, accepted, corpus: corpus.size, slowest, memory: run.memory },
    files: options.coverage.of(target.files),
    seconds: (performance.now() - began) / 1000,
    ...(failure ? { failure } : {}),
  }
}

class FuzzRun {
  tried = 0
  accepted = 0
  slowest = 0
  readonly memory: Memory[] = []
  readonly #began = performance.now()
  readonly corpus = new Corpus()
  readonly #target: AnyTarget
  readonly #options: FuzzOptions
  readonly #draw: Draw
  /** Share of the inputs that are made as the grammar has them: moved so that half of all is accepted. */
  #calm = 0.5
  #size = LEAST_BATCH

  constructor(target: AnyTarget, options: FuzzOptions) {
    this.#target = target
    this.#options = options
    this.#draw = new Draw(options.seed)
  }

  async all(): Promise<Failure | undefined> {
    const { inputs } = this.#options
    await this.#target.reset?.()
    const sizes = JSON.stringify((await this.#target.sizes?.()) ?? {})
    const stretches = Math.max(2, Math.ceil(inputs / STRETCH))
    for (let stretch = 1; stretch <= stretches; stretch += 1) {
      const failed = (await this.#upTo(Math.ceil((inputs * stretch) / stretches))) ?? (await this.#sizesAre(sizes))
      if (failed) return failed
      await this.#look(inputs)
    }
    return undefined
  }

  async #look(of: number): Promise<void> {
    const memory = (await this.#target.memory?.()) ?? memoryNow()
    this.memory.push(memory)
    const seconds = (performance.now() - this.#began) / 1000
    this.#options.onStretch?.({ name: this.#target.name, tried: this.tried, of, seconds, memory })
  }

  async #sizesAre(before: string): Promise<Failure | undefined> {
    await this.#target.reset?.()
    const after = JSON.stringify((await this.#target.sizes?.()) ?? {})
    return before === after ? undefined : { input: 'reset', message: `There was ${before}, and after a reset ${after}` }
  }

  async #upTo(inputs: number): Promise<Failure | undefined> {
    while (this.tried < inputs) {
      const size = Math.min(this.#size, inputs - this.tried, RESET_EVERY - (this.tried % RESET_EVERY))
      const failure = await this.#batch(size)
      if (failure) return failure
      if (this.tried % RESET_EVERY === 0) await this.#target.reset?.()
    }
    return undefined
  }

  async #batch(size: number): Promise<Failure | undefined> {
    const { coverage, watch } = this.#options
    const batch: unknown[] = []
    for (let left = size; left > 0; left -= 1) {
      const input = this.#next()
      batch.push(input)
      const outcome = await tryInput(this.#target, input, watch)
      this.tried += 1
      if ('message' in outcome) return outcome
      this.#note(input, outcome)
    }
    const late = await watch.lateFault(this.#target, batch)
    if (late) return late
    if (this.#target.files.length === 0) return undefined
    const fresh = coverage.look(this.#target.files)
    this.#size = Math.ceil(Math.min(MOST_BATCH, Math.max(LEAST_BATCH, this.#size * (fresh.length > 0 ? 0.7 : 2))))
    if (fresh.length > 0) this.corpus.keep(await this.#whoReached(fresh, batch), this.#draw)
    return undefined
  }

  #note(input: unknown, { accepted, ms }: { readonly accepted: boolean; readonly ms: number }): void {
    if (accepted) this.accepted += 1
    this.slowest = Math.max(this.slowest, ms)
    const step = this.accepted * 2 < this.tried ? 0.02 : -0.02
    this.#calm = Math.min(1, Math.max(0, this.#calm + step))
    if (isKept(accepted, this.#draw)) this.corpus.keep(input, this.#draw)
  }

  #next(): unknown {
    const [draw, target] = [this.#draw, this.#target]
    draw.wildness = draw.chance(this.#calm) ? 0 : draw.pick([0.02, 0.06, 0.2])
    const isFresh = draw.wildness === 0 || this.corpus.size === 0 || draw.chance(0.4)
    return isFresh ? target.make(draw) : target.mutate(this.corpus.pick(draw), this.corpus.pick(draw), draw)
  }

  /** Halves the batch as long as one half reaches the same again; of what depends on earlier inputs any will do. */
  async #whoReached(fresh: readonly string[], batch: readonly unknown[]): Promise<unknown> {
    let left = batch
    while (left.length > 1) {
      const half = left.slice(0, left.length >> 1)
      for (const input of half) await tryInput(this.#target, input, this.#options.watch)
      left = this.#options.coverage.sees(fresh, this.#target.files) ? half : left.slice(half.length)
    }
    return left[0]
  }
}
