// Which acts have to go before one, so that it means the same without the rest of the life.
import type { CompanyState, Team } from '../examine/lives/company-state.ts'
import type { CorpusAct } from './corpus.ts'
import { placeholdersIn } from './placeholders.ts'
import type { LivedAct } from './record-life.ts'

type Told = Omit<CorpusAct, 'needs'>

/** Ids of the acts that have changed what the act at `index` is about, and of those that they need themselves, in their order. */
export function needsOf(index: number, lived: readonly LivedAct[], told: readonly Told[]): string[] {
  const wanted = new Set<string>()
  const needed: string[] = []
  for (let at = index; at >= 0; at -= 1) {
    const act = lived[at]
    if (!act) continue
    const changed = [...changedBetween(lived[at - 1]?.after, act.after), ...capturedIn(told[at])]
    if (at < index && !changed.some((key) => wanted.has(key))) continue
    if (at < index) needed.unshift(act.id)
    for (const key of usedBy(act, told[at])) wanted.add(key)
  }
  return needed
}

const NO_TEAM: Omit<Team, 'key'> = { name: '', members: [], isDeleted: false }

/** Whom an act is about: those of the story, and everybody and every group whose id it uses. */
function usedBy({ touches, after }: LivedAct, told: Told | undefined): readonly string[] {
  const used = [...touches, ...placeholdersIn(JSON.stringify(told?.requests ?? []))]
  return used.filter((key) => after.people.has(key) || after.teams.has(key))
}

function capturedIn(told: Told | undefined): readonly string[] {
  return (told?.requests ?? []).flatMap(({ captures = {} }) => Object.keys(captures))
}

/** Who joins or leaves a group has changed, and not the group: what is said of its other members stays true. */
function changedBetween(before: CompanyState | undefined, after: CompanyState): readonly string[] {
  if (!before) return []
  const people = [...after.people].flatMap(([key, person]) => (before.people.get(key) === person ? [] : [key]))
  const teams = [...after.teams].flatMap(([key, team]) => {
    const { name, members, isDeleted } = before.teams.get(key) ?? NO_TEAM
    const moved = [...members, ...team.members].filter((one) => members.includes(one) !== team.members.includes(one))
    return [...moved, ...(name === team.name && isDeleted === team.isDeleted ? [] : [key])]
  })
  return [...people, ...teams]
}
