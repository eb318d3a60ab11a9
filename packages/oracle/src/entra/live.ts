// A history as it goes on: acts, the clock, and the cycles that fall due.
import { DAY_MS, MINUTE_MS } from '@scimulator/shared/runtime'
import { BY_HAND_TITLE } from '../by-hand.ts'
import type { Act } from './act.ts'
import { beginCycle, type Cycle, carryOut, forget, removeFromTarget } from './carry-out.ts'
import { type History, isUnsettled } from './history.ts'
import { mapsManagers } from './mapping.ts'
import { keyOf, nextMark, payAll } from './owed.ts'
import { writeManager, writeReferences } from './references.ts'
import { findPerson, findTeam, guestName, idOf, purge, touchSource } from './source.ts'
import { request } from './wire.ts'
import { isInBin, type Wish, wishes, wishForPerson } from './wish.ts'

const INTERVAL = 40 * MINUTE_MS
const BIN = 30 * DAY_MS

/** Time passes; what lies in the bin for 30 days is purged, and cycles run when they are due. */
export function passTime(history: History, to: number): void {
  for (;;) {
    const binned = [...history.people.values()].filter(({ deletedAt }) => deletedAt !== undefined)
    const purgeAt = Math.min(...binned.map(({ deletedAt = 0 }) => deletedAt + BIN))
    const cycleAt = history.isOn ? history.nextCycleAt : Number.POSITIVE_INFINITY
    if (Math.min(purgeAt, cycleAt) > to) break
    history.now = Math.max(history.now, Math.min(purgeAt, cycleAt))
    if (purgeAt > cycleAt) runCycle(history)
    else for (const one of binned) if ((one.deletedAt ?? 0) + BIN <= history.now) purge(history, one)
  }
  history.now = Math.max(history.now, to)
}

/** @param id of what the act made in the tenant */
export function live(history: History, act: Act, id?: string): void {
  switch (act.act) {
    case 'start':
      begin(history)
      return
    case 'stop':
      history.isOn = false
      return
    case 'restart':
    case 'restart-full':
      restart(history, act.act === 'restart-full')
      return
    case 'allow-deletes':
      history.deletesAllowed = true
      begin(history)
      return
    case 'save-mapping':
      // The whole schema is replaced, rows, filters and all.
      history.rows.clear()
      history.userFilter = null
      history.groupFilter = null
      saveMapping(history)
      return
    case 'map':
    case 'unmap':
      history.rows.set(act.target, act.act === 'map' ? act.source : null)
      saveMapping(history)
      return
    case 'filter-users':
      history.userFilter = act.clause
      saveMapping(history)
      return
    case 'filter-groups':
      history.groupFilter = act.name
      saveMapping(history)
      return
    case 'threshold':
      history.threshold = act.count
      return
    case 'on-demand':
      provisionOnDemand(history, idOf(history, act.user))
      return
    case 'fault':
      history.faults.push({ fault: act.fault, passed: 0, struck: 0 })
      return
    case 'lift':
      history.faults = []
      return
    case 'lost-at-target':
      history.divergences.add('gone from the target')
      return void removeFromTarget(history, history.links.get(idOf(history, act.principal))?.targetId ?? '')
    case 'changed-at-target':
    case 'disabled-at-target':
    case 'removed-at-target':
      changeByHand(history, act)
      return
    default:
      touchSource(history, act, id)
  }
}

/** Past the identity provider, which sees it when it reads the account again, and never reads who is in a group. */
function changeByHand(history: History, act: Extract<Act, { act: `${string}-at-target`; user: string }>): void {
  history.divergences.add('changed at the target')
  const id = targetIdOf(history, act.user)
  const account = history.accounts.get(id)
  if (act.act === 'changed-at-target') account?.values.set('title', BY_HAND_TITLE)
  else if (act.act === 'removed-at-target') history.targetTeams.get(targetIdOf(history, act.group))?.members.delete(id)
  else if (account) account.isActive = false
}

