// States in which a job, a person or the target can be: what an exploration says it has reached.
import type { History } from './history.ts'
import { isUnsettled } from './history.ts'
import { isInBin } from './wish.ts'

const IS: Readonly<Record<string, (history: History) => boolean>> = {
  'provisioning stopped': ({ isOn }) => !isOn,
  quarantined: ({ quarantinedSince }) => quarantinedSince !== undefined,
  'something tried again': ({ owed }) => owed.size > 0,
  'removals held back': ({ held }) => held.size > 0,
  'initial cycle ahead': ({ isInitial, links }) => isInitial && links.size > 0,
  'a cycle broke off': (history) => [...history.links.keys()].some((id) => isUnsettled(history, id)),
  'everybody in scope': ({ everybody }) => everybody,
  'a row of the mapping changed': ({ rows }) => rows.size > 0,
  'people filtered': ({ userFilter }) => userFilter !== null,
  'groups filtered': ({ groupFilter }) => groupFilter !== null,
  'somebody blocked': ({ people }) => [...people.values()].some(({ isBlocked }) => isBlocked),
  'somebody in the bin': ({ people }) => [...people.values()].some(isInBin),
  'a group in a group': ({ teams }) =>
    [...teams.values()].some(({ members }) => [...members].some((id) => teams.has(id))),
  'an inactive account': ({ accounts }) => [...accounts.values()].some(({ isActive }) => !isActive),
  'an account with a manager': ({ accounts }) => [...accounts.values()].some(({ manager }) => manager !== null),
  'a group without members': ({ targetTeams }) => [...targetTeams.values()].some(({ members }) => members.size === 0),
}

/** Divergences of the target from a plain mapping of the source; the reasons stand where each is noted. */
const DIVERGENCES = [
  'a 2xx was believed',
  'a manager whom the job did not write stays',
  'an answer was lost',
  'changed after leaving scope',
  'changed at the target',
  'given up after 28 days',
  'gone from the target',
  'held back',
  'late manager',
  'late member',
  'links lost',
  'manager in the bin or gone',
  'nulls never clear',
  'purged between two cycles',
  'purged when managed no longer',
  'restored under the prefixed name',
  'scope changed without a restart',
  'shared at the target',
]

/** All that there are. */
export const STATES: readonly string[] = [...Object.keys(IS), ...DIVERGENCES]

export function statesOf(history: History): readonly string[] {
  const now = Object.entries(IS).flatMap(([name, is]) => (is(history) ? [name] : []))
  return [...now, ...DIVERGENCES.filter((name) => history.divergences.has(name))]
}

const PREFIX = /^(?:p\d(?:v\d+)?)+(?=[pq]\d[@_])/

/** Whether a name was freed by its owner’s object id in front (onyx#14074). @returns what stands behind the ids */
export function nameBehindIds(name: string): string | undefined {
  const ids = PREFIX.exec(name)?.[0]
  return ids === undefined ? undefined : name.slice(ids.length)
}

export function isPrefixed(name: string): boolean {
  return nameBehindIds(name) !== undefined
}

/** Nothing is tried again, held back or broken off: the target is as it will stay. */
export function isSettled({ isOn, faults, owed, quarantinedSince, unsettledSince }: History): boolean {
  return (
    isOn && faults.length === 0 && owed.size === 0 && quarantinedSince === undefined && unsettledSince === undefined
  )
}
