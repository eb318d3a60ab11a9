// How one wish is carried out at the target, request by request, and what the job remembers of it.
import type { Account, History, Kind, Owed, TargetTeam } from './history.ts'
import { wantedOf, wantedOfTeam } from './mapping.ts'
import { keyOf, owe, owedFor, pay, payAll } from './owed.ts'
import { request, type Verdict } from './wire.ts'
import { isInBin, type Wish } from './wish.ts'

export interface Cycle {
  /** Set when the whole job failed; nothing more is sent then. */
  broken: Verdict | undefined
  /** People who were brought in line, with the manager that the target showed. */
  readonly aligned: Map<string, string | null>
  /** Teams whose members have never been sent. */
  readonly fresh: Set<string>
  /** The users who failed in this cycle. */
  readonly failed: Set<string>
  /** People whose manager had failed and is there now. */
  readonly reports: Set<string>
  held: number
  /** Provision on demand: what fails is told to the administrator and not tried again (Microsoft: Provision on demand). */
  readonly isOnDemand?: boolean
}

/** Nothing has happened in it yet. */
export function beginCycle(fresh: ReadonlySet<string> = new Set()): Cycle {
  const nobody = { aligned: new Map(), failed: new Set<string>(), reports: new Set<string>() }
  return { broken: undefined, held: 0, fresh: new Set(fresh), ...nobody }
}

export function carryOut(history: History, cycle: Cycle, wish: Wish): void {
  switch (wish.wants) {
    case 'nothing':
      remember(history, wish)
      return
    case 'delete':
      deleteIt(history, cycle, wish)
      return
    case 'disable':
      bringInLine(history, cycle, wish, false)
      return
    case 'align':
      align(history, cycle, wish)
      return
  }
}

/** What waited for a user who had failed, or was not there, is due once the user is (Microsoft: Application provisioning in quarantine status). */
function align(history: History, cycle: Cycle, wish: Wish): void {
  const { id, kind } = wish
  const isNews = !history.links.has(id) || owedFor(history, id, 'object') !== undefined
  const wasHeld = history.held.has(id)
  bringInLine(history, cycle, wish, isActiveWanted(history, wish))
  const isInLine = history.links.has(id) && owedFor(history, id, 'object') === undefined
  if (!isInLine || cycle.broken || cycle.failed.has(id)) return
  if (kind === 'team' && wasHeld) oweWhatChanged(history, id)
  if (!isNews) return
  for (const { id: team, members } of history.teams.values()) {
    const owed = owedFor(history, team, 'references')
    if (team === id || (members.has(id) && owed?.members.has(id))) makeDue(history, owed)
  }
  for (const report of history.people.values()) {
    const owed = report.manager === id ? owedFor(history, report.id, 'references') : undefined
    if (owed) cycle.reports.add(report.id)
    makeDue(history, owed)
  }
}

/** While its removal was held back a team was sent nothing; what is not as it was written then is due now. */
function oweWhatChanged(history: History, id: string): void {
  const { owed, now, teams, people, written } = history
  const isWritten = (member: string) => written.has(`${id} ${member}`)
  const members = new Map<string, boolean>()
  for (const member of teams.get(id)?.members ?? []) {
    if (people.get(member)?.deletedAt === undefined && !isWritten(member)) members.set(member, true)
  }
  for (const pair of written) {
    const [team, member = ''] = pair.split(' ')
    if (team === id && !teams.get(id)?.members.has(member)) members.set(member, false)
  }
  const debt = { id, kind: 'team', part: 'references', since: now, attempts: 0, due: now } as const
  if (members.size > 0) owed.set(keyOf(id, 'references'), { ...debt, members })
}

function makeDue({ owed, now }: History, debt: Owed | undefined): void {
  if (debt) owed.set(keyOf(debt.id, debt.part), { ...debt, due: Math.min(debt.due, now) })
}

function isActiveWanted({ people }: History, { id }: Wish): boolean {
  const one = people.get(id)
  return !(isInBin(one) || one?.isBlocked)
}

function remember(history: History, { id, after }: Wish): void {
  payAll(history, id)
  history.held.delete(id)
  const link = history.links.get(id)
  if (!link) return
  if (after === 'forget') forget(history, id)
  if (after === 'unmanage') link.isManaged = false
}

