import { type Command, InvalidArgumentError } from 'commander'

export interface CompanyArguments {
  readonly people?: number
  readonly groups?: number
  readonly largestGroup?: number
  readonly company?: string
  readonly seed: number
}

const MOST = 1_000_000
const MOST_GROUPS = 20_000

/** Options of a program that may begin with people in it. */
export function addCompanyOptions(command: Command): Command {
  return command
    .option('--people <number>', 'start with this many generated people if there are none yet', wholeNumber(1, MOST))
    .option(
      '--groups <number>',
      `with --people: the number of groups (default: one for ten people, at most ${MOST_GROUPS})`,
      wholeNumber(0, MOST_GROUPS),
    )
    .option('--largest-group <number>', 'with --people: the number of members of the first group', wholeNumber(1, MOST))
    .option('--company <file>', 'start with the people of this YAML file if there are none yet')
    .option('--seed <number>', 'with --people: another seed makes other people', wholeNumber(0, 2 ** 31 - 1), 1)
}

function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (/^\d+$/.test(text) && value >= min && value <= max) return value
    throw new InvalidArgumentError(`It is a whole number from ${min} to ${max}.`)
  }
}
