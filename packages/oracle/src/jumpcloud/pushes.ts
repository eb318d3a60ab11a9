// What the connector pushes after an act of the portal, in order (jumpcloud.md 3.3). It goes by events and never compares.
import type { PortalAct } from './act.ts'
import { isEntitled, isInScope, type Person, type Source } from './source.ts'

/** A push says what to bring to the target; of a person it has what was true when the event happened. */
export type Push =
  | { readonly kind: 'user'; readonly user: string; readonly person: Person; readonly inScope: boolean }
  | { readonly kind: 'group'; readonly group: string; readonly name: string; readonly members: readonly string[] }
  | { readonly kind: 'rename' | 'delete' | 'forget'; readonly group: string; readonly name: string }
  | { readonly kind: 'add' | 'remove'; readonly group: string; readonly user: string; readonly name: string }

export interface Event {
  readonly act: PortalAct
  readonly before: Source
  readonly after: Source
  /** Whether the connector keeps an id of that person's account. */
  isKnown(user: string): boolean
}

export function pushesAfter(event: Event): readonly Push[] {
  const { act } = event
  switch (act.act) {
    case 'create-user':
    case 'create-group':
      return []
    case 'add-member':
    case 'remove-member':
    case 'rename-group':
      return isBound(event, act.group) ? afterGroup(event, act) : []
    case 'bind-group':
      return afterBinding(event, act.group)
    case 'unbind-group':
    case 'delete-group':
      return isBound(event, act.group) ? afterTheGroup(event, act) : []
    case 'bind-user':
    case 'unbind-user':
      return afterDirect(event, act.user)
    case 'delete-user':
      return afterDeletion(event, act.user)
    default:
      return afterChange(event, act.user)
  }
}

function isBound({ before }: Event, group: string): boolean {
  return before.groups.get(group)?.isBound ?? false
}

function afterGroup(
  event: Event,
  act: Extract<PortalAct, { act: 'add-member' | 'remove-member' | 'rename-group' }>,
): readonly Push[] {
  const { group } = act
  const name = nameOf(event.after, group)
  if (act.act === 'rename-group') return [{ kind: 'rename', group, name }]
  const { user } = act
  if (act.act === 'add-member') {
    const own = inScope(event, user)
    return own.length > 0 ? [...own, { kind: 'add', group, user, name }] : []
  }
  if (!event.isKnown(user)) return []
  const leaves = isInScope(event.after, user) ? [] : outOfScope(event, user)
  return [{ kind: 'remove', group, user, name }, ...leaves]
}

function afterBinding(event: Event, group: string): readonly Push[] {
  const members = [...(event.after.groups.get(group)?.members ?? [])]
  const whole: Push[] = members.length > 0 ? [{ kind: 'group', group, name: nameOf(event.after, group), members }] : []
  return [...members.flatMap((user) => inScope(event, user)), ...whole]
}

/** A group that is unbound stays as it is; who was in no other one goes inactive (JumpCloud: Group Management Considerations). */
function afterTheGroup(event: Event, { act, group }: Extract<PortalAct, { act: `${string}-group` }>): readonly Push[] {
  const members = [...(event.before.groups.get(group)?.members ?? [])]
  const orphans = members.filter((user) => !isInScope(event.after, user))
  const kind = act === 'delete-group' ? 'delete' : 'forget'
  return [{ kind, group, name: nameOf(event.before, group) }, ...orphans.flatMap((user) => outOfScope(event, user))]
}

function afterDirect(event: Event, user: string): readonly Push[] {
  if (!isInScope(event.after, user)) return outOfScope(event, user)
  // Who is bound alone is pushed, whether or not a group had the person in scope already; who stays in scope through one is not.
  return event.act.act === 'bind-user' ? inScope(event, user) : []
}

function afterDeletion(event: Event, user: string): readonly Push[] {
  if (!event.isKnown(user)) return []
  const leaves = boundGroupsOf(event.before, user).map((group): Push => {
    return { kind: 'remove', group, user, name: nameOf(event.before, group) }
  })
  return [...leaves, ...outOfScope(event, user)]
}

/** Nothing where no attribute that is sent changed. Who may come only now, comes with the groups. */
function afterChange(event: Event, user: string): readonly Push[] {
  const [before, after] = [event.before, event.after].map(({ people }) => people.get(user))
  if (!before || !after || shown(before) === shown(after)) return []
  if (!isInScope(event.after, user)) return outOfScope(event, user)
  const own = inScope(event, user)
  const arrives = !event.isKnown(user) && !isEntitled(before)
  return arrives && own.length > 0 ? [...own, ...joins(event.after, user)] : own
}

/** Into each bound group that the person is in. */
export function joins(source: Source, user: string): readonly Push[] {
  return boundGroupsOf(source, user).map((group) => ({ kind: 'add', group, user, name: nameOf(source, group) }))
}

function boundGroupsOf({ groups }: Source, user: string): readonly string[] {
  return [...groups].flatMap(([key, { isBound: bound, members }]) => (bound && members.has(user) ? [key] : []))
}

/** Who is suspended before ever having arrived is not created (Bitwarden). */
function inScope(event: Event, user: string): readonly Push[] {
  const person = event.after.people.get(user)
  if (!person || !(isEntitled(person) || event.isKnown(user))) return []
  return [{ kind: 'user', user, person, inScope: true }]
}

function outOfScope(event: Event, user: string): readonly Push[] {
  const person = event.after.people.get(user) ?? event.before.people.get(user)
  return person && event.isKnown(user) ? [{ kind: 'user', user, person, inScope: false }] : []
}

/** The state, and what is sent. */
function shown({ name, isSuspended, isExpired, fields }: Person): string {
  return JSON.stringify([name, isSuspended, isSuspended || isExpired, ...fields])
}

function nameOf({ groups }: Source, group: string): string {
  return groups.get(group)?.name ?? ''
}
