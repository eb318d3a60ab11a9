// Managers of the people who were brought in line, then members of teams.
import type { Cycle } from './carry-out.ts'
import type { History, Link } from './history.ts'
import { mapsManagers } from './mapping.ts'
import { keyOf, owe, owedFor, pay } from './owed.ts'
import { request } from './wire.ts'

export function writeReferences(history: History, cycle: Cycle): void {
  for (const [id, seen] of peopleToSettle(history, cycle)) {
    if (!cycle.broken && mapsManagers(history)) writeManager(history, cycle, id, seen)
    if (!cycle.broken) cycle.aligned.delete(id)
  }
  for (const id of [...history.links.keys()].sort((a, b) => (a < b ? -1 : 1))) {
    const link = history.links.get(id)
    if (!cycle.broken && link?.kind === 'team' && link.isManaged) writeMembers(history, cycle, id, link)
    if (!cycle.broken) cycle.fresh.delete(id)
  }
}

/** People who were brought in line, and those whose manager is there at last: what the job wrote is what it knows of them. */
function peopleToSettle(history: History, { aligned, reports }: Cycle): [string, string | null][] {
  const others = [...reports].filter((id) => !aligned.has(id))
  const known = others.map((id): [string, string | null] => [id, history.links.get(id)?.manager ?? null])
  return [...aligned, ...known].sort(([a], [b]) => (a < b ? -1 : 1))
}

export function writeManager(history: History, cycle: Cycle, id: string, seen: string | null): void {
  const link = history.links.get(id)
  const manager = history.people.get(history.people.get(id)?.manager ?? '')
  if (!link) return
  // A soft-deleted manager does not count; nobody is told until the report is looked at for another reason.
  const isThere = manager !== undefined && manager.deletedAt === undefined
  if (history.people.get(id)?.manager !== undefined && !isThere) history.divergences.add('manager in the bin or gone')
  const wanted = isThere ? history.links.get(manager.id)?.targetId : undefined
  if (isThere && wanted === undefined && owedFor(history, manager.id, 'object')) {
    // The manager failed to be provisioned, and is looked for again with the retries.
    if (!cycle.isOnDemand) owe(history, { id, kind: 'person', part: 'references', members: new Map() })
    return
  }
  if (isThere && wanted === undefined) {
    // The manager is left out and not looked for again before a restart (Microsoft: Known issues for provisioning).
    history.divergences.add('late manager')
    pay(history, id, 'references')
    return
  }
  const isRight = wanted === undefined ? link.manager === null : wanted === seen
  if (!isRight && !patchManager(history, cycle, id, link, wanted ?? null)) return
  if (wanted === undefined && seen !== null && isRight)
    history.divergences.add('a manager whom the job did not write stays')
  link.manager = wanted ?? null
  pay(history, id, 'references')
}

function patchManager(history: History, cycle: Cycle, id: string, link: Link, wanted: string | null): boolean {
  const verdict = request(history, 'PATCH', `/Users/${link.targetId}`, 'write', () => {
    const account = history.accounts.get(link.targetId)
    if (!account) return 404
    account.manager = wanted
    return 204
  })
  if (verdict.kind === 'fine') {
    if (history.accounts.get(link.targetId)?.manager !== wanted) history.divergences.add('a 2xx was believed')
    return true
  }
  if (verdict.kind === 'broken') cycle.broken = verdict
  else if (!cycle.isOnDemand) owe(history, { id, kind: 'person', part: 'references', members: new Map() })
  return false
}

function writeMembers(history: History, cycle: Cycle, teamId: string, link: Link): void {
  const changes = memberChanges(history, cycle, teamId)
  const isKnown = (id: string) => history.links.has(id)
  const isWritten = (id: string) => history.written.has(`${teamId} ${id}`)
  const pairs = [...changes].sort(([a], [b]) => (a < b ? -1 : 1))
  if (isWaiting(history, cycle, teamId)) {
    holdMembers(history, teamId, pairs)
    return
  }
  // Only linked members are sent; who is linked later is missed until a restart (Microsoft: Known issues for provisioning).
  const missing = pairs.flatMap(([id, isIn]) => (isIn && !isKnown(id) ? [id] : []))
  const awaited = missing.filter((id) => owedFor(history, id, 'object') !== undefined)
  if (missing.length > awaited.length) history.divergences.add('late member')
  for (const [id, isIn] of pairs) if (!isIn && !isKnown(id)) history.written.delete(`${teamId} ${id}`)
  const added = pairs.filter(([id, isIn]) => isIn && isKnown(id)).map(([id]) => id)
  const removed = pairs.filter(([id, isIn]) => !isIn && isKnown(id) && isWritten(id)).map(([id]) => id)
  const isDone = patchMembers(history, cycle, link, teamId, added, true)
  const isAllDone = isDone && patchMembers(history, cycle, link, teamId, removed, false)
  if (isAllDone && awaited.length === 0 && (pairs.length > 0 || owedFor(history, teamId, 'references')))
    settleOwed(history, teamId, pairs.length)
  if (cycle.broken || (isAllDone && awaited.length === 0)) return
  const open = new Map([
    ...(isDone ? [] : added.map((id) => [id, true] as const)),
    ...(isAllDone ? [] : removed.map((id) => [id, false] as const)),
    ...awaited.map((id) => [id, true] as const),
  ])
  owe(history, { id: teamId, kind: 'team', part: 'references', members: open })
}

