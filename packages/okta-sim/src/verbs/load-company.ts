import { defineVerb } from '@scimulator/shared/behaviour'
import { Company, type Person } from '@scimulator/shared/people'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { type Change, put } from '../plan/changes.ts'
import { newGroup } from '../plan/groups.ts'
import { pair } from '../plan/org.ts'
import type { Maker } from '../plan/reconcile.ts'
import type { Profile, User } from '../values/user.ts'

export function loadCompanyVerb(engine: Engine) {
  return defineVerb({
    name: 'load-company',
    describes: 'Loads a company: its people, ACTIVE or SUSPENDED, and its groups. Okta has no nested groups.',
    input: z.strictObject({ company: Company }),
    async run({ company }) {
      await engine.act({ changes: companyChanges(company, engine.maker), log: [] })
      return { users: company.people.length, groups: company.groups.length }
    },
  })
}

/** One step: a company is there whole or not at all. */
function companyChanges({ people, groups }: Company, maker: Maker): readonly Change[] {
  const users = people.map((person) => userOf(person, people, maker))
  const idOf = new Map(users.map(({ key, id }) => [key, id]))
  return [
    ...users.map((user) => put('user', user.id, user)),
    ...groups.flatMap(({ name, description, members }) => {
      const group = newGroup(name, description, maker)
      const groupId = group.id
      const userIds = members.flatMap((key) => idOf.get(key) ?? [])
      return [
        put('group', groupId, group),
        ...userIds.map((userId) => put('member', pair(groupId, userId), { groupId, userId })),
      ]
    }),
  ]
}

function userOf(person: Person, people: readonly Person[], maker: Maker): User {
  const at = new Date(maker.now).toISOString()
  const status = person.enabled ? 'ACTIVE' : 'SUSPENDED'
  return {
    ...{ id: maker.id('00u'), status, created: at, lastUpdated: at, key: person.key },
    ...{ statusChanged: at, activated: at },
    profile: profileOf(
      person,
      people.find(({ key }) => key === person.manager),
    ),
  }
}

/** Okta wants both names; somebody with one has it twice. */
function profileOf(person: Person, manager: Person | undefined): Profile {
  const one = person.givenName ?? person.surname ?? person.displayName
  const optional = {
    ...{ displayName: person.displayName, title: person.jobTitle, department: person.department },
    ...{ organization: person.companyName, costCenter: person.costCenter, employeeNumber: person.employeeId },
    ...{ userType: person.employeeType, primaryPhone: person.telephone, mobilePhone: person.mobile },
    ...{ streetAddress: person.streetAddress, city: person.city, state: person.state, zipCode: person.postalCode },
    ...{ countryCode: person.country, preferredLanguage: person.preferredLanguage, manager: manager?.displayName },
  }
  const given = Object.entries(optional).filter(([, value]) => value !== undefined)
  const login = person.username?.includes('@') ? person.username : person.email
  return {
    ...{ login, email: person.email, firstName: one, lastName: person.surname ?? one },
    ...Object.fromEntries(given),
  }
}
