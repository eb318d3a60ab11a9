import { BadInput } from '@scimulator/harness'

/** @throws BadInput that names the option and the words it takes */
export function oneOf<Word extends string>(option: string, given: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === given)
  if (found === undefined) throw new BadInput(`${option} takes ${words.join(', ')}, not "${given}".`)
  return found
}
