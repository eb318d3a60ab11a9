// The acts of administrators on the source directory.
import type { Act } from './act.ts'
import { type History, isInScope, type Person, type Team } from './history.ts'

/** @param id of what the act made, when it made something */
export function touchSource(history: History, act: Act, id: string | undefined): void {
  switch (act.act) {
    case 'create-user':
      createPerson(history, act.user, { name: `${act.user}@contoso.example`, isBlocked: act.isBlocked, id: id ?? '' })
      return
    case 'create-guest':
      createPerson(history, act.user, { name: guestName(act.user), isBlocked: false, id: id ?? '' })
      return
    case 'set':
      setAttribute(history, person(history, act.user), act.attribute, act.value)
      return
    case 'rename':
      noteLeaver(history, person(history, act.user))
      person(history, act.user).name = act.name
      touchPerson(history, act.user)
      return
    case 'block':
    case 'unblock':
      person(history, act.user).isBlocked = act.act === 'block'
      touchPerson(history, act.user)
      return
    case 'manager':
      person(history, act.user).manager = act.manager === null ? undefined : person(history, act.manager).id
      touchPerson(history, act.user)
      return
    case 'delete':
      softDelete(history, person(history, act.user))
      return
    case 'restore':
      restore(history, person(history, act.user))
      return
    case 'purge':
      purge(history, person(history, act.user))
      return
    default:
      touchTeams(history, act, id)
  }
}

function touchTeams(history: History, act: Act, id: string | undefined): void {
  switch (act.act) {
    case 'create-group':
      createTeam(history, act.group, act.members, id ?? '')
      return
    case 'create-dynamic-group':
      createDynamicTeam(history, act.group, act.department, id ?? '')
      return
    case 'rename-group':
      team(history, act.group).name = act.name
      history.touches.push({ about: 'team', id: team(history, act.group).id })
      return
    case 'delete-group':
      deleteTeam(history, team(history, act.group))
      return
    case 'add-member':
    case 'remove-member':
      setMember(history, team(history, act.group), idOf(history, act.member), act.act === 'add-member')
      return
    case 'assign':
    case 'unassign':
      setAssigned(history, idOf(history, act.principal), act.act === 'assign')
      return
    case 'scope':
      // Not followed by a new initial cycle: those who leave scope this way are looked at when something else happens to them, or
      // after a restart (Microsoft: Known issues for provisioning).
      if (history.everybody !== act.everybody) history.divergences.add('scope changed without a restart')
      history.everybody = act.everybody
      return
    default:
  }
}

function person(history: History, key: string): Person {
  const found = findPerson(history, key)
  if (!found) throw new Error(`The history knows no ${key}.`)
  return found
}

export function findPerson({ people }: History, key: string): Person | undefined {
  return [...people.values()].find((one) => one.key === key)
}

function team(history: History, key: string): Team {
  const found = findTeam(history, key)
  if (!found) throw new Error(`The history knows no ${key}.`)
  return found
}

export function findTeam({ teams }: History, key: string): Team | undefined {
  return [...teams.values()].find((one) => one.key === key)
}

export function idOf(history: History, key: string): string {
  return (findPerson(history, key) ?? team(history, key)).id
}

/** What a new person has; both the history and the tenant get it. */
export function firstAttributes(key: string): Record<string, string> {
  return { displayName: `Person ${key}`, givenName: 'Given', surname: key, mailNickname: key }
}

/** As the tenant names an invited guest. */
export function guestName(key: string): string {
  return `${key}_partner.com#EXT#@contoso.onmicrosoft.com`
}

function createPerson(history: History, key: string, made: Pick<Person, 'id' | 'name' | 'isBlocked'>): void {
  const attributes = new Map(Object.entries(firstAttributes(key)))
  const rest = { nameBefore: undefined, manager: undefined, deletedAt: undefined }
  history.people.set(made.id, { key, attributes, ...made, ...rest })
  touchPerson(history, key)
}