/** A team that failed, or whose removal is held back, is sent nothing until that is over. */
function isWaiting(history: History, cycle: Cycle, teamId: string): boolean {
  return cycle.failed.has(teamId) || history.held.has(teamId) || owedFor(history, teamId, 'object') !== undefined
}

function holdMembers(history: History, teamId: string, pairs: readonly (readonly [string, boolean])[]): void {
  const { owed, now, written } = history
  const before = owedFor(history, teamId, 'references')
  const open = pairs.filter(([id, isIn]) => isIn || written.has(`${teamId} ${id}`))
  if (open.length === 0 && !(before && before.due <= now)) return
  const cause = owedFor(history, teamId, 'object')
  if (!cause) {
    pay(history, teamId, 'references')
    return
  }
  const { since, attempts } = before ?? { since: now, attempts: 0 }
  const debt = { id: teamId, kind: 'team', part: 'references', members: new Map(open) } as const
  owed.set(keyOf(teamId, 'references'), { ...debt, since, attempts, due: cause.due })
}

/** What is not yet due and has nothing new beside it waits on. */
function settleOwed(history: History, teamId: string, changes: number): void {
  const due = owedFor(history, teamId, 'references')?.due ?? 0
  if (changes > 0 || due <= history.now) pay(history, teamId, 'references')
}

function memberChanges(history: History, cycle: Cycle, teamId: string): Map<string, boolean> {
  if (history.isInitial || cycle.fresh.has(teamId)) return allMembers(history, teamId)
  const isIn = (id: string) => history.teams.get(teamId)?.members.has(id) ?? false
  const owed = owedFor(history, teamId, 'references')
  const touched = history.touches.flatMap((touch) =>
    touch.about === 'membership' && touch.id === teamId ? [[touch.member, isIn(touch.member)] as const] : [],
  )
  const isOwedNow = owed !== undefined && (owed.due <= history.now || touched.length > 0)
  return new Map([...(isOwedNow ? owed.members : []), ...touched])
}

function allMembers(history: History, teamId: string): Map<string, boolean> {
  const { people, teams, written } = history
  const members = [...(teams.get(teamId)?.members ?? [])]
  const known = [...written].flatMap((pair) => (pair.startsWith(`${teamId} `) ? [pair.slice(teamId.length + 1)] : []))
  return new Map([
    ...members.filter((id) => people.get(id)?.deletedAt === undefined).map((id) => [id, true] as const),
    ...known.filter((id) => !members.includes(id)).map((id) => [id, false] as const),
  ])
}

function patchMembers(
  history: History,
  cycle: Cycle,
  link: Link,
  teamId: string,
  ids: readonly string[],
  isIn: boolean,
): boolean {
  if (ids.length === 0) return true
  const targetIds = ids.map((id) => history.links.get(id)?.targetId ?? '')
  const verdict = request(history, 'PATCH', `/Groups/${link.targetId}`, 'write', () => {
    const members = history.targetTeams.get(link.targetId)?.members
    if (isIn && targetIds.some((id) => !isThere(history, id))) return history.target.unknownMember ?? 404
    for (const id of targetIds) isIn ? members?.add(id) : members?.delete(id)
    return members ? 204 : 404
  })
  if (verdict.kind === 'broken') cycle.broken = verdict
  if (verdict.kind !== 'fine') return false
  const members = history.targetTeams.get(link.targetId)?.members
  if (targetIds.some((id) => members?.has(id) !== isIn)) history.divergences.add('a 2xx was believed')
  for (const id of ids) isIn ? history.written.add(`${teamId} ${id}`) : history.written.delete(`${teamId} ${id}`)
  return true
}

function isThere({ target, accounts, targetTeams }: History, id: string): boolean {
  return target.unknownMember === undefined || accounts.has(id) || targetTeams.has(id)
}
