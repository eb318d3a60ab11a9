// Acts that are legal and left out all the same, because what follows from them is not known at this target, or cannot be written.
import { type Act, type History, isPrefixed } from '@scimulator/oracle/entra'

export function isAvoided(
  history: History,
  act: Act,
  { isForeign = false }: { readonly isForeign?: boolean },
): boolean {
  if (isForeign && (takesName(history, act) || act.act === 'lost-at-target')) return true
  if (act.act === 'fault') return !isOfEveryRequest(act)
  return act.act.endsWith('-at-target') && !hasPlainName(history, act)
}

function takesName({ teams }: History, act: Act): boolean {
  if (act.act === 'rename-group')
    return [...teams.values()].some(({ name, key }) => name === act.name && key !== act.group)
  const made = act.act === 'create-group' || act.act === 'create-dynamic-group' ? act.group : undefined
  return made !== undefined && [...teams.values()].some(({ name }) => name === made)
}

/**
 * Whom a fault strikes that lets some requests pass hangs on the order of the requests, which is that of the tenant’s ids; the oracle has
 * others.
 */
function isOfEveryRequest({ fault }: Extract<Act, { act: 'fault' }>): boolean {
  return (fault.skip ?? 0) === 0 && (fault.times ?? 1_000) >= 1_000
}

/** Somebody else finds accounts by their names; those that begin with an object id only the run knows. */
function hasPlainName(history: History, act: Act): boolean {
  const key = 'user' in act ? act.user : 'principal' in act ? act.principal : ''
  const person = [...history.people.values()].find((one) => one.key === key)
  const account = history.accounts.get(history.links.get(person?.id ?? '')?.targetId ?? '')
  const name = account?.values.get('userName')
  const namesakes = 'group' in act ? groupsNamedAlike(history, act.group) : 1
  return name !== undefined && !isPrefixed(name) && namesakes === 1
}

function groupsNamedAlike({ teams, links, targetTeams }: History, key: string): number {
  const team = [...teams.values()].find((one) => one.key === key)
  const name = targetTeams.get(links.get(team?.id ?? '')?.targetId ?? '')?.values.get('displayName')
  return [...targetTeams.values()].filter(({ values }) => values.get('displayName') === name).length
}