function touchPerson(history: History, key: string): void {
  history.touches.push({ about: 'person', id: person(history, key).id })
}

function setAttribute(history: History, one: Person, attribute: string, value: string | null): void {
  const { key, attributes } = one
  if (value === null) attributes.delete(attribute)
  else attributes.set(attribute, value)
  touchPerson(history, key)
  followRules(history, one)
}

/** The directory evaluates the rules of dynamic groups first; provisioning sees who comes and goes (How application provisioning works). */
function followRules(history: History, { id, attributes }: Person): void {
  for (const team of history.teams.values()) {
    if (team.rule === undefined) continue
    const isIn = attributes.get('department') === team.rule
    if (team.members.has(id) !== isIn) setMember(history, team, id, isIn)
  }
}

/** The name is freed by a prefix (Microsoft: Restore or remove a recently deleted user; onyx#14074). */
function softDelete(history: History, one: Person): void {
  noteLeaver(history, one)
  one.deletedAt = history.now
  one.nameBefore = one.name
  one.name = `${one.id.replaceAll('-', '')}${one.name}`
  touchPerson(history, one.key)
}

/** The account of somebody who left scope keeps the name and the memberships that it had then. */
function noteLeaver(history: History, { id }: Person): void {
  if (history.links.has(id) && !isInScope(history, id)) history.divergences.add('changed after leaving scope')
}

function restore(history: History, one: Person): void {
  const isFree = ![...history.people.values()].some(({ name }) => name === one.nameBefore)
  if (isFree && one.nameBefore !== undefined) one.name = one.nameBefore
  else history.divergences.add('restored under the prefixed name')
  one.nameBefore = undefined
  one.deletedAt = undefined
  touchPerson(history, one.key)
  followRules(history, one)
}

export function purge(history: History, one: Person): void {
  for (const { id, members } of history.teams.values()) {
    if (members.delete(one.id)) history.touches.push({ about: 'membership', id, member: one.id })
  }
  if (history.assigned.delete(one.id)) history.touches.push({ about: 'assignment', id: one.id })
  touchPerson(history, one.key)
  history.people.delete(one.id)
}

function createTeam(history: History, key: string, members: readonly string[], id: string): void {
  const ids = members.map((member) => person(history, member).id)
  history.teams.set(id, { id, key, name: key, members: new Set(ids) })
  history.touches.push({ about: 'team', id })
  for (const member of ids) history.touches.push({ about: 'membership', id, member })
}

function createDynamicTeam(history: History, key: string, rule: string, id: string): void {
  history.teams.set(id, { id, key, name: key, members: new Set(), rule })
  history.touches.push({ about: 'team', id })
  for (const one of history.people.values()) if (one.deletedAt === undefined) followRules(history, one)
}

/** A security group is gone at once, with its members and assignments. */
function deleteTeam(history: History, { id, members }: Team): void {
  for (const member of members) history.touches.push({ about: 'membership', id, member })
  for (const parent of history.teams.values()) {
    if (parent.members.delete(id)) history.touches.push({ about: 'membership', id: parent.id, member: id })
  }
  if (history.assigned.delete(id)) history.touches.push({ about: 'assignment', id })
  history.touches.push({ about: 'team', id })
  history.teams.delete(id)
}

function setMember(history: History, { id, members }: Team, member: string, isIn: boolean): void {
  if (isIn) members.add(member)
  else members.delete(member)
  history.touches.push({ about: 'membership', id, member })
}

function setAssigned({ assigned, touches }: History, id: string, isAssigned: boolean): void {
  if (isAssigned) assigned.add(id)
  else assigned.delete(id)
  touches.push({ about: 'assignment', id })
}

/** Whether the job's view of somebody being in scope is not what the source says now. */
export function isNews(history: History, id: string): boolean {
  return history.people.has(id) && isInScope(history, id) !== (history.links.get(id)?.isManaged ?? false)
}
