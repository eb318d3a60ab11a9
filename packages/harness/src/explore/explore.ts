// Random histories of an administrator’s acts, each lived by the real engines and held against an oracle that knows neither wire nor engine.
import * as fc from 'fast-check'
import { shortest } from './shortest.ts'

/** A kind of sender: how its acts are drawn, and what a history of them looks like as a scenario. */
export interface Sender<Act> {
  /** The company that every history begins with; an act of it that is not needed is left out of what is found. */
  readonly first: readonly Act[]
  readonly draw: fc.Arbitrary<Act>
  /** The acts that are legal where they stand, and the text of a scenario file that does them and says what must be there. */
  write(acts: readonly Act[]): { readonly text: string; readonly lived: readonly Act[] }
  name(act: Act): string
}

export interface ExploreOptions<Act> {
  readonly sender: Sender<Act>
  readonly histories: number
  /** Most acts of one history, beside the company’s. */
  readonly acts: number
  readonly seed: number
  /** Runs a scenario; undefined where it passes, else what failed in a sentence. */
  readonly run: (text: string) => Promise<string | undefined>
  readonly onHistory?: (done: number) => void
  /** Asked before each history; true ends the exploration there. */
  readonly isOver?: () => boolean
}

export interface Found {
  /** The shortest scenario file that fails. */
  readonly text: string
  /** Its acts. */
  readonly acts: number
  readonly message: string
}

export interface Explored {
  readonly histories: number
  /** How often each act was done, and each act right after another: `add-member, cycles`. */
  readonly reached: ReadonlyMap<string, number>
  readonly found?: Found
}

/** Deterministic for one seed, as far as the other side is. The first history that fails ends it, once it is at its shortest. */
export async function explore<Act>(options: ExploreOptions<Act>): Promise<Explored> {
  const { sender, acts, seed } = options
  const reached = new Map<string, number>()
  let histories = 0
  const fails = async (drawn: readonly Act[]) => {
    const { text, lived } = sender.write(drawn)
    const message = await options.run(text)
    return { lived, text, message }
  }
  const property = fc.asyncProperty(fc.array(sender.draw, { maxLength: acts, size: 'max' }), async (drawn) => {
    if (options.isOver?.()) return true
    const { lived, message } = await fails([...sender.first, ...drawn])
    count(
      reached,
      lived.slice(sender.first.length).map((act) => sender.name(act)),
    )
    histories += 1
    options.onHistory?.(histories)
    return message === undefined
  })
  const checked = await fc.check(property, { seed, numRuns: options.histories })
  const [counterexample] = checked.counterexample ?? []
  if (counterexample === undefined) return { histories, reached }
  const isFailing = async (some: readonly Act[]) => (await fails(some)).message !== undefined
  const { lived } = await fails([...sender.first, ...counterexample])
  const shrunk = await shortest(lived, isFailing)
  const { text, message = '', lived: left } = await fails(shrunk)
  return { histories, reached, found: { text, acts: left.length, message } }
}

function count(reached: Map<string, number>, names: readonly string[]): void {
  const pairs = names.slice(1).map((name, index) => `${names[index]}, ${name}`)
  for (const one of [...names, ...pairs]) reached.set(one, (reached.get(one) ?? 0) + 1)
}
