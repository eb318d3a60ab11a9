import { BadInput } from '@scimulator/harness/scenario'

/** What was typed after an option that counts. @throws BadInput where it is no whole number, or below the least */
export function wholeNumber(option: string, text: string, least = 0): number {
  const value = Number(text)
  if (Number.isSafeInteger(value) && value >= least) return value
  throw new BadInput(`${option} takes a whole number from ${least} on, not "${text}".`)
}
