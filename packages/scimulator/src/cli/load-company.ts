import { BadInput, readCompanyFile } from '@scimulator/harness/scenario'
import type { Control } from '@scimulator/shared/behaviour'
import type { Company } from '@scimulator/shared/people'
import type { CompanyPlan } from '@scimulator/shared/people/generate'
import type { CompanyArguments } from './company-options.ts'

/** For a program whose verb `load-company` knows whom an earlier part has brought: a large company is loaded piece by piece. */
export interface InParts {
  /** People, or members of groups, in a part. */
  readonly size: number
  readonly progress: (people: number) => void
}

/**
 * Loads the company that the options name into a program that has nobody yet.
 *
 * @returns what to tell about it; undefined when the options name none
 * @throws BadInput when both --people and --company are given, or the file is no company
 */
export async function loadCompany(
  control: Control,
  options: CompanyArguments,
  inParts?: InParts,
): Promise<string | undefined> {
  const source = sourceOf(options)
  if (!source) return undefined
  const there = (await control.views.get('users')?.read({})) ?? []
  if (there.length > 0) return `${there.length} people are there already; no company was loaded`
  const load = (company: Company) => control.verbs.get('load-company')?.run({ company })
  if ('plan' in source) return generate(source.plan, load, inParts)
  await load(source.company)
  return told(source.company.people.length, source.company.groups.length, source.company.name)
}

type Source = { readonly plan: CompanyPlan } | { readonly company: Company }

function sourceOf({ people, groups, largestGroup, company, seed = 1 }: CompanyArguments): Source | undefined {
  if (people !== undefined && company !== undefined)
    throw new BadInput('--people makes a company up and --company reads one; give one of them.')
  if (groups !== undefined && people === undefined) throw new BadInput('--groups goes with --people.')
  if (largestGroup !== undefined && people === undefined) throw new BadInput('--largest-group goes with --people.')
  if (largestGroup !== undefined && groups === 0)
    throw new BadInput('--largest-group needs a group, and --groups says 0.')
  if (company !== undefined) return { company: readCompany(company) }
  if (people === undefined) return undefined
  const wanted = groups ?? Math.min(Math.ceil(people / 10), MOST_BY_ITSELF)
  return { plan: { seed, people, groups: wanted, ...(largestGroup === undefined ? {} : { largestGroup }) } }
}

/** Where nobody says how many groups there are to be. */
const MOST_BY_ITSELF = 20_000

async function generate(
  plan: CompanyPlan,
  load: (company: Company) => unknown,
  inParts: InParts | undefined,
): Promise<string> {
  const { generateCompany, generateInParts } = await import('@scimulator/shared/people/generate')
  const isLarge = inParts !== undefined && plan.people > inParts.size
  let [people, groups, of] = [0, 0, '']
  for (const company of isLarge ? generateInParts(plan, inParts.size) : [generateCompany(plan)]) {
    await load(company)
    people += company.people.length
    groups += company.groups.length
    of = company.name
    inParts?.progress(people)
  }
  return told(people, groups, of)
}

function told(people: number, groups: number, company: string): string {
  return `Loaded ${people} people and ${groups} groups of ${company}`
}

function readCompany(path: string): Company {
  try {
    return readCompanyFile(path, { path, file: path })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new BadInput(`--company "${path}" cannot be read: ${error.message}`)
  }
}
