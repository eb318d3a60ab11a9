// A made-up company becomes users, groups, managers and memberships of the tenant. What it names and does not have may be there already.

import { VerbError } from '@scimulator/shared/behaviour'
import type { Company, Person } from '@scimulator/shared/people'
import type { Ids } from '@scimulator/shared/runtime'
import type { Attributes, EntraUser } from '../directory/entra-user.ts'
import type { SourceChange } from '../state/change.ts'
import type { EntraView } from '../state/state.ts'
import { membership } from './decide-group.ts'

type IdOf = (name: string) => string | undefined

export function companyChanges(view: EntraView, company: Company, now: number, ids: Ids): SourceChange[] {
  const newUsers = new Map(company.people.map((person) => [person.key, ids.uuid('User')]))
  const newGroups = new Map(company.groups.map((group) => [group.name, ids.uuid('Group')]))
  const userIds: IdOf = (key) => newUsers.get(key) ?? view.userIdByKey(key)
  const groupIds: IdOf = (name) => newGroups.get(name) ?? onlyOf(view.groupIdsByName(name))
  const users = company.people.map((person) => userOf(view, person, userIds, now))
  const groups = company.groups.map(({ name, description }): SourceChange => {
    const id = idOf(groupIds, name, 'group')
    const mailNickname = name.replace(/[^A-Za-z0-9._-]/g, '')
    const kinds = { mailEnabled: false, securityEnabled: true, groupTypes: [], createdAt: now }
    return {
      kind: 'group',
      id,
      value: { id, displayName: name, ...(description !== undefined && { description }), mailNickname, ...kinds },
    }
  })
  const memberships = company.groups.flatMap((group) => {
    const groupId = idOf(groupIds, group.name, 'group')
    const people = group.members.map((key) => membership(groupId, idOf(userIds, key, 'person'), true))
    return [...people, ...group.groups.map((name) => membership(groupId, idOf(groupIds, name, 'group'), true))]
  })
  return [...users, ...groups, ...memberships]
}

function userOf(view: EntraView, person: Person, userIds: IdOf, now: number): SourceChange {
  const id = idOf(userIds, person.key, 'person')
  const name = person.username?.includes('@') ? person.username : person.email
  if (view.userIdByName(name) !== undefined || view.userIdByKey(person.key) !== undefined) {
    throw new VerbError(
      'conflict',
      `"${person.key}" (${name}) is in the tenant already; load a company into an empty tenant.`,
    )
  }
  const user: EntraUser = {
    id,
    key: person.key,
    userType: 'Member',
    attributes: attributesOf(person, name),
    ...(person.manager !== undefined && { managerId: idOf(userIds, person.manager, 'person') }),
    createdAt: now,
  }
  return { kind: 'user', id, value: user }
}

function attributesOf(person: Person, userPrincipalName: string): Attributes {
  const given: Readonly<Record<string, string | boolean | undefined>> = {
    userPrincipalName,
    accountEnabled: person.enabled,
    displayName: person.displayName,
    givenName: person.givenName,
    surname: person.surname,
    mail: person.email,
    mailNickname: userPrincipalName.split('@')[0],
    jobTitle: person.jobTitle,
    department: person.department,
    companyName: person.companyName,
    'employeeOrgData.costCenter': person.costCenter,
    country: person.country,
    city: person.city,
    state: person.state,
    streetAddress: person.streetAddress,
    postalCode: person.postalCode,
    employeeId: person.employeeId,
    employeeType: person.employeeType,
    mobile: person.mobile,
    telephoneNumber: person.telephone,
    preferredLanguage: person.preferredLanguage,
  }
  const set = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
  return Object.fromEntries(set)
}

function idOf(ids: IdOf, name: string, what: string): string {
  const id = ids(name)
  if (id === undefined)
    throw new VerbError('invalid', `The company names the ${what} "${name}", and neither it nor the tenant has one.`)
  return id
}

/** Which of several of one name is meant nobody can say. */
function onlyOf(ids: ReadonlySet<string>): string | undefined {
  return ids.size === 1 ? [...ids][0] : undefined
}
