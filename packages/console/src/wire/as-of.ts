// The application's directory as it was when an exchange had been answered: what there is now, less what came later. Effects are absolute,
// so that no whole directory is needed.
import type { Moment } from './moments.ts'
import type { Head } from './sentences.ts'

/** A moment on the wire. */
export interface AsOf {
  readonly heads: readonly Moment[]
  /** The last exchange that is shown; undefined for now. */
  readonly at: number | undefined
  /** The first one of which changes are told; undefined for the first of all. */
  readonly from?: number | undefined
}

export interface MemberThen {
  /** Not there yet. */
  readonly isAbsent: boolean
  /** What has become another value since, by attribute, as it was. */
  readonly attributes: Readonly<Record<string, string | null>>
}

/** Actions that make somebody of whom the directory had nothing. */
const MAKES: ReadonlySet<string> = new Set(['created', 'restored'])

/** By name, as the receiver's log has them. @param at the last exchange that is shown; undefined for now */
export function membersThen(heads: readonly Moment[], at: number | undefined): ReadonlyMap<string, MemberThen> {
  const then = new Map<string, MemberThen>()
  if (at === undefined) return then
  for (let index = heads.length - 1; index >= 0; index -= 1) {
    const head = heads[index]
    if (head === undefined || head.seq <= at) break
    for (const effect of head.effects.toReversed()) {
      if (effect.object !== 'member' || effect.action === 'refused') continue
      const before = then.get(effect.name)?.attributes ?? {}
      const old = Object.fromEntries(effect.attributes.map((one) => [one.attribute, one.old]))
      then.set(effect.name, { isAbsent: MAKES.has(effect.action), attributes: { ...before, ...old } })
    }
  }
  return then
}

/** Names of those whom the last exchange that is shown has changed. */
export function changedAt(heads: readonly Moment[], at: number | undefined): ReadonlySet<string> {
  const effects = heads.findLast(({ seq }) => at === undefined || seq <= at)?.effects ?? []
  return new Set(effects.filter(({ action }) => action !== 'none').map(({ name }) => name))
}

/** How many active members there were, of how many there are. */
export function activeThen(active: number, heads: readonly Moment[], at: number | undefined): number {
  if (at === undefined) return active
  const later = heads.filter(({ seq }) => seq > at).flatMap(({ effects }) => effects)
  return later.reduce((count, effect) => count - activeBy(effect), active)
}

type Effect = Head['effects'][number]

/** By how many an effect has changed the number of active members. */
function activeBy({ object, action, attributes }: Effect): number {
  if (object !== 'member' || action === 'refused') return 0
  const status = attributes.find(({ attribute }) => attribute === 'status')
  if (status) return Number(status.new === 'Active') - Number(status.old === 'Active')
  if (MAKES.has(action) || action === 'reactivated') return 1
  return action === 'deactivated' || action === 'deleted' ? -1 : 0
}
