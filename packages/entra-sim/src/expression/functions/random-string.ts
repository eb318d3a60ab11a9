import { integerAt, optional, parameter, type StrictFunction, textAt } from '../expression-function.ts'
import { failure } from '../value.ts'

const digits = '0123456789'
const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const lowerCase = 'abcdefghijklmnopqrstuvwxyz'
const specials = '!#$%&()*+,-./:;<=>?@[]^_{|}~'
const longest = 256

/**
 * `RandomString(Length, MinimumNumbers, MinimumSpecialCharacters, MinimumCapital, MinimumLowerCase,
 * CharactersToAvoid)`: random text that meets the minima; what is left over comes from the classes whose minimum is not
 * zero, or from letters and digits when all are zero [decided]. At most 256 characters; a length below the sum of the
 * minima, and a class with no character left, are errors. Chance comes from the environment.
 * Source: Microsoft function reference [documented].
 */
export const randomString: StrictFunction = {
  kind: 'strict',
  name: 'RandomString',
  listed: true,
  describes: 'A random text of a length, with so many digits, special characters, capital and small letters at least.',
  example: { expression: 'RandomString(8, 2, 0, 2, 2)' },
  parameters: [
    parameter('Length', { type: 'Integer' }),
    parameter('MinimumNumbers', { type: 'Integer' }),
    parameter('MinimumSpecialCharacters', { type: 'Integer' }),
    parameter('MinimumCapital', { type: 'Integer' }),
    parameter('MinimumLowerCase', { type: 'Integer' }),
    optional('CharactersToAvoid'),
  ],
  evaluate: (given, run) => {
    const counts: number[] = []
    for (const [index, formal] of randomString.parameters.slice(0, 5).entries()) {
      const number = integerAt(given, index, formal.name)
      if (typeof number !== 'number') return number
      counts.push(Math.max(0, number))
    }
    const [length = 0, ...minima] = counts
    const classes = [digits, specials, capitals, lowerCase].map((set) => without(set, textAt(given, 5) ?? ''))
    const problem = impossible(length, minima, classes)
    return problem === null ? compose(length, minima, classes, run.environment.random) : failure(problem)
  },
}

function without(set: string, avoided: string): string {
  return [...set].filter((character) => !avoided.includes(character)).join('')
}

function impossible(length: number, minima: readonly number[], classes: readonly string[]): string | null {
  const sum = minima.reduce((total, minimum) => total + minimum, 0)
  if (length > longest) return `The length ${length} is above ${longest}.`
  if (length < sum) return `The length ${length} is below the sum of the minima, ${sum}.`
  const isShort = minima.some((minimum, index) => minimum > 0 && classes[index] === '')
  return isShort || (length > sum && pool(minima, classes) === '') ? 'No character is left to choose from.' : null
}

function pool(minima: readonly number[], classes: readonly string[]): string {
  const asked = classes.filter((_, index) => (minima[index] ?? 0) > 0)
  return asked.length > 0 ? asked.join('') : `${classes[0]}${classes[2]}${classes[3]}`
}

function compose(length: number, minima: readonly number[], classes: readonly string[], random: () => number): string {
  const chosen = classes.flatMap((set, index) => Array.from({ length: minima[index] ?? 0 }, () => pick(set, random)))
  while (chosen.length < length) chosen.push(pick(pool(minima, classes), random))
  for (let last = chosen.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    const kept = chosen[last] ?? ''
    chosen[last] = chosen[other] ?? ''
    chosen[other] = kept
  }
  return chosen.join('')
}

function pick(set: string, random: () => number): string {
  return set.charAt(Math.floor(random() * set.length))
}
