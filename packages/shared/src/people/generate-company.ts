// People and groups from a seed. Person i depends on (seed, i) alone, so a larger company begins with the smaller one's people.
import { faker } from '@faker-js/faker/locale/en'
import { AWKWARD_NAMES, type AwkwardName } from './awkward-names.ts'
import type { Company, CompanyGroup, Person } from './company.ts'
import { dirtyPeople } from './dirty-people.ts'
import { fictionalPhone } from './fictional-phone.ts'

export interface CompanyPlan {
  readonly seed: number
  readonly people: number
  readonly groups: number
  /** Adds the people that break one rule of a receiver each; see `dirtyPeople`. */
  readonly dirty?: boolean
  readonly name?: string
  readonly domain?: string
}

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
  const groups = Array.from({ length: plan.groups }, (_, index) => generateGroup(plan, index, clean))
  return { name: plan.name ?? 'Contoso', domain, people, groups }
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

function generateGroup(plan: CompanyPlan, index: number, people: readonly Person[]): CompanyGroup {
  const base = DEPARTMENTS[index % DEPARTMENTS.length]
  const name = index < DEPARTMENTS.length ? `${base}` : `${base} ${Math.floor(index / DEPARTMENTS.length) + 1}`
  const members = people.filter((_, person) => isMember(person, index, plan.groups)).map(({ key }) => key)
  return { name, members, groups: [] }
}

/** Everybody is in one group, every third person in a second. */
function isMember(person: number, group: number, groups: number): boolean {
  return person % groups === group || (person % 3 === 0 && (person + 1 + Math.floor(person / 3)) % groups === group)
}
