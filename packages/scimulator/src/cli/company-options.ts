import { type Command, InvalidArgumentError } from 'commander'

export interface CompanyArguments {
  readonly people?: number
  readonly groups?: number
  readonly company?: string
  readonly seed: number
}

/** Options of a program that may begin with people in it. */
export function addCompanyOptions(command: Command): Command {
  return command
    .option('--people <number>', 'start with this many generated people if there are none yet', wholeNumber(1, 100_000))
    .option('--groups <number>', 'with --people: so many groups (default: one for ten people)', wholeNumber(0, 1_000))
    .option('--company <file>', 'start with the people of this YAML file if there are none yet')
    .option('--seed <number>', 'with --people: other people for another seed', wholeNumber(0, 2 ** 31 - 1), 1)
}

function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (/^\d+$/.test(text) && value >= min && value <= max) return value
    throw new InvalidArgumentError(`It is a whole number from ${min} to ${max}.`)
  }
}
