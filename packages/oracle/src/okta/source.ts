// The organisation as the acts make it (docs/reference/okta-behaviour.md). An act that may not be done now leaves it as it is.
import type { AdminAct } from './act.ts'

export interface Person {
  readonly name: string
  readonly title: string | null
  readonly state: 'ACTIVE' | 'SUSPENDED' | 'DEPROVISIONED'
}

interface Group {
  readonly name: string
  readonly members: ReadonlySet<string>
}

export interface Source {
  readonly people: ReadonlyMap<string, Person>
  readonly groups: ReadonlyMap<string, Group>
  /** Who and which groups have the application. */
  readonly assigned: ReadonlySet<string>
}

export const EMPTY_SOURCE: Source = { people: new Map(), groups: new Map(), assigned: new Set() }

/** Whether somebody has the application, alone or through a group (O201, O311). */
export function isInScope({ groups, assigned }: Source, user: string): boolean {
  return assigned.has(user) || [...groups].some(([key, { members }]) => assigned.has(key) && members.has(user))
}

type Acts<Name extends AdminAct['act']> = Extract<AdminAct, { act: Name }>
type Change = (source: Source, act: never) => Source | undefined

/** @returns the organisation after the act; undefined where it may not be done */
export function changed(source: Source, act: AdminAct): Source | undefined {
  // Each takes the act of its name.
  const change = CHANGES[act.act] as ((source: Source, act: AdminAct) => Source | undefined) | undefined
  return change?.(source, act)
}

const CHANGES: Partial<Record<AdminAct['act'], Change>> = {
  'create-user': (source: Source, { user }: Acts<'create-user'>) =>
    source.people.has(user) || isNameTaken(source, user)
      ? undefined
      : withPerson(source, user, { name: user, title: null, state: 'ACTIVE' }),
  'rename-user': (source: Source, { user, name }: Acts<'rename-user'>) =>
    isNameTaken(source, name) ? undefined : edited(source, user, { name }),
  'update-user': (source: Source, { user, title }: Acts<'update-user'>) => edited(source, user, { title }),
  'suspend-user': (source: Source, { user }: { readonly user: string }) => moved(source, user, ['ACTIVE'], 'SUSPENDED'),
  'unsuspend-user': (source: Source, { user }: { readonly user: string }) =>
    moved(source, user, ['SUSPENDED'], 'ACTIVE'),
  'activate-user': (source: Source, { user }: { readonly user: string }) =>
    moved(source, user, ['DEPROVISIONED'], 'ACTIVE'),
  'deactivate-user': deactivated,
  'delete-user': deleted,
  'assign-user': (source: Source, { user }: { readonly user: string }) =>
    source.people.get(user)?.state === 'ACTIVE' ? assigned(source, user, true) : undefined,
  'unassign-user': (source: Source, { user }: { readonly user: string }) =>
    source.people.has(user) ? assigned(source, user, false) : undefined,
  'create-group': (source: Source, { group }: { readonly group: string }) =>
    source.groups.has(group) || hasGroupNamed(source, group)
      ? undefined
      : withGroup(source, group, { name: group, members: new Set() }),
  'rename-group': (source: Source, { group, name }: Acts<'rename-group'>) => {
    const known = source.groups.get(group)
    return known && !hasGroupNamed(source, name) ? withGroup(source, group, { ...known, name }) : undefined
  },
  'assign-group': (source: Source, { group }: { readonly group: string }) =>
    source.groups.has(group) ? assigned(source, group, true) : undefined,
  'unassign-group': (source: Source, { group }: { readonly group: string }) =>
    source.groups.has(group) ? assigned(source, group, false) : undefined,
  'add-member': (source: Source, act: Acts<'add-member'>) => withMember(source, act, true),
  'remove-member': (source: Source, act: Acts<'remove-member'>) => withMember(source, act, false),
}

/** A person who is deactivated loses what was assigned to them alone, and stays in their groups (O319, O445). */
function deactivated(source: Source, { user }: { readonly user: string }): Source | undefined {
  const after = moved(source, user, ['ACTIVE', 'SUSPENDED'], 'DEPROVISIONED')
  return after && (assigned(after, user, false) ?? after)
}

function deleted(source: Source, { user }: { readonly user: string }): Source | undefined {
  if (source.people.get(user)?.state !== 'DEPROVISIONED') return undefined
  const people = new Map([...source.people].filter(([key]) => key !== user))
  const without = ({ name, members }: Group): Group => ({
    name,
    members: new Set([...members].filter((one) => one !== user)),
  })
  return { ...source, people, groups: new Map([...source.groups].map(([key, group]) => [key, without(group)])) }
}

function isNameTaken({ people }: Source, name: string): boolean {
  return [...people.values()].some((person) => person.name === name)
}

function hasGroupNamed({ groups }: Source, name: string): boolean {
  return [...groups.values()].some((group) => group.name === name)
}

function withPerson(source: Source, user: string, person: Person): Source {
  return { ...source, people: new Map([...source.people, [user, person]]) }
}

function withGroup(source: Source, key: string, group: Group): Source {
  return { ...source, groups: new Map([...source.groups, [key, group]]) }
}

function edited(source: Source, user: string, change: Partial<Person>): Source | undefined {
  const known = source.people.get(user)
  return known ? withPerson(source, user, { ...known, ...change }) : undefined
}

function moved(
  source: Source,
  user: string,
  from: readonly Person['state'][],
  state: Person['state'],
): Source | undefined {
  const known = source.people.get(user)
  return known && from.includes(known.state) ? withPerson(source, user, { ...known, state }) : undefined
}

function assigned(source: Source, key: string, has: boolean): Source | undefined {
  if (source.assigned.has(key) === has) return undefined
  const others = [...source.assigned].filter((one) => one !== key)
  return { ...source, assigned: new Set(has ? [...others, key] : others) }
}

function withMember(
  source: Source,
  { user, group }: { readonly user: string; readonly group: string },
  is: boolean,
): Source | undefined {
  const known = source.groups.get(group)
  if (!known || !source.people.has(user) || known.members.has(user) === is) return undefined
  const others = [...known.members].filter((one) => one !== user)
  return withGroup(source, group, { ...known, members: new Set(is ? [...others, user] : others) })
}
