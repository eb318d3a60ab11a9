import { BadInput, lookAtScenario } from '@scimulator/harness/scenario'
import { shippedPrograms, vocabularyOf } from '@scimulator/harness/world'
import { namedValues } from './named-values.ts'
import { oneScenario } from './one-scenario.ts'
import { EXIT, print } from './output.ts'

export interface LookArguments {
  readonly file: string
  readonly view: string
  readonly query: readonly string[]
  readonly at?: number
  readonly seed?: number
}

/** @throws BadInput when there is nothing to look at */
export async function lookCommand({ file, view, query, at, seed }: LookArguments): Promise<number> {
  const kinds = await shippedPrograms()
  const vocabulary = await vocabularyOf(kinds)
  const type = vocabulary.views.get(view)?.query
  const asked = type ? namedValues(query, type, view) : {}
  const given = { ...(at === undefined ? {} : { at }), ...(seed === undefined ? {} : { seed }) }
  if (seed !== undefined && !Number.isInteger(seed)) throw new BadInput('A seed is a whole number.')
  const items = await lookAtScenario(oneScenario(file, vocabulary), { kinds, vocabulary, view, query: asked, ...given })
  print(JSON.stringify(Object.fromEntries(items.map(({ key, value }) => [key, value])), undefined, 2))
  return EXIT.passed
}
