import { VerbError } from '@scimulator/shared/behaviour'
import type { Company, Person } from '@scimulator/shared/people'
import type { ActContext } from '../directory/context.ts'
import { KEY_ATTRIBUTE, type PhoneNumber, type SystemUser, type UserFields } from '../directory/system-user.ts'
import type { DirectoryEvent } from '../state/directory-event.ts'
import type { OrgView } from '../state/view.ts'
import { createGroup, refuseTakenName } from './group-acts.ts'
import { createUser, refuseTaken } from './user-acts.ts'

/** A company as events, made one by one while the caller lets each happen, so that every next one sees the ones before. */
export function* loadCompany(
  view: OrgView,
  company: Company,
  usernames: 'email' | 'local-part',
  context: ActContext,
): Iterable<DirectoryEvent> {
  refuseAll(view, company, usernames)
  const idOf = new Map<string, string>()
  for (const person of company.people) {
    const event = createUser(view, fieldsOf(person, usernames), context)
    idOf.set(person.key, event.user._id)
    yield event
  }
  yield* managers(view, company, idOf)
  for (const { name, description, members } of company.groups) {
    const event = createGroup(view, { name, ...(description ? { description } : {}) }, context)
    yield event
    for (const key of members) {
      const userId = idOf.get(key)
      if (userId) yield { kind: 'member-added', groupId: event.group.id, userId }
    }
  }
}

/** Before the first of them is made, so that a company is loaded whole or not at all. */
function refuseAll(view: OrgView, { people, groups }: Company, usernames: 'email' | 'local-part'): void {
  for (const person of people) refuseTaken(view, fieldsOf(person, usernames))
  for (const group of groups) refuseTakenName(view, group)
  refuseTwice(
    'email',
    people.map(({ email }) => email),
  )
  refuseTwice(
    'username',
    people.map((person) => fieldsOf(person, usernames).username),
  )
  refuseTwice(
    'employeeIdentifier',
    people.flatMap(({ employeeId }) => employeeId || []),
  )
  refuseTwice(
    'name of a group',
    groups.map(({ name }) => name),
  )
}

function refuseTwice(what: string, values: readonly string[]): void {
  const seen = new Set<string>()
  for (const value of values) {
    if (seen.has(value.toLowerCase())) throw new VerbError('conflict', `The company has the ${what} "${value}" twice.`)
    seen.add(value.toLowerCase())
  }
}

function* managers(view: OrgView, company: Company, idOf: ReadonlyMap<string, string>): Iterable<DirectoryEvent> {
  for (const person of company.people) {
    const before: SystemUser | undefined = view.users.get(idOf.get(person.key) ?? '')
    const manager = person.manager === undefined ? undefined : idOf.get(person.manager)
    if (before && manager) yield { kind: 'user-updated', before, after: { ...before, manager } }
  }
}

function fieldsOf(person: Person, usernames: 'email' | 'local-part'): UserFields {
  return {
    username: usernames === 'email' ? person.email : (person.username ?? localPart(person.email)),
    email: person.email,
    firstname: person.givenName,
    lastname: person.surname,
    displayname: person.displayName,
    state: person.enabled ? 'ACTIVATED' : 'SUSPENDED',
    activated: person.enabled,
    jobTitle: person.jobTitle,
    department: person.department,
    company: person.companyName,
    costCenter: person.costCenter,
    employeeType: person.employeeType,
    employeeIdentifier: person.employeeId,
    addresses: addressesOf(person),
    phoneNumbers: phonesOf(person),
    attributes: [{ name: KEY_ATTRIBUTE, value: person.key }],
  }
}

function addressesOf(person: Person): UserFields['addresses'] {
  const { streetAddress, city, state, postalCode, country } = person
  const parts = { streetAddress, locality: city, region: state, postalCode, country }
  return Object.values(parts).some((part) => part !== undefined) ? [{ type: 'work', ...parts }] : []
}

function phonesOf({ telephone, mobile }: Person): PhoneNumber[] {
  return [
    ...(telephone === undefined ? [] : [{ type: 'work', number: telephone }]),
    ...(mobile === undefined ? [] : [{ type: 'mobile', number: mobile }]),
  ]
}

function localPart(email: string): string {
  return email.split('@', 1)[0] ?? email
}
