// What can be fuzzed: something that writes inputs and says what becomes of one.
import type { Draw } from './draw.ts'
import type { Grammar } from './grammar.ts'
import type { Memory } from './heap.ts'
import { mutated, shorter } from './hostile-words.ts'

export interface Target<Input> {
  readonly name: string
  /** Ends of the paths of the files whose branches must be reached; none where a parser of its own is not there. */
  readonly files: readonly string[]
  /** An input as the grammar has it, as far as the draw is not wild. */
  make(draw: Draw): Input
  mutate(input: Input, other: Input, draw: Draw): Input
  smaller(input: Input): Iterable<Input>
  show(input: Input): string
  /** Whether the input got past the parser. @throws where something is not as it must be; a refusal is none of that. */
  run(input: Input): boolean | Promise<boolean>
  /** Everything that inputs have left behind is gone. */
  reset?(): void | Promise<void>
  /** How much there is, by kind; the same after each reset. */
  sizes?(): Readonly<Record<string, number>> | Promise<Readonly<Record<string, number>>>
  /** Of the process that is tried; this one by default. */
  memory?(): Promise<Memory>
  close?(): Promise<void>
}

/** A target whatever its inputs are: for lists. */
export type AnyTarget = Target<unknown>

/** What the inputs of one target are is nobody else's business. */
export function hidden<Input>(target: Target<Input>): AnyTarget {
  // Inputs come from the target itself, so that each is what it takes.
  return target as unknown as AnyTarget
}

interface TextTarget {
  readonly name: string
  readonly files: readonly string[]
  readonly grammar: Grammar
  readonly accepts: (text: string) => boolean | Promise<boolean>
}

/** A parser of texts. */
export function textTarget({ name, files, grammar, accepts }: TextTarget): AnyTarget {
  return hidden<string>({
    ...{ name, files, make: grammar, mutate: mutated, smaller: shorter, run: accepts },
    show: (text) => JSON.stringify(text),
  })
}

/** What does not hold of an answer or of a state. */
class Hurt extends Error {
  override readonly name = 'Hurt'
}

export function must(holds: boolean, what: () => string): void {
  if (!holds) throw new Hurt(what())
}

/** False where it throws an error of these names; any other goes on, as one that nobody meant. */
export function unlessRefused(refusals: readonly string[], parse: () => void): boolean {
  try {
    parse()
    return true
  } catch (error) {
    if (error instanceof Error && refusals.includes(error.name)) return false
    throw error
  }
}
