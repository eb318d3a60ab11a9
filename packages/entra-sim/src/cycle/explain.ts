// Why an object is where it is: the five steps of provision on demand with the values seen, at any moment and without side effects.
// The conversation is the one that a cycle has. Its reads go to the target; a write is only recorded and answered as if it had
// succeeded, and no change is applied.
import { converse, type Exchange, type ScimRequest, type Send } from '@scimulator/shared/provisioning'
import { isoTime } from '@scimulator/shared/runtime'
import type { Outcome } from '../conversation/outcome.ts'
import { escrowKey } from '../job/escrow.ts'
import type { ScopeFinding } from '../log/provisioning-record.ts'
import { applyMappings } from '../mapping/index.ts'
import type { TenantPorts } from '../tenant-ports.ts'
import { conversationOf } from './carry-out-intent.ts'
import { objectContext } from './context-of-object.ts'
import type { ObjectIntent } from './intent.ts'
import { planGroup } from './plan-group.ts'
import { planUser } from './plan-user.ts'
import type { Session } from './session.ts'
import { sourceName } from './source-name.ts'

export interface Explanation {
  readonly name: string
  readonly objectType: 'User' | 'Group'
  readonly objectId: string
  readonly import: Readonly<Record<string, unknown>>
  readonly scope: ScopeFinding | null
  readonly match: { readonly linkedTo: string | null; readonly attempts: Outcome['matches'] }
  readonly evaluate: {
    readonly intent: string
    readonly mapped: Readonly<Record<string, unknown>>
    readonly changes: Outcome['modified']
  }
  readonly act: {
    readonly action: string
    readonly status: string
    readonly reason: string | null
    readonly requests: readonly ExplainedRequest[]
    /** What failed before, and when a cycle tries it again. */
    readonly escrow: { readonly errorCode: string; readonly attempts: number; readonly nextAttemptAt: string } | null
  }
}

interface ExplainedRequest {
  readonly method: string
  readonly url: string
  readonly body: string | null
  /** Reads are sent, writes are not. */
  readonly wasSent: boolean
  readonly status: number | null
}

export async function explain(
  ports: TenantPorts,
  session: Session,
  objectType: 'User' | 'Group',
  objectId: string,
): Promise<Explanation> {
  const plan = objectType === 'User' ? planUser : planGroup
  const intent = heldBack(plan(objectId, ['onDemand'], session.plan), session)
  const requests: ExplainedRequest[] = []
  const send = readOnlySend(sendOf(ports, session), ports.now(), (request) => requests.push(request))
  const isActing = intent?.kind === 'evaluate' || intent?.kind === 'remove'
  const outcome = isActing ? await converse(conversationOf(ports, session, intent), send) : undefined
  return {
    name: sourceName(ports, objectType, objectId) ?? session.data.links.get(objectId)?.targetName ?? objectId,
    objectType,
    objectId,
    import: importedValues(ports, session, objectType, objectId, intent),
    scope: intent?.scope ?? null,
    match: { linkedTo: session.data.links.get(objectId)?.targetId ?? null, attempts: outcome?.matches ?? [] },
    evaluate: {
      intent: intent ? intentText(intent) : notPlanned(session, objectType),
      mapped: mappedValues(ports, session, objectType, objectId, intent),
      changes: outcome?.modified ?? [],
    },
    act: {
      action: outcome?.action ?? (intent?.kind === 'stage' ? 'stageddelete' : 'other'),
      status: outcome?.status ?? 'skipped',
      reason: outcome?.error?.reason ?? outcome?.skipReason ?? reasonOf(intent),
      requests,
      escrow: escrowOf(session, objectId),
    },
  }
}

/** A removal that waits for an administrator is not made, whatever else the next cycle removes. */
function heldBack(intent: ObjectIntent | undefined, { data, job }: Session): ObjectIntent | undefined {
  const isHeld = intent?.kind === 'remove' && data.staged.has(intent.objectId) && !job.forceDeletes
  return isHeld ? { ...intent, kind: 'stage' } : intent
}

