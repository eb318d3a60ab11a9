import type { Path, YamlDocument } from '../written/yaml-document.ts'
import type { Combination } from './matrix.ts'
import type { VerbWord } from './vocabulary.ts'

/** A file that passed every static check. Steps and expectations are still as written, because placeholders get their value in the run. */
export interface Scenario {
  /** Absolute path. */
  readonly path: string
  /** As shown to people. */
  readonly file: string
  readonly document: YamlDocument
  readonly title: string
  readonly description: string
  readonly seed: number
  /** Milliseconds since the epoch. */
  readonly start: number
  readonly given: Readonly<Record<string, unknown>>
  readonly combinations: readonly Combination[]
  readonly steps: readonly Step[]
  readonly expectations: readonly WrittenExpectation[]
  /** Why the checks after every step are off; undefined while they are on. */
  readonly invariantsOff?: string
  /** The product that the file is about; anywhere else it is skipped as a whole. */
  readonly only?: string
  /** How long all steps together may take, in milliseconds that really pass. */
  readonly timeoutMs?: number
  /** Words by which files are chosen. */
  readonly tags: readonly string[]
  /** Programs that a step, an expectation or `given` names. */
  readonly programs: ReadonlySet<string>
  /** Files that the scenario reads (companies), by absolute path; parsed once. */
  readonly companies: ReadonlyMap<string, unknown>
  /** Files that it depends on beside its own: fragments, companies, goldens; absolute paths. */
  readonly reads: ReadonlySet<string>
}

export interface Step {
  /** `entra.start`, `advance`. */
  readonly verb: string
  readonly word: VerbWord
  readonly input: unknown
  readonly inputPath: Path
  /** Steps that are carried out side by side, lane by lane. */
  readonly lanes?: readonly (readonly Step[])[]
  readonly path: Path
  /** The combinations of the matrix in which it is carried out; all of them where it is left out. */
  readonly among?: readonly Combination[]
  readonly save?: string
  readonly note?: string
  readonly fails?: { readonly message: string }
  /** How long it may take, in milliseconds that really pass. */
  readonly timeoutMs?: number
}

export interface WrittenExpectation {
  readonly value: unknown
  readonly path: Path
}