function targetIdOf(history: History, key: string): string {
  return isKnown(history, key) ? (history.links.get(idOf(history, key))?.targetId ?? '') : ''
}

/** One person, outside the cycle: the watermark stays, and no threshold holds anybody back (Microsoft: Provision on demand). */
function provisionOnDemand(history: History, id: string): void {
  const cycle: Cycle = { ...beginCycle(), isOnDemand: true }
  request(history, 'GET', '/Users?filter', 'probe', () => 200)
  carryOut(history, cycle, { kind: 'person', id, ...wishForPerson(history, id) })
  const seen = cycle.aligned.get(id)
  if (seen !== undefined && mapsManagers(history)) writeManager(history, cycle, id, seen)
}

/** A mapping that is saved restarts a quarantined job (Microsoft: Application provisioning in quarantine status). */
function saveMapping(history: History): void {
  history.isInitial = true
  history.owed.clear()
  history.quarantinedSince = undefined
  history.nextCycleAt = Math.min(history.nextCycleAt, history.now + INTERVAL)
}

function begin(history: History): void {
  history.isOn = true
  history.quarantinedSince = undefined
  runCycle(history)
}

function restart(history: History, isFull: boolean): void {
  history.isInitial = true
  history.owed.clear()
  history.held.clear()
  history.deletesAllowed = false
  if (isFull) loseLinks(history)
  begin(history)
}

/** Who left before is unknown to the job afterwards and never disabled (Microsoft: How application provisioning works). */
function loseLinks(history: History): void {
  if (history.links.size > 0) history.divergences.add('links lost')
  for (const id of [...history.links.keys()]) forget(history, id)
}

function runCycle(history: History): void {
  const unsettled = [...history.links.keys()].filter((id) => isUnsettled(history, id))
  const fresh = new Set(unsettled.filter((id) => history.links.get(id)?.kind === 'team'))
  const cycle = beginCycle(fresh)
  const probe = request(history, 'GET', '/Users?filter', 'probe', () => 200)
  if (probe.kind === 'broken') cycle.broken = probe
  else attendAll(history, cycle)
  if (!cycle.broken) writeReferences(history, cycle)
  if (cycle.broken) keepUnwritten(history, cycle)
  settle(history, cycle)
}

/** A cycle that broke off owes the references of whomever it brought in line: the next one begins where this one began. */
function keepUnwritten(history: History, { aligned, fresh }: Cycle): void {
  const at = { part: 'references', since: history.now, attempts: 1, due: history.now } as const
  for (const id of aligned.keys()) {
    if (mapsManagers(history))
      history.owed.set(keyOf(id, 'references'), { ...at, id, kind: 'person', members: new Map() })
  }
  for (const id of fresh) {
    const those = [...(history.teams.get(id)?.members ?? [])].filter((member) => !isInBin(history.people.get(member)))
    const members = new Map(those.map((member) => [member, true] as const))
    if (members.size === 0) continue
    history.owed.set(keyOf(id, 'references'), { ...at, id, kind: 'team', members })
  }
}

function attendAll(history: History, cycle: Cycle): void {
  const all = wishes(history).map(limit(history))
  if (all.length > 0) history.unsettledSince ??= history.now
  for (const wish of all) if (!cycle.broken) attend(history, cycle, wish)
}

interface Limited extends Wish {
  readonly isHeld: boolean
}

/** More removals than the threshold in one cycle are held back, all of them (Microsoft: Prevent accidental deletions). */
function limit(history: History): (wish: Wish, index: number, all: readonly Wish[]) => Limited {
  const counts = ({ wants, id }: Wish) => {
    const isRemoval = wants === 'disable' || wants === 'delete'
    return isRemoval && !(history.deletesAllowed && history.held.has(id))
  }
  return (wish, _index, all) => {
    const isTripped = history.threshold !== null && all.filter(counts).length > history.threshold
    return { ...wish, isHeld: isTripped && counts(wish) }
  }
}

