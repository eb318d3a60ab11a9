import type { Control } from '@scimulator/shared/behaviour'
import type { Company } from '@scimulator/shared/people'
import { type Command, InvalidArgumentError } from 'commander'
import { BadInput } from '../scenario/problem.ts'

export interface CompanyArguments {
  readonly people?: number
  readonly groups?: number
  readonly company?: string
  readonly seed: number
}

/** Options of a program that may begin with people in it. */
export function addCompanyOptions(command: Command): Command {
  return command
    .option('--people <number>', 'begin with so many made-up people, when nobody is there yet', wholeNumber(1, 100_000))
    .option('--groups <number>', 'with --people: so many groups (default: one for ten people)', wholeNumber(0, 1_000))
    .option('--company <file>', 'begin with the people of this YAML file, when nobody is there yet')
    .option('--seed <number>', 'with --people: other people for another seed', wholeNumber(0, 2 ** 31 - 1), 1)
}

/**
 * Loads the company that the options name into a program that has nobody yet.
 *
 * @returns what to tell about it; undefined when the options name none
 * @throws BadInput when both --people and --company are given, or the file is no company
 */
export async function loadCompany(control: Control, options: CompanyArguments): Promise<string | undefined> {
  const company = await companyOf(options)
  if (!company) return undefined
  const there = (await control.views.get('users')?.read({})) ?? []
  if (there.length > 0) return `${there.length} people are there already; no company was loaded`
  await control.verbs.get('load-company')?.run({ company })
  return `Loaded ${company.people.length} people and ${company.groups.length} groups of ${company.name}`
}

async function companyOf({ people, groups, company, seed }: CompanyArguments): Promise<Company | undefined> {
  if (people !== undefined && company !== undefined)
    throw new BadInput('--people makes a company up and --company reads one; give one of them.')
  if (groups !== undefined && people === undefined) throw new BadInput('--groups goes with --people.')
  if (company !== undefined) return readCompany(company)
  if (people === undefined) return undefined
  const { generateCompany } = await import('@scimulator/shared/people')
  return generateCompany({ seed, people, groups: groups ?? Math.ceil(people / 10) })
}

async function readCompany(path: string): Promise<Company> {
  const { readCompanyFile } = await import('../scenario/company-source.ts')
  try {
    return readCompanyFile(path, { path, file: path })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new BadInput(`--company "${path}" cannot be read: ${error.message}`)
  }
}

function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (/^\d+$/.test(text) && value >= min && value <= max) return value
    throw new InvalidArgumentError(`It is a whole number from ${min} to ${max}.`)
  }
}
