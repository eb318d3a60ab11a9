// What would the next cycle do? The same plan and the same limit, and nothing is sent.
import { familiarName } from '../directory/entra-user.ts'
import type { Engine } from './engine.ts'
import type { ObjectIntent } from './intent.ts'
import { limitedPlan } from './run-cycle.ts'
import type { Session } from './session.ts'

export interface Rehearsal {
  readonly cycle: 'initial' | 'incremental'
  readonly counts: Readonly<Record<'evaluate' | 'disable' | 'delete' | 'stage' | 'skip', number>>
  /** Undefined when the prevention of accidental deletions is off. */
  readonly deletionThresholdCount: number | undefined
  readonly wouldQuarantine: boolean
  readonly intents: readonly RehearsedIntent[]
}

export interface RehearsedIntent {
  readonly name: string
  readonly objectType: 'User' | 'Group'
  readonly objectId: string
  readonly intent: 'evaluate' | 'disable' | 'delete' | 'stage disable' | 'stage delete' | 'skip'
  readonly because: string
}

export function rehearse(engine: Engine, session: Session): Rehearsal {
  const intents = limitedPlan(engine, session)
  const staged = intents.filter(({ kind }) => kind === 'stage').length
  const removals = (action: 'disable' | 'delete') =>
    intents.filter((intent) => intent.kind === 'remove' && intent.action === action).length
  return {
    cycle: session.job.watermark === null ? 'initial' : 'incremental',
    counts: {
      evaluate: intents.filter(({ kind }) => kind === 'evaluate').length,
      disable: removals('disable'),
      delete: removals('delete'),
      stage: staged,
      skip: intents.filter(({ kind }) => kind === 'skip').length,
    },
    deletionThresholdCount: session.settings.deletionThresholdCount,
    wouldQuarantine: staged > 0,
    intents: intents.map((intent) => rehearsed(engine, session, intent)),
  }
}

function rehearsed({ view }: Engine, { data }: Session, intent: ObjectIntent): RehearsedIntent {
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
