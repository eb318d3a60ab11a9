// What would the next cycle do, at the time when it is due? The same plan and the same limit, and nothing is sent. What time alone
// brings until then is foreseen: retries that fall due, and users who have lain in the bin for 30 days.
import { isoTime } from '@scimulator/shared/runtime'
import { purgeDueAt } from '../acts/bin.ts'
import { familiarName } from '../directory/entra-user.ts'
import type { TenantPorts } from '../tenant-ports.ts'
import { duplicateRoles } from './duplicate-roles.ts'
import type { ObjectIntent } from './intent.ts'
import { planCycle } from './plan-cycle.ts'
import { planGone } from './plan-user.ts'
import { limited } from './run-cycle.ts'
import type { Session } from './session.ts'

export interface Rehearsal {
  readonly cycle: 'initial' | 'incremental'
  /** When that cycle is due; now, while none is. */
  readonly at: string
  readonly counts: Readonly<Record<'evaluate' | 'disable' | 'delete' | 'stage' | 'skip', number>>
  /** Undefined when the prevention of accidental deletions is off. */
  readonly deletionThresholdCount: number | undefined
  readonly wouldQuarantine: boolean
  readonly intents: readonly RehearsedIntent[]
}

interface RehearsedIntent {
  readonly name: string
  readonly objectType: 'User' | 'Group'
  readonly objectId: string
  readonly intent: 'evaluate' | 'disable' | 'delete' | 'stage disable' | 'stage delete' | 'skip'
  readonly because: string
}

export function rehearse(ports: TenantPorts, session: Session): Rehearsal {
  const at = Math.max(ports.now(), session.job.nextCycleAt ?? 0)
  const isRefused = duplicateRoles(ports.view.servicePrincipals.get(session.job.servicePrincipalId)) !== undefined
  const intents = isRefused ? [] : limited(ports, session, intentsAt(ports, session, at))
  const staged = intents.filter(({ kind }) => kind === 'stage').length
  const removals = (action: 'disable' | 'delete') =>
    intents.filter((intent) => intent.kind === 'remove' && intent.action === action).length
  return {
    cycle: session.job.watermark === null ? 'initial' : 'incremental',
    at: isoTime(at),
    counts: {
      evaluate: intents.filter(({ kind }) => kind === 'evaluate').length,
      disable: removals('disable'),
      delete: removals('delete'),
      stage: staged,
      skip: intents.filter(({ kind }) => kind === 'skip').length,
    },
    deletionThresholdCount: session.settings.deletionThresholdCount,
    wouldQuarantine: staged > 0 || isRefused,
    intents: intents.map((intent) => rehearsed(ports, session, intent)),
  }
}

/** The plan of a cycle at that time; a user who will be purged by then has that intent only. */
function intentsAt({ view }: TenantPorts, { plan, data }: Session, at: number): readonly ObjectIntent[] {
  const input = { ...plan, now: at }
  const intents = new Map([...planCycle(input)].map((intent) => [intent.objectId, intent]))
  for (const id of view.deletedIds()) {
    if ((purgeDueAt(view, id) ?? 0) > at) break
    intents.delete(id)
    const link = view.users.has(id) ? data.links.get(id) : undefined
    if (link) intents.set(id, planGone(link, ['changed'], input))
  }
  return [...intents.values()].sort(asPlanned)
}

/** Users before groups, each by id. */
function asPlanned(a: ObjectIntent, b: ObjectIntent): number {
  if (a.objectType !== b.objectType) return a.objectType === 'User' ? -1 : 1
  return a.objectId < b.objectId ? -1 : 1
}

function rehearsed({ view }: TenantPorts, { data }: Session, intent: ObjectIntent): RehearsedIntent {
  const { objectType, objectId } = intent
  const user = view.users.get(objectId)
  const known = user ? familiarName(user) : view.groups.get(objectId)?.displayName
  const name = known ?? data.links.get(objectId)?.targetName ?? objectId
  return { name, objectType, objectId, intent: wordFor(intent), because: becauseOf(intent) }
}

function wordFor(intent: ObjectIntent): RehearsedIntent['intent'] {
  if (intent.kind === 'remove') return intent.action
  return intent.kind === 'stage' ? `stage ${intent.action}` : intent.kind
}

function becauseOf(intent: ObjectIntent): string {
  if (intent.kind === 'skip') return intent.reason
  return intent.kind === 'evaluate' ? intent.reasons.join(', ') : intent.cause
}
