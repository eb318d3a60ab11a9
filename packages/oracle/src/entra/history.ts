// What the oracle knows: the source directory as the acts made it, what the job remembers, and the target that follows from both.
// It is written from the reference alone, shares no code with the engine, looks at everything in every cycle and keeps no index.
import type { Fault } from '@scimulator/shared/behaviour'
import type { Clause } from './act.ts'

export type Preset = 'default' | 'lark'

export interface Person {
  readonly id: string
  readonly key: string
  name: string
  /** Before a soft delete put the object id before it. */
  nameBefore: string | undefined
  readonly attributes: Map<string, string>
  isBlocked: boolean
  manager: string | undefined
  deletedAt: number | undefined
}

export interface Team {
  readonly id: string
  readonly key: string
  name: string
  readonly members: Set<string>
  /** The department whose people are its members; undefined where they are assigned. */
  readonly rule?: string
}

type Touch =
  | { readonly about: 'person' | 'team' | 'assignment'; readonly id: string }
  | { readonly about: 'membership'; readonly id: string; readonly member: string }

export type Kind = 'person' | 'team'

export interface Link {
  readonly kind: Kind
  readonly targetId: string
  readonly since: number
  isManaged: boolean
  isActive: boolean
  isDeletionSeen: boolean
  /** Target id of the manager that the job wrote. */
  manager: string | null
}

/** Something that failed and is tried again. */
export interface Owed {
  readonly id: string
  readonly kind: Kind
  readonly part: 'object' | 'references'
  readonly since: number
  readonly attempts: number
  readonly due: number
  /** Of a team's references: who is to be in, who out. */
  readonly members: ReadonlyMap<string, boolean>
}

export interface Account {
  readonly id: string
  readonly values: Map<string, string>
  isActive: boolean
  manager: string | null
}

export interface TargetTeam {
  readonly id: string
  readonly values: Map<string, string>
  readonly members: Set<string>
}

export interface ArmedFault {
  readonly fault: Fault
  passed: number
  struck: number
}

export interface History {
  readonly preset: Preset
  readonly target: Target
  now: number
  readonly people: Map<string, Person>
  readonly teams: Map<string, Team>
  readonly assigned: Set<string>
  everybody: boolean
  userFilter: Clause | null
  /** Rows of the mapping of users that are others than the preset's: the source attribute, or null where the row is gone. */
  readonly rows: Map<string, string | null>
  /** The displayName that groups must have. */
  groupFilter: string | null
  threshold: number | null
  /** What happened in the source since the last cycle that came to its end. */
  touches: Touch[]
  isOn: boolean
  nextCycleAt: number
  isInitial: boolean
  quarantinedSince: number | undefined
  /** When the first of the cycles began that broke off since the last one that came to its end. */
  unsettledSince: number | undefined
  deletesAllowed: boolean
  readonly links: Map<string, Link>
  readonly owed: Map<string, Owed>
  readonly held: Map<string, Kind>
  /** Memberships that were written, as `team member`. */
  readonly written: Set<string>
  readonly accounts: Map<string, Account>
  readonly targetTeams: Map<string, TargetTeam>
  made: number
  faults: ArmedFault[]
  /** Requests that were foreseen, to find the first difference when a run fails. */
  readonly requests: string[]
  /** Why the target may differ from a plain mapping of the source. */
  readonly divergences: Set<string>
}

/** What the target is like. */
export interface Target {
  /** The status with which it refuses whom it does not know as a member; undefined where it keeps the id. */
  readonly unknownMember?: 400
}

/** @param now milliseconds since the epoch */
export function beginHistory(preset: Preset, now: number, target: Target = {}): History {
  return {
    preset,
    now,
    target,
    people: new Map(),
    teams: new Map(),
    assigned: new Set(),
    everybody: false,
    userFilter: null,
    rows: new Map(),
    groupFilter: null,
    threshold: null,
    touches: [],
    isOn: false,
    nextCycleAt: 0,
    isInitial: true,
    quarantinedSince: undefined,
    unsettledSince: undefined,
    deletesAllowed: false,
    links: new Map(),
    owed: new Map(),
    held: new Map(),
    written: new Set(),
    accounts: new Map(),
    targetTeams: new Map(),
    made: 0,
    faults: [],
    requests: [],
    divergences: new Set(),
  }
}

export function isInScope(history: History, id: string): boolean {
  const { everybody, assigned, teams } = history
  // Direct members only; nested groups are never expanded (Microsoft: How application provisioning works).
  const isGranted = () => [...teams.values()].some((team) => assigned.has(team.id) && team.members.has(id))
  const isEntitled = everybody || assigned.has(id) || (history.people.has(id) && isGranted())
  return isEntitled && passesFilter(history, id)
}

/** A filter comes on top of the assignment, and a clause on an empty attribute is false (Microsoft: Scoping filters). */
function passesFilter({ people, teams, userFilter, groupFilter }: History, id: string): boolean {
  const team = teams.get(id)
  if (team) return groupFilter === null || team.name === groupFilter
  const one = people.get(id)
  if (!one || !userFilter) return true
  const department = one.attributes.get('department')
  switch (userFilter.operator) {
    case 'IS NULL':
      return department === undefined
    case 'IS NOT NULL':
      return department !== undefined
    case 'EQUALS':
      return department === userFilter.value
    case 'NOT EQUALS':
      return department !== undefined && department !== userFilter.value
  }
}

/** Linked in a cycle that broke off: whether its references were written is not known. */
export function isUnsettled({ links, unsettledSince }: History, id: string): boolean {
  const link = links.get(id)
  return link !== undefined && unsettledSince !== undefined && link.since >= unsettledSince
}
