// One input at one target, and everything that must not come of it, whatever the target is.
import type { AnyTarget } from './target.ts'
import type { Watchdog } from './watchdog.ts'

export interface Failure {
  readonly input: string
  readonly message: string
}

interface Tried {
  readonly accepted: boolean
  /** By the clock. */
  readonly ms: number
  /** That this process worked meanwhile, in milliseconds. */
  readonly worked: number
}

export type Outcome = Tried | Failure

/** No input may take longer. */
const LONGEST_MS = 1_000
/** What takes longer by the clock is asked so often: a machine that was busy with others is no finding. */
const TIMES_SLOW = 3
/** So long, and no work of this process to show for it, is waiting and not a busy machine. */
const LONGEST_WAIT_MS = 5_000

const PROTOTYPES = [Object.prototype, Array.prototype, Function.prototype, String.prototype, Map.prototype] as const

/** What goes wrong beside the input that is being tried: promises that nobody waits for, exceptions of callbacks. */
export class Watch {
  readonly #watchdog: Watchdog
  readonly #faults: string[] = []
  readonly #keys = keysOfPrototypes()

  constructor(watchdog: Watchdog) {
    this.#watchdog = watchdog
    process.on('unhandledRejection', (reason) => this.#faults.push(`unhandled rejection: ${told(reason)}`))
    process.on('uncaughtException', (error) => this.#faults.push(`uncaught exception: ${told(error)}`))
  }

  /** Nothing is being tried, however long it takes. */
  rests(): void {
    this.#watchdog.rests()
  }

  begins(shown: string): void {
    this.#watchdog.begins(shown)
  }

  /** A fault that has been noticed, once. */
  fault(): string | undefined {
    if (keysOfPrototypes() !== this.#keys) return 'a prototype that all objects have in common has another member'
    return this.#faults.shift()
  }

  /** Rejections are told a turn later: the batch is asked again, one by one, when there is one. */
  async lateFault(target: AnyTarget, batch: readonly unknown[]): Promise<Failure | undefined> {
    await turn()
    this.#watchdog.rests()
    const message = this.#faults.shift()
    if (message === undefined) return undefined
    for (const input of batch) {
      const outcome = await tryInput(target, input, this)
      await turn()
      const again = 'message' in outcome ? outcome.message : this.#faults.shift()
      if (again !== undefined) return { input: target.show(input), message: again }
    }
    return { input: 'one of a batch', message }
  }
}

export async function tryInput(target: AnyTarget, input: unknown, watch: Watch): Promise<Outcome> {
  let outcome = await ask(target, input, watch)
  for (let times = 1; ; times += 1) {
    if ('message' in outcome) return smallest(target, input, outcome, watch)
    if (!isSlow(target, outcome)) return outcome
    if (times === TIMES_SLOW) return { input: target.show(input), message: `it takes ${Math.round(outcome.ms)} ms` }
    outcome = await ask(target, input, watch)
  }
}

/** How much another process worked for it is not known: there the clock says it. */
function isSlow(target: AnyTarget, { ms, worked }: Tried): boolean {
  if (ms <= LONGEST_MS) return false
  return target.memory !== undefined || worked > LONGEST_MS || ms > LONGEST_WAIT_MS
}

async function ask(target: AnyTarget, input: unknown, watch: Watch): Promise<Outcome> {
  watch.begins(`${target.name}: ${target.show(input)}`)
  const [began, cpu] = [performance.now(), process.cpuUsage()]
  try {
    const asked = target.run(input)
    const accepted = typeof asked === 'boolean' ? asked : await asked
    const message = watch.fault()
    if (message !== undefined) return { input: target.show(input), message }
    const ms = performance.now() - began
    return { accepted, ms, worked: ms > LONGEST_MS ? workedSince(cpu) : 0 }
  } catch (error) {
    return { input: target.show(input), message: told(error) }
  }
}

function workedSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

const MOST_TRIES = 300

/** As small as it can be made and still hurt. What needs the inputs before it stays as it is. */
async function smallest(target: AnyTarget, input: unknown, failure: Failure, watch: Watch): Promise<Failure> {
  let [now, found] = [input, failure]
  for (let tries = 0, isSmaller = true; isSmaller && tries < MOST_TRIES; ) {
    isSmaller = false
    for (const candidate of target.smaller(now)) {
      tries += 1
      const outcome = await ask(target, candidate, watch)
      if (!('message' in outcome)) continue
      now = candidate
      found = outcome
      isSmaller = true
      break
    }
  }
  return found
}

function keysOfPrototypes(): number {
  let keys = 0
  for (const prototype of PROTOTYPES) keys += Reflect.ownKeys(prototype).length
  return keys
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

function told(error: unknown): string {
  return error instanceof Error ? `${error.stack ?? error.message}`.slice(0, 1_500) : String(error)
}
