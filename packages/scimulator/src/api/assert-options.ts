import { suggest } from '@scimulator/harness/scenario'

/** Whether an option may have this value; if not, what it takes, in words. */
type Check = (value: unknown) => true | string

/** One check for each option that there is, so that none is forgotten. */
export type OptionChecks<Options> = { readonly [Name in keyof Required<Options>]: Check }

/**
 * What TypeScript's users are told by their compiler, for all others. An option that is undefined is one that was left out.
 *
 * @param needed options without which nothing can be done
 * @throws Error that names the function, the option and the way out
 */
export function assertOptions<Options extends object>(
  caller: string,
  given: unknown,
  checks: OptionChecks<Options>,
  needed: readonly (keyof Options & string)[] = [],
): void {
  if (!isRecord(given)) throw new Error(`${caller} takes its options as an object; it was given ${shown(given)}.`)
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue
    const check: Check | undefined = Object.hasOwn(checks, name) ? checks[name as keyof Options] : undefined
    if (!check) throw new Error(`${caller} has no option "${name}". ${suggest(name, Object.keys(checks))}`)
    const held = check(value)
    if (held !== true) throw new Error(`${caller}: ${name} is ${shown(value)}; it takes ${held}.`)
  }
  const missing = needed.find((name) => given[name] === undefined)
  if (missing !== undefined) throw new Error(`${caller} needs the option "${missing}".`)
}

export const aText: Check = (value) => typeof value === 'string' || 'a text'

export const aFlag: Check = (value) => typeof value === 'boolean' || 'true or false'

export const aWholeNumber: Check = (value) => Number.isSafeInteger(value) || 'a whole number'

export const texts: Check = (value) =>
  (Array.isArray(value) && value.every((one) => typeof one === 'string')) || 'a list of texts'

export const milliseconds: Check = (value) =>
  (Array.isArray(value) && value.every((one) => typeof one === 'number' && one >= 0)) || 'a list of milliseconds'

/** Values by name, such as switches; the program knows which there are. */
export const valuesByName: Check = (value) => isRecord(value) || 'an object with a value for each name'

/** What is looked at by itself, with a message of its own. */
export const options: Check = (value) => isRecord(value) || 'an object of options'

export function oneOf(...names: readonly string[]): Check {
  return (value) => names.some((name) => name === value) || names.map((name) => `"${name}"`).join(' or ')
}

export function someOf(...names: readonly string[]): Check {
  return (value) =>
    (Array.isArray(value) && value.every((one) => names.includes(one))) ||
    `a list of ${names.map((name) => `"${name}"`).join(', ')}`
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A value as a message has it: short, and never the inside of an object, which may be secret. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length <= 5 ? JSON.stringify(value) : `a list of ${value.length}`
  if (typeof value === 'object' && value !== null) return 'an object'
  return typeof value === 'string' ? JSON.stringify(value.slice(0, 60)) : String(value)
}
