// What the organisation and the target can come to that is more than a copy: what an exploration says it has reached.
import { BY_HAND_TITLE, type History } from '@scimulator/oracle/okta'

const IS: Readonly<Record<string, (history: History) => boolean>> = {
  'an inactive account': ({ accounts }) => [...accounts.values()].some(({ active }) => !active),
  'somebody suspended who has the application': (history) =>
    [...history.source.people].some(([key, { state }]) => state === 'SUSPENDED' && history.accountOf(key)),
  'an account that bears another name': (history) =>
    [...history.source.people].some(([key, { name }]) => (history.accountOf(key)?.userName ?? name) !== name),
  'a renamed account': (history) =>
    [...history.source.people.keys()].some((key) => (history.accountOf(key)?.userName ?? key) !== key),
  'an account changed by hand': ({ accounts }) => [...accounts.values()].some(({ title }) => title === BY_HAND_TITLE),
  'a pushed group with members': (history) => pushedBy(history).some((team) => (team?.members.size ?? 0) > 0),
  'a group that stays, unlinked': (history) => {
    const pushed = pushedBy(history)
    return [...history.teams.values()].some((team) => !pushed.includes(team))
  },
  'one group for two pushes': (history) => {
    const pushed = pushedBy(history).filter((team) => team !== undefined)
    return new Set(pushed).size < pushed.length
  },
}

/** All that there are. */
export const STATES: readonly string[] = Object.keys(IS)

export function statesOf(history: History): readonly string[] {
  return Object.entries(IS).flatMap(([name, is]) => (is(history) ? [name] : []))
}

function pushedBy(history: History) {
  return [...history.source.groups.keys()].map((key) => history.teamOf(key))
}
