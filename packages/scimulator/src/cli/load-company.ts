import { BadInput, readCompanyFile } from '@scimulator/harness/scenario'
import type { Control } from '@scimulator/shared/behaviour'
import type { Company } from '@scimulator/shared/people'
import type { CompanyArguments } from './company-options.ts'

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

function readCompany(path: string): Company {
  try {
    return readCompanyFile(path, { path, file: path })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new BadInput(`--company "${path}" cannot be read: ${error.message}`)
  }
}
