// The organisation as rules see it, and how things in it are found by what people call them.
import { VerbError } from '@scimulator/shared/behaviour'
import type { AppUser } from '../values/app-user.ts'
import type { Application } from '../values/application.ts'
import type { Group } from '../values/group.ts'
import type { GroupRule } from '../values/group-rule.ts'
import type { Kinds } from '../values/kinds.ts'
import type { User } from '../values/user.ts'

export interface Org {
  all<Kind extends keyof Kinds & string>(kind: Kind): readonly Kinds[Kind][]
  get<Kind extends keyof Kinds & string>(kind: Kind, key: string): Kinds[Kind] | undefined
}

/** A pair of ids as a key. */
export function pair(left: string, right: string): string {
  return `${left} ${right}`
}

export function findUser(org: Org, name: string): User {
  const user =
    org.get('user', name) ??
    org.all('user').find(({ profile, key }) => profile.login === name || profile.email === name || key === name)
  return user ?? missing('user', name)
}

export function findGroup(org: Org, name: string): Group {
  return org.get('group', name) ?? org.all('group').find((group) => group.name === name) ?? missing('group', name)
}

export function findGroupRule(org: Org, name: string): GroupRule {
  return (
    org.get('groupRule', name) ?? org.all('groupRule').find((rule) => rule.name === name) ?? missing('group rule', name)
  )
}

/** The only one, where none is named. */
export function findApplication(org: Org, label: string | undefined): Application {
  const all = org.all('application')
  if (label !== undefined) return all.find((one) => one.label === label || one.id === label) ?? missing('app', label)
  const [only, ...more] = all
  if (only !== undefined && more.length === 0) return only
  throw new VerbError(only ? 'conflict' : 'not-found', only ? 'Name the application: there are several.' : NO_APP)
}

const NO_APP = 'There is no application yet; make one with create-application.'

/** A pushed group, by the names of the application and of the group. */
export function pushedAs(org: Org, label: string | undefined, name: string) {
  const [application, group] = [findApplication(org, label), findGroup(org, name)]
  const push = org.all('groupPush').find((one) => one.appId === application.id && one.sourceGroupId === group.id)
  return { application, push: push ?? missing('pushed group', group.name) }
}

function missing(what: string, name: string): never {
  throw new VerbError('not-found', `There is no ${what} "${name}".`)
}

export function membersOf(org: Org, groupId: string): readonly User[] {
  return org.all('member').flatMap((member) => {
    const user = member.groupId === groupId ? org.get('user', member.userId) : undefined
    return user ? [user] : []
  })
}

export function appUserOf(org: Org, appId: string, userId: string): AppUser | undefined {
  return org.get('appUser', pair(appId, userId))
}

/** How a person has an application: by themselves, by a group, or not at all. */
export function scopeOf(org: Org, appId: string, userId: string): AppUser['scope'] | undefined {
  const own = org.all('assignment').filter((assignment) => assignment.appId === appId)
  if (own.some(({ type, id }) => type === 'user' && id === userId)) return 'USER'
  const isByGroup = own.some(({ type, id }) => type === 'group' && org.get('member', pair(id, userId)) !== undefined)
  return isByGroup ? 'GROUP' : undefined
}
