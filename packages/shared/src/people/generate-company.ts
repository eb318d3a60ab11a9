// People and groups from a seed. Person i depends on (seed, i) alone, so a larger company begins with the smaller one's people.
import type { Faker } from '@faker-js/faker'
import { faker as english } from '@faker-js/faker/locale/en'
import { AWKWARD_NAMES, type AwkwardName } from './awkward-names.ts'
import type { Company, CompanyGroup, Person } from './company.ts'
import { dirtyPeople } from './dirty-people.ts'
import { fictionalPhone } from './fictional-phone.ts'
import { createSeededRandomizer } from './seeded-randomizer.ts'

export interface CompanyPlan {
  readonly seed: number
  readonly people: number
  readonly groups: number
  /** The first group has at least so many members, the first people of the company. */
  readonly largestGroup?: number
  /** Adds the people that break one rule of a receiver each; see `dirtyPeople`. */
  readonly dirty?: boolean
  readonly name?: string
  readonly domain?: string
}

// The package of one language does not export the class, and the package of all languages is larger than the rest of the product.
const faker = new (english.constructor as typeof Faker)({
  locale: english.rawDefinitions,
  randomizer: createSeededRandomizer(),
})

const DEPARTMENTS = [
  'Engineering',
  'Sales',
  'Finance',
  'People & Culture',
  'Legal',
  'Design',
  'Customer Success',
  'R&D',
  'Operations',
  'Marketing',
  'Security',
  'Facilities',
] as const
const TITLES = [
  'Engineer',
  'Senior Engineer',
  'Manager',
  'Analyst',
  'Designer',
  'Counsel',
  'Director',
  'Intern',
] as const
const COUNTRIES = ['DE', 'US', 'JP', 'FR', 'BR', 'IN', 'NO', 'PL', 'TR', 'SG'] as const
const EMPLOYEE_TYPES = ['Regular', 'Consultant', 'Intern'] as const

/** Every fifth person has an awkward name; every seventh lacks some optional field. */
export function generateCompany(plan: CompanyPlan): Company {
  const domain = plan.domain ?? 'contoso.example'
  const clean = Array.from({ length: plan.people }, (_, index) => generatePerson(plan.seed, index, domain))
  const people = plan.dirty ? [...clean, ...dirtyPeople(clean, domain)] : clean
  return { name: plan.name ?? 'Contoso', domain, people, groups: generateGroups(plan) }
}

/**
 * The same company piece by piece, so that nobody must hold a million people at once: people first, each after their manager, then groups.
 *
 * @param size so many people, or members of groups, in a piece; a group is not divided
 */
export function* generateInParts(plan: CompanyPlan, size: number): Generator<Company> {
  const { seed, people, domain = 'contoso.example', name = 'Contoso' } = plan
  for (let from = 0; from < people; from += size) {
    const length = Math.min(size, people - from)
    const some = Array.from({ length }, (_, index) => generatePerson(seed, from + index, domain))
    yield { name, domain, people: some, groups: [] }
  }
  for (const groups of byMembers(generateGroups(plan), size)) yield { name, domain, people: [], groups }
}

function* byMembers(groups: readonly CompanyGroup[], size: number): Generator<CompanyGroup[]> {
  let some: CompanyGroup[] = []
  let members = 0
  for (const group of groups) {
    some.push(group)
    members += group.members.length + 1
    if (members < size) continue
    yield some
    some = []
    members = 0
  }
  if (some.length > 0) yield some
}

export function generatePerson(seed: number, index: number, domain: string): Person {
  faker.seed([seed, index])
  const awkward = index % 5 === 4 ? AWKWARD_NAMES[Math.floor(index / 5) % AWKWARD_NAMES.length] : undefined
  const name = awkward ?? { givenName: faker.person.firstName(), surname: faker.person.lastName() }
  const number = String(index + 1).padStart(4, '0')
  const department = faker.helpers.arrayElement(DEPARTMENTS)
  const manager = index >= 10 ? { manager: personKey(Math.floor(index / 10) - 1) } : {}
  return {
    key: personKey(index),
    ...nameParts(name),
    displayName: displayName(name),
    email: `${mailbox(name)}.${number}@${domain}`,
    department,
    companyName: 'Contoso',
    costCenter: `CC-${faker.number.int({ min: 100, max: 999 })}`,
    employeeId: `E${number}`,
    employeeType: faker.helpers.arrayElement(EMPLOYEE_TYPES),
    preferredLanguage: 'en-US',
    ...manager,
    enabled: true,
    ...(index % 7 === 6 ? {} : optionalFields(index)),
  }
}

function personKey(index: number): string {
  return `p${String(index + 1).padStart(4, '0')}`
}

function nameParts({ givenName, surname }: Pick<AwkwardName, 'givenName' | 'surname'>): Partial<Person> {
  return { ...(givenName === undefined ? {} : { givenName }), ...(surname === undefined ? {} : { surname }) }
}

function displayName({ givenName, surname }: Pick<AwkwardName, 'givenName' | 'surname'>): string {
  return [givenName, surname].filter((part) => part !== undefined).join(' ')
}

/** Mailboxes stay plain ASCII: user names and email addresses must be legal at every IdP. */
function mailbox({ givenName = '', surname = '' }: Pick<AwkwardName, 'givenName' | 'surname'>): string {
  const plain = `${givenName}.${surname}`
    .normalize('NFD')
    .replace(/[^A-Za-z.]/g, '')
    .replace(/^\.+|\.+$/g, '')
    .toLowerCase()
    .slice(0, 40)
    .replace(/\.+$/, '')
  return plain === '' ? 'person' : plain
}

function optionalFields(index: number): Partial<Person> {
  return {
    jobTitle: faker.helpers.arrayElement(TITLES),
    country: faker.helpers.arrayElement(COUNTRIES),
    city: faker.location.city(),
    streetAddress: faker.location.streetAddress(),
    postalCode: faker.location.zipCode('#####'),
    mobile: fictionalPhone(2 * index),
    telephone: fictionalPhone(2 * index + 1),
  }
}

/** Everybody is in one group, every third person in a second. */
function generateGroups({ people, groups, largestGroup = 0 }: CompanyPlan): CompanyGroup[] {
  const members: string[][] = Array.from({ length: groups }, () => [])
  for (let person = 0; person < people; person++)
    for (const group of groupsOf(person, groups, largestGroup)) members[group]?.push(personKey(person))
  return members.map((keys, index) => ({ name: groupName(index), members: keys, groups: [] }))
}

function groupsOf(person: number, groups: number, largestGroup: number): ReadonlySet<number> {
  return new Set([
    ...(person < largestGroup ? [0] : []),
    person % groups,
    ...(person % 3 === 0 ? [(person + 1 + Math.floor(person / 3)) % groups] : []),
  ])
}

function groupName(index: number): string {
  const base = DEPARTMENTS[index % DEPARTMENTS.length]
  return index < DEPARTMENTS.length ? `${base}` : `${base} ${Math.floor(index / DEPARTMENTS.length) + 1}`
}