function attend(history: History, cycle: Cycle, wish: Limited): void {
  if (!wish.isHeld) {
    carryOut(history, cycle, wish)
    return
  }
  history.divergences.add('held back')
  history.held.set(wish.id, wish.kind)
  // What failed before is not tried again while the removal waits for an administrator.
  payAll(history, wish.id)
  cycle.held += 1
  const link = history.links.get(wish.id)
  if (link && wish.cause === 'binned') link.isDeletionSeen = true
}

function settle(history: History, { broken, held }: Cycle): void {
  const isQuarantine = broken ? broken.isQuarantined || history.quarantinedSince !== undefined : held > 0
  history.quarantinedSince = isQuarantine ? (history.quarantinedSince ?? history.now) : undefined
  if (!broken) {
    history.touches = []
    history.isInitial = false
    history.deletesAllowed = false
    history.unsettledSince = undefined
  }
  const since = history.quarantinedSince
  const mark = since === undefined ? history.now + INTERVAL : nextMark(since, history.now)
  if (mark === undefined) history.isOn = false
  else history.nextCycleAt = mark
}

/** Whether the act can be done now. */
export function isLegal(history: History, act: Act): boolean {
  const user = 'user' in act ? findPerson(history, act.user) : undefined
  const group = 'group' in act ? findTeam(history, act.group) : undefined
  const isThere = user !== undefined && user.deletedAt === undefined
  switch (act.act) {
    case 'create-user':
      return !user && isNameFree(history, `${act.user}@contoso.example`)
    case 'create-guest':
      return !user && isNameFree(history, guestName(act.user)) && isNameFree(history, `${act.user}@partner.com`)
    case 'rename':
      return isThere && isNameFree(history, act.name)
    case 'restore':
      return user?.deletedAt !== undefined
    case 'purge':
      return user !== undefined
    case 'manager':
      return isThere && act.manager !== act.user && (act.manager === null || isLive(history, act.manager))
    case 'create-group':
      return !group && act.members.every((member) => isLive(history, member))
    case 'create-dynamic-group':
      return !group
    case 'rename-group':
    case 'delete-group':
      return group !== undefined
    case 'add-member':
      return (
        group !== undefined &&
        group.rule === undefined &&
        act.member !== act.group &&
        canBeMember(history, act.group, act.member)
      )
    case 'remove-member':
      return group !== undefined && group.rule === undefined && isMember(history, act.group, act.member)
    case 'assign':
      return isKnown(history, act.principal) && !history.assigned.has(idOf(history, act.principal))
    case 'unassign':
      return isKnown(history, act.principal) && history.assigned.has(idOf(history, act.principal))
    case 'on-demand':
      // A test connection that fails, and people who are blocked or in the bin, are refused; tables show that.
      return isThere && !user.isBlocked && history.faults.length === 0
    case 'allow-deletes':
      return history.held.size > 0
    case 'unmap':
      return history.rows.get(act.target) !== null
    case 'changed-at-target':
    case 'disabled-at-target':
      return history.accounts.has(targetIdOf(history, act.user))
    case 'removed-at-target':
      return (
        history.targetTeams.get(targetIdOf(history, act.group))?.members.has(targetIdOf(history, act.user)) ?? false
      )
    case 'lost-at-target':
      return isKnown(history, act.principal) && history.links.has(idOf(history, act.principal))
    default:
      return 'user' in act ? isThere : true
  }
}

function isNameFree({ people }: History, name: string): boolean {
  return ![...people.values()].some((one) => one.name === name)
}

function isKnown(history: History, key: string): boolean {
  return findPerson(history, key) !== undefined || findTeam(history, key) !== undefined
}

function isLive(history: History, key: string): boolean {
  const one = findPerson(history, key)
  return one !== undefined && one.deletedAt === undefined
}

function isMember(history: History, group: string, key: string): boolean {
  return isKnown(history, key) && (findTeam(history, group)?.members.has(idOf(history, key)) ?? false)
}

function canBeMember(history: History, group: string, key: string): boolean {
  const isThere = findTeam(history, key) !== undefined || isLive(history, key)
  return isThere && !isMember(history, group, key)
}