function reasonOf(intent: ObjectIntent | undefined): string | null {
  if (intent?.kind === 'stage') return 'AccidentalDeletionsPrevented'
  return intent?.kind === 'skip' ? intent.reason : null
}

function escrowOf({ data }: Session, objectId: string): Explanation['act']['escrow'] {
  const escrow = data.escrows.get(escrowKey({ objectId, part: 'object' }))
  if (!escrow) return null
  const { errorCode, attempts, nextAttemptAt } = escrow
  return { errorCode, attempts, nextAttemptAt: isoTime(nextAttemptAt) }
}

function intentText(intent: ObjectIntent): string {
  if (intent.kind === 'skip') return `skip: ${intent.reason}`
  if (intent.kind === 'evaluate') return 'evaluate'
  return `${intent.kind === 'stage' ? 'stage ' : ''}${intent.action}: ${intent.cause}`
}

function notPlanned({ compiled }: Session, objectType: 'User' | 'Group'): string {
  return compiled[objectType].isEnabled ? 'unknown to the job' : `${objectType} mapping is not enabled`
}

/** Before there is a tenant URL, nothing can be sent. */
function sendOf({ send, now }: TenantPorts, { settings }: Session): Send {
  if (settings.baseAddress !== '') return send
  const failure = { kind: 'connection', message: 'There is no tenant URL; set it first.' } as const
  return async (request) => ({ request, startedAt: now(), durationMs: 0, failure })
}

function readOnlySend(send: Send, now: number, tell: (request: ExplainedRequest) => void): Send {
  return async (request) => {
    const isRead = request.method === 'GET'
    const exchange = isRead ? await send(request) : pretended(request, now)
    const { method, url, body } = request
    tell({
      method,
      url,
      body: body ?? null,
      wasSent: isRead,
      status: isRead ? (exchange.response?.status ?? null) : null,
    })
    return exchange
  }
}

/** The answer that a target would give if it took the write. */
function pretended(request: ScimRequest, now: number): Exchange {
  const isCreate = request.method === 'POST'
  const response = { status: isCreate ? 201 : 204, headers: [], body: isCreate ? '{"id":"(to be created)"}' : '' }
  return { request, startedAt: now, durationMs: 0, response }
}

function isSoftDeletedFor(intent: ObjectIntent | undefined): boolean {
  if (intent?.kind === 'evaluate') return intent.isSoftDeleted
  return intent?.kind === 'remove' || intent?.kind === 'stage' || intent?.kind === 'skip'
}

function importedValues(
  ports: TenantPorts,
  session: Session,
  objectType: 'User' | 'Group',
  objectId: string,
  intent: ObjectIntent | undefined,
): Record<string, unknown> {
  const isSoftDeleted = isSoftDeletedFor(intent)
  const { source, compiled } = objectContext(ports, session, { objectType, objectId, isSoftDeleted })
  const names = compiled.mapping.attributeMappings.flatMap((one) => one.expression?.attributes ?? [])
  return Object.fromEntries([...new Set(names)].map((name) => [name, source(name) ?? null]))
}

function mappedValues(
  ports: TenantPorts,
  session: Session,
  objectType: 'User' | 'Group',
  objectId: string,
  intent: ObjectIntent | undefined,
): Record<string, unknown> {
  const isSoftDeleted = isSoftDeletedFor(intent)
  const context = objectContext(ports, session, { objectType, objectId, isSoftDeleted })
  const operation = session.data.links.has(objectId) ? 'update' : 'create'
  const values = applyMappings(context.compiled.mapping, context.source, context.environment, { operation })
  return Object.fromEntries(
    values.map(({ targetAttributeName, outcome, isRedacted }) => [
      targetAttributeName,
      isRedacted ? '[Redact]' : shown(outcome),
    ]),
  )
}

function shown(outcome: ReturnType<typeof applyMappings>[number]['outcome']): unknown {
  switch (outcome.kind) {
    case 'value':
      return outcome.value
    case 'reference':
      return { references: outcome.sourceIds }
    case 'skip':
      return { skipped: outcome.reason }
    case 'error':
      return { error: outcome.message }
  }
}