/** What the job knew of the object, and of who is in what. */
export function forget(history: History, id: string): void {
  history.links.delete(id)
  pay(history, id, 'references')
  for (const pair of [...history.written]) if (pair.split(' ').includes(id)) history.written.delete(pair)
}

function deleteIt(history: History, cycle: Cycle, wish: Wish): void {
  const { id, kind, cause } = wish
  const targetId = history.links.get(id)?.targetId ?? ''
  const path = `${root(kind)}/${targetId}`
  // A group that is unassigned is read first (Acqueon's capture).
  const seen = cause === 'left' ? request(history, 'GET', path, 'read', () => statusOf(history, targetId)) : undefined
  if (seen && (seen.kind === 'failed' || seen.kind === 'broken')) {
    failed(history, cycle, wish, seen)
    return
  }
  const verdict = request(history, 'DELETE', path, 'write', () => removeFromTarget(history, targetId))
  if (verdict.kind === 'failed' || verdict.kind === 'broken') {
    failed(history, cycle, wish, verdict)
    return
  }
  payAll(history, id)
  history.held.delete(id)
  forget(history, id)
}

/** Found by its link, else by its name; then created, or updated by what differs. */
function bringInLine(history: History, cycle: Cycle, wish: Wish, isActive: boolean): void {
  const { id, kind } = wish
  const link = history.links.get(id)
  if (!link) {
    match(history, cycle, wish, isActive)
    return
  }
  const path = `${root(kind)}/${link.targetId}`
  const verdict = request(history, 'GET', path, 'read', () => statusOf(history, link.targetId))
  // A resource that is gone from the target is not made again before a restart (Microsoft: Analyze the provisioning logs).
  if (verdict.kind === 'gone') history.divergences.add('gone from the target')
  if (verdict.kind !== 'fine') {
    failed(history, cycle, wish, verdict)
    return
  }
  update(history, cycle, wish, isActive)
}

function match(history: History, cycle: Cycle, wish: Wish, isActive: boolean): void {
  const { kind } = wish
  const verdict = request(history, 'GET', `${root(kind)}?filter`, 'query', () => 200)
  if (verdict.kind !== 'fine') {
    failed(history, cycle, wish, verdict)
    return
  }
  const wanted = wantedFor(history, wish)
  const found = [...things(history, kind)].find((one) => isNamed(one, wanted))
  if (!found) {
    create(history, cycle, wish, isActive)
    return
  }
  if ([...history.links.values()].some(({ targetId }) => targetId === found.id))
    history.divergences.add('shared at the target')
  takeUp(history, cycle, wish, found.id)
  update(history, cycle, wish, isActive)
}

function takeUp(history: History, cycle: Cycle, { id, kind }: Wish, targetId: string): void {
  const state = { isManaged: true, isActive: true, isDeletionSeen: false, manager: null }
  history.links.set(id, { kind, targetId, since: history.now, ...state })
  // A membership that exists before its group is provisioned goes with the group.
  if (kind === 'team') cycle.fresh.add(id)
}

function create(history: History, cycle: Cycle, wish: Wish, isActive: boolean): void {
  const { kind, id } = wish
  const values = wantedFor(history, wish)
  const verdict = request(history, 'POST', root(kind), 'create', () => addToTarget(history, kind, values, isActive))
  if (verdict.kind !== 'fine') {
    failed(history, cycle, wish, verdict)
    return
  }
  takeUp(history, cycle, wish, `${kind === 'person' ? 'U' : 'G'}${history.made}`)
  settled(history, wish, isActive)
  if (kind === 'person') cycle.aligned.set(id, null)
}

function update(history: History, cycle: Cycle, wish: Wish, isActive: boolean): void {
  const { kind, id, wants } = wish
  const link = history.links.get(id)
  const thing = link && (history.accounts.get(link.targetId) ?? history.targetTeams.get(link.targetId))
  if (!thing) throw new Error(`The target of ${id} was read and is not there.`)
  const seen = 'manager' in thing ? thing.manager : null
  if (differs(history, thing, wantedFor(history, wish), isActive)) {
    const path = `${root(kind)}/${thing.id}`
    const verdict = request(history, 'PATCH', path, 'write', () => write(history, thing, wish, isActive))
    if (verdict.kind !== 'fine') {
      failed(history, cycle, wish, verdict)
      return
    }
    if (differs(history, thing, wantedFor(history, wish), isActive)) history.divergences.add('a 2xx was believed')
  }
  settled(history, wish, isActive)
  if (kind === 'person' && wants === 'align') cycle.aligned.set(id, seen)
}

