import { ENTERPRISE } from '../examine/answer.ts'
import { type CompanyState, isActive } from '../examine/lives/company-state.ts'
import { expectedPerson, expectedTeam, type Sender } from '../examine/lives/expected-directory.ts'
import type { CorpusResource } from './corpus.ts'
import { placeholder } from './placeholders.ts'

/**
 * What must be at the endpoint after an act that is about `touches`, from the story alone. Who was never sent is left out.
 *
 * @param history the company after each act from the first hires on, this one the last
 */
export function directoryAfter(
  history: readonly CompanyState[],
  touches: readonly string[],
  sender: Sender,
): readonly CorpusResource[] {
  const state = history.at(-1)
  if (!state) return []
  return touches.flatMap((key) => {
    const resource = state.people.has(key) ? personAfter(state, key, sender) : teamAfter(history, state, key, touches)
    return resource ?? []
  })
}

function personAfter(state: CompanyState, key: string, sender: Sender): CorpusResource | undefined {
  const { presence, active, values, boss } = expectedPerson(state, key, sender)
  const path = `/Users/${placeholder(key)}`
  if (presence === 'never') return undefined
  if (presence === 'gone') return { path, is: 'gone' }
  const resource = nested(values)
  if (boss === undefined) return { path, is: 'there', has: { ...resource, active } }
  const manager = boss === null ? null : { value: placeholder(boss) }
  const enterprise = { ...Object(resource[ENTERPRISE]), manager }
  return { path, is: 'there', has: { ...resource, active, [ENTERPRISE]: enterprise } }
}

/** `name.givenName` and `emails[work]` as they stand in a resource. */
function nested(values: ReadonlyMap<string, string>): Record<string, unknown> {
  const resource: Record<string, unknown> = {}
  for (const [path, value] of values) {
    const [, list, type] = /^(\w+)\[(\w+)\]$/.exec(path) ?? []
    const [, whole, part] = /^(.*)[.:](\w+)$/.exec(path) ?? []
    if (list) resource[list] = [{ type, value }]
    else if (whole && part) resource[whole] = { ...Object(resource[whole]), [part]: value }
    else resource[path] = value
  }
  return resource
}

/**
 * Of the members those whom the act is about, and those who were in it all the time: of others it depends on which of the earlier
 * acts were carried out.
 */
function teamAfter(
  history: readonly CompanyState[],
  state: CompanyState,
  key: string,
  touches: readonly string[],
): CorpusResource | undefined {
  const { presence, name, within, without } = expectedTeam(state, key)
  const path = `/Groups/${placeholder(key)}`
  if (presence === 'never') return undefined
  if (presence === 'gone') return { path, is: 'gone' }
  const membersOf = (keys: readonly string[]) => {
    const sure = (one: string): boolean => touches.includes(one) || history.every((at) => isMember(at, key, one))
    const members = keys.filter(sure).map((one) => ({ value: placeholder(one) }))
    return members.length > 0 ? { members } : {}
  }
  const lacks = membersOf(without)
  const has = { displayName: name, ...membersOf(within) }
  return { path, is: 'there', has, ...('members' in lacks ? { lacks } : {}) }
}

function isMember(state: CompanyState, team: string, key: string): boolean {
  return isActive(state, key) && (state.teams.get(team)?.members.includes(key) ?? false)
}
