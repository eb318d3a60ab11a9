import { InvalidArgumentError, Option } from 'commander'

export interface CompanyArguments {
  readonly people?: number
  readonly groups?: number
  readonly largestGroup?: number
  readonly company?: string
  /** Absent where a program has no people of its own. */
  readonly seed?: number
}

const MOST = 1_000_000
const MOST_GROUPS = 20_000

/** Options of a program that may begin with people in it. */
export function companyOptions(): readonly Option[] {
  return [
    numberOption('--people <number>', 'start with this many generated people if there are none yet', 1, MOST),
    numberOption(
      '--groups <number>',
      `with --people: the number of groups (default: one for ten people, at most ${MOST_GROUPS})`,
      0,
      MOST_GROUPS,
    ),
    numberOption('--largest-group <number>', 'with --people: the number of members of the first group', 1, MOST),
    new Option('--company <file>', 'start with the people of this YAML file if there are none yet'),
    numberOption('--seed <number>', 'with --people: another seed makes other people', 0, 2 ** 31 - 1).default(1),
  ]
}

function numberOption(flags: string, about: string, min: number, max: number): Option {
  return new Option(flags, about).argParser((text) => {
    const value = Number(text)
    if (/^\d+$/.test(text) && value >= min && value <= max) return value
    throw new InvalidArgumentError(`It is a whole number from ${min} to ${max}.`)
  })
}
