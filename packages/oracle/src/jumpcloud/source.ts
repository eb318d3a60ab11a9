// The organisation's directory, and what each act of the portal makes of it. Whether it may be done, the portal says.
import type { Field, PortalAct } from './act.ts'

export interface Person {
  readonly name: string
  readonly isSuspended: boolean
  readonly isExpired: boolean
  readonly fields: ReadonlyMap<Field, string>
}

interface Team {
  readonly name: string
  readonly members: ReadonlySet<string>
  readonly isBound: boolean
}

/** What an administrator sees. It is never changed, only replaced. */
export interface Source {
  readonly people: ReadonlyMap<string, Person>
  readonly groups: ReadonlyMap<string, Team>
  /** People who are bound alone. */
  readonly direct: ReadonlySet<string>
}

export const EMPTY_SOURCE: Source = { people: new Map(), groups: new Map(), direct: new Set() }

/** Who is suspended gets nothing that was not there before. */
export function isEntitled(person: Person | undefined): boolean {
  return person !== undefined && !person.isSuspended
}

/** Member of a bound group, or bound alone. */
export function isInScope({ groups, direct }: Source, user: string): boolean {
  return direct.has(user) || [...groups.values()].some(({ isBound, members }) => isBound && members.has(user))
}

/** @returns the directory after the act; undefined where the portal refuses it */
export function changed(source: Source, act: PortalAct): Source | undefined {
  if (act.act === 'create-user') return withNewPerson(source, act.user)
  if (act.act === 'create-group') return withNewGroup(source, act.group)
  return 'group' in act ? changedGroup(source, act) : changedPerson(source, act)
}

function withNewPerson(source: Source, key: string): Source | undefined {
  if (source.people.has(key) || isNameTaken(source, key)) return undefined
  const fields = new Map<Field, string>([
    ['firstname', 'Given'],
    ['lastname', key],
  ])
  return withPerson(source, key, { name: key, isSuspended: false, isExpired: false, fields })
}

function withNewGroup(source: Source, key: string): Source | undefined {
  if (source.groups.has(key) || isGroupNameTaken(source, key)) return undefined
  return withGroup(source, key, { name: key, members: new Set(), isBound: false })
}

/** Whether a person of the organisation has that name. */
export function isNameTaken({ people }: Source, name: string): boolean {
  return [...people.values()].some((one) => one.name === name)
}

function isGroupNameTaken({ groups }: Source, name: string): boolean {
  return [...groups.values()].some((one) => one.name === name)
}

function changedGroup(
  source: Source,
  act: Exclude<Extract<PortalAct, { group: string }>, { act: 'create-group' }>,
): Source | undefined {
  const team = source.groups.get(act.group)
  if (!team) return undefined
  const { members } = team
  switch (act.act) {
    case 'add-member':
      if (!source.people.has(act.user) || members.has(act.user)) return undefined
      return withGroup(source, act.group, { ...team, members: new Set([...members, act.user]) })
    case 'remove-member':
      return members.has(act.user) ? withGroup(source, act.group, without(team, act.user)) : undefined
    case 'bind-group':
    case 'unbind-group':
      if (team.isBound === (act.act === 'bind-group')) return undefined
      return withGroup(source, act.group, { ...team, isBound: !team.isBound })
    case 'rename-group':
      if (isGroupNameTaken(source, act.name)) return undefined
      return withGroup(source, act.group, { ...team, name: act.name })
    case 'delete-group':
      return { ...source, groups: new Map([...source.groups].filter(([key]) => key !== act.group)) }
  }
}

function changedPerson(
  source: Source,
  act: Exclude<Extract<PortalAct, { user: string }>, { act: 'create-user' } | { group: string }>,
): Source | undefined {
  const person = source.people.get(act.user)
  if (!person) return undefined
  const become = (change: Partial<Person>) => withPerson(source, act.user, { ...person, ...change })
  switch (act.act) {
    case 'suspend-user':
    case 'reactivate-user':
      return become({ isSuspended: act.act === 'suspend-user' })
    case 'expire-password':
    case 'set-password':
      return become({ isExpired: act.act === 'expire-password' })
    case 'update-user':
      return become({ fields: new Map([...person.fields, [act.field, act.value]]) })
    case 'rename-user':
      return isNameTaken(source, act.name) ? undefined : become({ name: act.name })
    case 'bind-user':
      return source.direct.has(act.user) ? undefined : { ...source, direct: new Set([...source.direct, act.user]) }
    case 'unbind-user':
      return source.direct.has(act.user) ? { ...source, direct: less(source.direct, act.user) } : undefined
    case 'delete-user':
      return withoutPerson(source, act.user)
  }
}

function withoutPerson({ people, groups, direct }: Source, user: string): Source {
  return {
    people: new Map([...people].filter(([key]) => key !== user)),
    groups: new Map([...groups].map(([key, team]) => [key, without(team, user)])),
    direct: less(direct, user),
  }
}

function without(team: Team, user: string): Team {
  return { ...team, members: less(team.members, user) }
}

function less(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  return new Set([...set].filter((one) => one !== key))
}

function withPerson(source: Source, key: string, person: Person): Source {
  return { ...source, people: new Map([...source.people, [key, person]]) }
}

function withGroup(source: Source, key: string, team: Team): Source {
  return { ...source, groups: new Map([...source.groups, [key, team]]) }
}
