// The words that a scenario may use: the verbs and views of every program under the program's name, and the harness's own.
import type { View } from '@scimulator/shared/behaviour'
import type { z } from 'zod'

export interface VerbWord {
  readonly name: string
  readonly describes: string
  readonly input: z.ZodType
  /** Name of the program that carries it out; undefined for the harness's own. */
  readonly program?: string
}

export interface ViewWord {
  readonly name: string
  readonly describes: string
  readonly query: z.ZodType
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
  readonly verbs: ReadonlyMap<string, { name: string; describes: string; input: z.ZodType }>
  readonly views: ReadonlyMap<string, View>
}

export function createVocabulary(
  programs: readonly ProgramWords[],
  ownVerbs: readonly VerbWord[],
  ownViews: readonly ViewWord[],
): Vocabulary {
  const verbs = programs.flatMap(({ name: program, verbs }) =>
    [...verbs.values()].map(({ name, describes, input }) => ({
      name: `${program}.${name}`,
      describes,
      input,
      program,
    })),
  )
  const views = programs.flatMap(({ name: program, views }) =>
    [...views.values()].map(({ name, describes, query }) => ({
      name: `${program}.${name}`,
      describes,
      query,
      program,
    })),
  )
  return {
    verbs: named([...ownVerbs, ...verbs]),
    views: named([...ownViews, ...views]),
    given: new Map(programs.map(({ name, given, options }) => [given, { options, program: name }])),
  }
}

function named<Word extends { readonly name: string }>(words: readonly Word[]): ReadonlyMap<string, Word> {
  return new Map(words.map((word) => [word.name, word]))
}
