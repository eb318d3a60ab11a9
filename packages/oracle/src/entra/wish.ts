// What a cycle wishes for each object, users before groups, each by id. Everything is looked at and asked for a reason to act.
import { type History, isInScope, isUnsettled, type Kind, type Link, type Person } from './history.ts'
import { isNews } from './source.ts'

const MEMBERSHIPS_STAY =
  'deleted: the prefixed name is sent, memberships stay (onyx#14074; How application provisioning works)'

export interface Wish {
  readonly kind: Kind
  readonly id: string
  readonly wants: 'align' | 'disable' | 'delete' | 'nothing'
  /** Why somebody is to be taken away. */
  readonly cause?: 'left' | 'blocked' | 'binned' | 'gone'
  /** What the job remembers although nothing is sent. */
  readonly after?: 'unmanage' | 'forget'
}

export function wishes(history: History): Wish[] {
  const people = everyId(history, 'person').filter((id) => hasReason(history, 'person', id))
  const teams = everyId(history, 'team').filter((id) => hasReason(history, 'team', id))
  return [
    ...people.map((id) => ({ kind: 'person' as const, id, ...wishForPerson(history, id) })),
    ...teams.map((id) => ({ kind: 'team' as const, id, ...wishForTeam(history, id) })),
  ]
}

function everyId(history: History, kind: Kind): string[] {
  const source = kind === 'person' ? history.people : history.teams
  const ids = new Set(source.keys())
  for (const [id, link] of history.links) if (link.kind === kind) ids.add(id)
  for (const owed of history.owed.values()) if (owed.kind === kind) ids.add(owed.id)
  for (const [id, held] of history.held) if (held === kind) ids.add(id)
  return [...ids].sort((a, b) => (a < b ? -1 : 1))
}

function hasReason(history: History, kind: Kind, id: string): boolean {
  const { owed, held, links, people, now } = history
  if (history.isInitial) {
    // What lies in the bin and was never linked is not listed by the source.
    return links.has(id) || people.get(id)?.deletedAt === undefined
  }
  const isDue = [...owed.values()].some((one) => one.id === id && one.due <= now)
  if (isDue || held.has(id) || isUnsettled(history, id)) return true
  return kind === 'person' ? isPersonTouched(history, id) : isTeamTouched(history, id)
}

function isPersonTouched(history: History, id: string): boolean {
  const { touches, teams, everybody, assigned, links } = history
  return touches.some((touch) => {
    if (touch.about === 'person') return touch.id === id
    if (touch.about === 'membership') return touch.member === id && isNews(history, id)
    if (touch.about === 'assignment' && touch.id === id) return true
    const isMember = teams.get(touch.id)?.members.has(id) ?? false
    // A group that is linked and changed otherwise grants what it granted before; one that is not assigned grants nothing.
    const isGrant = touch.about === 'assignment' || (assigned.has(touch.id) && !links.has(touch.id))
    return isMember && isGrant && !everybody && isNews(history, id)
  })
}

function isTeamTouched({ touches, teams }: History, id: string): boolean {
  return touches.some(
    (touch) => touch.id === id && touch.about !== 'person' && (touch.about === 'team' || teams.has(id)),
  )
}

export function wishForPerson(history: History, id: string): Omit<Wish, 'kind' | 'id'> {
  const one = history.people.get(id)
  const link = history.links.get(id)
  if (!one) return wishForGone(history, link)
  if (!isInScope(history, id)) {
    if (link && isInBin(one)) history.divergences.add(MEMBERSHIPS_STAY)
    return wishForLeaver(link)
  }
  if (one.deletedAt !== undefined) return wishForBinned(history, link)
  if (!one.isBlocked) return { wants: 'align' }
  // Somebody blocked who was never provisioned is not created (Microsoft: How application provisioning works).
  if (!link) return { wants: 'nothing' }
  return link.isActive ? { wants: 'disable', cause: 'blocked' } : { wants: 'align' }
}

function wishForGone({ divergences }: History, link: Link | undefined): Omit<Wish, 'kind' | 'id'> {
  if (!link) return { wants: 'nothing' }
  // Unassigned first, deleted later: nothing is sent (QA-552508; Microsoft: How application provisioning works, known limits).
  if (!link.isManaged) {
    divergences.add('purged when managed no longer')
    return { wants: 'nothing', after: 'forget' }
  }
  // Soft and hard delete within one interval: nothing is sent (azure-docs#30269).
  if (!link.isDeletionSeen) {
    divergences.add('purged between two cycles')
    return { wants: 'nothing', after: 'forget' }
  }
  return { wants: 'delete', cause: 'gone' }
}

function wishForLeaver(link: Link | undefined): Omit<Wish, 'kind' | 'id'> {
  if (!link?.isManaged) return { wants: 'nothing' }
  return link.isActive ? { wants: 'disable', cause: 'left' } : { wants: 'nothing', after: 'unmanage' }
}

function wishForBinned({ divergences }: History, link: Link | undefined): Omit<Wish, 'kind' | 'id'> {
  if (!link?.isManaged) return { wants: 'nothing' }
  divergences.add(MEMBERSHIPS_STAY)
  if (link.isActive) return { wants: 'disable', cause: 'binned' }
  return link.isDeletionSeen ? { wants: 'nothing' } : { wants: 'align' }
}

/** Groups have no `active`: leaving scope and being deleted both end in DELETE (azure-docs#63942). */
function wishForTeam(history: History, id: string): Omit<Wish, 'kind' | 'id'> {
  const link = history.links.get(id)
  if (!history.teams.has(id)) return link ? { wants: 'delete', cause: 'gone' } : { wants: 'nothing' }
  if (isInScope(history, id)) return { wants: 'align' }
  return link?.isManaged ? { wants: 'delete', cause: 'left' } : { wants: 'nothing' }
}

export function isInBin(one: Person | undefined): boolean {
  return one?.deletedAt !== undefined
}
