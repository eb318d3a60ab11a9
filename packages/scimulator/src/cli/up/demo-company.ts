import type { CompanyName } from '@scimulator/harness/live'
import type { Company } from '@scimulator/shared/people'
import { generateCompany } from '@scimulator/shared/people/generate'

const SEED = 1
export const DEMO_COMPANY: CompanyName = { name: 'Contoso', domain: 'contoso.example' }
/** Beyond this the programs of one process no longer answer as quickly as a page needs. */
export const MOST_PEOPLE = 50_000
export const DEMO_PEOPLE = 48

/** A company as one expects it: addresses without numbers where nobody shares a name, and a group for each department. */
export function demoCompany(people: number, company: Partial<CompanyName> = {}): Company {
  const generated = generateCompany({ seed: SEED, people, groups: 0, ...DEMO_COMPANY, ...company })
  const named = withPlainAddresses(generated)
  const departments = [...new Set(named.people.flatMap(({ department }) => department ?? []))].sort()
  const groups = departments.map((name) => ({
    name,
    members: named.people.filter(({ department }) => department === name).map(({ key }) => key),
    groups: [],
  }))
  return { ...named, groups }
}

/** `ana.berg.0012@` becomes `ana.berg@` for the first of that name. */
function withPlainAddresses(company: Company): Company {
  const taken = new Set<string>()
  const people = company.people.map((person) => {
    const plain = person.email.replace(/\.\d{4,}@/, '@')
    const email = taken.has(plain) ? person.email : plain
    taken.add(email)
    return { ...person, email }
  })
  return { ...company, people }
}
