// What the organisation and the target can come to that is more than a copy: what an exploration says it has reached.
import { CHANGED_BY_HAND, type History } from './history.ts'
import { isEntitled } from './source.ts'

const IS: Readonly<Record<string, (history: History) => boolean>> = {
  'an inactive account': ({ accounts }) => [...accounts.values()].some(({ active }) => !active),
  'somebody not created, being suspended': (history) =>
    [...history.source.people].some(
      ([key, person]) => !isEntitled(person) && history.inScope(key) && !history.hasArrived(key),
    ),
  'a password expired': ({ source }) => [...source.people.values()].some(({ isExpired }) => isExpired),
  'a group that stays, unbound': (history) => {
    const written = [...history.source.groups.keys()].map((key) => history.teamOf(key))
    return [...history.teams.values()].some((team) => !written.includes(team))
  },
  'a bound group without anybody': ({ source }) => boundOf(source).some(({ members }) => members.size === 0),
  'somebody in two bound groups': ({ source }) =>
    [...source.people.keys()].some((key) => boundOf(source).filter(({ members }) => members.has(key)).length > 1),
  'somebody bound alone': ({ source }) => source.direct.size > 0,
  'a renamed account': ({ source }) => [...source.people].some(([key, { name }]) => name !== key),
  'something waits to be tried again': ({ isWaiting }) => isWaiting,
}

const NOTES = [
  'an account taken up by its name',
  'a group taken up by its name',
  'a push that was dropped',
  'a push that came through later',
  'an answer was lost',
  CHANGED_BY_HAND,
]

/** All that there are. */
export const STATES: readonly string[] = [...Object.keys(IS), ...NOTES]

export function statesOf(history: History): readonly string[] {
  const now = Object.entries(IS).flatMap(([name, is]) => (is(history) ? [name] : []))
  return [...now, ...history.notes]
}

function boundOf({ groups }: History['source']) {
  return [...groups.values()].filter(({ isBound }) => isBound)
}