function settled(history: History, { id, wants, cause }: Wish, isActive: boolean): void {
  const link = history.links.get(id)
  if (!link) return
  pay(history, id, 'object')
  history.held.delete(id)
  link.isManaged = wants === 'align' || (link.isManaged && cause !== 'left')
  link.isActive = isActive || link.kind === 'team'
  link.isDeletionSeen = wants === 'align' ? isInBin(history.people.get(id)) : cause === 'binned'
}

function failed(history: History, cycle: Cycle, { kind, id, cause }: Wish, verdict: Verdict): void {
  if (verdict.kind === 'broken') {
    cycle.broken = verdict
    return
  }
  cycle.failed.add(id)
  if (cycle.isOnDemand) return
  owe(history, { kind, id, part: 'object', members: new Map() })
  // The manager is looked at again once the user is brought in line.
  if (kind === 'person') pay(history, id, 'references')
  history.held.delete(id)
  const link = history.links.get(id)
  if (link && cause === 'binned') link.isDeletionSeen = true
}

function root(kind: Kind): string {
  return kind === 'person' ? '/Users' : '/Groups'
}

function things(history: History, kind: Kind): Iterable<Account | TargetTeam> {
  return kind === 'person' ? history.accounts.values() : history.targetTeams.values()
}

function wantedFor(history: History, { kind, id }: Wish): Map<string, string> {
  const one = history.people.get(id)
  if (kind === 'person') return one ? wantedOf(one, history.preset, history.rows) : new Map()
  const team = history.teams.get(id)
  return team ? wantedOfTeam(team, history.preset) : new Map()
}

function nameIn(values: ReadonlyMap<string, string>): string | undefined {
  return (values.get('userName') ?? values.get('displayName'))?.toLowerCase()
}

function isNamed({ values }: Account | TargetTeam, wanted: ReadonlyMap<string, string>): boolean {
  return nameIn(values) === nameIn(wanted)
}

function statusOf({ accounts, targetTeams }: History, targetId: string): number {
  return accounts.has(targetId) || targetTeams.has(targetId) ? 200 : 404
}

export function removeFromTarget(history: History, targetId: string): number {
  if (statusOf(history, targetId) === 404) return 404
  history.accounts.delete(targetId)
  history.targetTeams.delete(targetId)
  for (const { members } of history.targetTeams.values()) members.delete(targetId)
  return 204
}

function addToTarget(history: History, kind: Kind, values: Map<string, string>, isActive: boolean): number {
  if ([...things(history, kind)].some((one) => isNamed(one, values))) return 409
  history.made += 1
  const id = `${kind === 'person' ? 'U' : 'G'}${history.made}`
  if (kind === 'person') history.accounts.set(id, { id, values, isActive, manager: null })
  else history.targetTeams.set(id, { id, values, members: new Set() })
  return 201
}

function differs(
  history: History,
  thing: Account | TargetTeam,
  wanted: ReadonlyMap<string, string>,
  isActive: boolean,
): boolean {
  // A value that the source has no longer stays (Microsoft: Known issues; nulls never clear).
  if ([...thing.values.keys()].some((path) => !wanted.has(path))) history.divergences.add('nulls never clear')
  if ('isActive' in thing && thing.isActive !== isActive) return true
  return [...wanted].some(([path, value]) => thing.values.get(path) !== value)
}

/** All or nothing: a name that somebody else has refuses the whole PATCH. */
function write(history: History, thing: Account | TargetTeam, wish: Wish, isActive: boolean): number {
  const wanted = wantedFor(history, wish)
  const isTaken = [...things(history, wish.kind)].some((one) => one !== thing && isNamed(one, wanted))
  if (isTaken) return 409
  for (const [path, value] of wanted) thing.values.set(path, value)
  if ('isActive' in thing) thing.isActive = isActive
  return 204
}
