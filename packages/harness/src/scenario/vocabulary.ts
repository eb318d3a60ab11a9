// The words that a scenario may use: the verbs and views of every program under the program's name, and the harness's own.
import type { Control, Effect } from '@scimulator/shared/behaviour'
import type { z } from 'zod'
import type { Path } from '../written/yaml-document.ts'
import { isOldWord } from './old-words.ts'

export interface VerbWord {
  readonly name: string
  readonly describes: string
  readonly input: z.ZodType
  readonly effect: Effect
  readonly listsTarget?: true
  isInward?(input: unknown): boolean
  /** What is wrong with an input although its type fits, each with its place in it. */
  problemsIn?(input: unknown): readonly { readonly message: string; readonly path: Path }[]
  /** Names under which values of an input's result are kept, beside that of `save`. */
  keeps?(input: unknown): readonly string[]
  /** The name under which an input keeps a state, or of the one that it goes back to. */
  backup?(input: unknown): { readonly name: unknown; readonly isMade: boolean }
  /** It stands for other steps, which the file is read with in its place. */
  readonly standsFor?: 'repeat' | 'include'
  /** Its input is lanes of other steps, which are carried out side by side. */
  readonly hasLanes?: true
  /** The harness's own that may be carried out beside others. */
  readonly mayRunBeside?: true
  /** The expectation in an input, and where it stands in it. */
  expectationIn?(input: unknown): { readonly value: unknown; readonly path: Path } | undefined
  /** The step that an input puts off, and where it stands in it. */
  stepIn?(input: unknown): { readonly value: Readonly<Record<string, unknown>>; readonly path: Path } | undefined
  /** The golden file that an input names, from the scenario's folder or one above it. */
  golden?(input: unknown): unknown
  /** The program that an input is for, or several, where the verb is nobody's own. */
  asks?(input: unknown): string | readonly string[] | undefined
  /**
   * `verb` when left out. Of `expectations` the input is one or a list of them, interpolated and checked one by one; of a `text`, what is
   * shown between the steps.
   */
  readonly kind?: 'verb' | 'text' | 'expectations'
  /** Name of the vocabulary that it belongs to; undefined for the harness's own. */
  readonly program?: string
}

export interface ViewWord {
  readonly name: string
  readonly describes: string
  readonly query: z.ZodType
  /** What an item's value is made of. */
  readonly item: z.ZodType
  readonly program?: string
}

export interface Vocabulary {
  readonly verbs: ReadonlyMap<string, VerbWord>
  readonly views: ReadonlyMap<string, ViewWord>
  /** Members of `given`, apart from `start`, with what they accept, and the program that each belongs to. */
  readonly given: ReadonlyMap<string, { readonly options: z.ZodType; readonly program: string }>
}

/** What the vocabulary needs to know of a program. */
export interface ProgramWords {
  readonly name: string
  readonly given: string
  readonly options: z.ZodType
  readonly controls: readonly Pick<Control, 'name' | 'verbs' | 'views'>[]
}

export function createVocabulary(
  programs: readonly ProgramWords[],
  ownVerbs: readonly VerbWord[],
  ownViews: readonly ViewWord[],
): Vocabulary {
  const controls = programs.flatMap(({ controls }) => controls)
  const verbs = controls.flatMap(({ name: program, verbs }) =>
    [...verbs.values()].map(({ name, describes, input, effect, listsTarget, isInward }) => ({
      name: `${program}.${name}`,
      describes,
      input,
      effect,
      ...(listsTarget ? { listsTarget } : {}),
      ...(isInward ? { isInward } : {}),
      program,
    })),
  )
  const views = controls.flatMap(({ name: program, views }) =>
    [...views.values()].map(({ name, describes, query, item }) => ({
      name: `${program}.${name}`,
      describes,
      query,
      item,
      program,
    })),
  )
  return {
    verbs: named([...ownVerbs, ...verbs].filter(({ name }) => !isOldWord(name))),
    views: named([...ownViews, ...views]),
    given: new Map(programs.map(({ name, given, options }) => [given, { options, program: name }])),
  }
}

function named<Word extends { readonly name: string }>(words: readonly Word[]): ReadonlyMap<string, Word> {
  return new Map(words.map((word) => [word.name, word]))
}
