import { BadInput } from '@scimulator/harness'
import { nearest, suggest } from '@scimulator/shared/behaviour'

/** @throws BadInput that names the option and the words it takes */
export function oneOf<Word extends string>(option: string, given: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === given)
  if (found !== undefined) return found
  const hint = nearest(given, words).length === 0 ? '' : ` ${suggest(given, words)}`
  throw new BadInput(`${option} takes ${words.join(', ')}, not "${given}".${hint}`)
}
