// Why an object is where it is: the five steps of provision on demand with the values seen, at any moment and without side effects.
// The conversation is the one that a cycle has. Its reads go to the target; a write is only recorded and answered as if it had
// succeeded, and no change is applied.
import { converse, type Exchange, type ScimRequest, type Send } from '@scimulator/shared/provisioning'
import type { Outcome } from '../conversation/outcome.ts'
import type { ScopeFinding } from '../log/provisioning-record.ts'
import { applyMappings } from '../mapping/index.ts'
import { conversationOf, sourceName } from './carry-out-intent.ts'
import type { Engine } from './engine.ts'
import type { ObjectIntent } from './intent.ts'
import { planGroup } from './plan-group.ts'
import { planUser } from './plan-user.ts'
import { objectContext, type Session } from './session.ts'

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
  }
}

export interface ExplainedRequest {
  readonly method: string
  readonly url: string
  readonly body: string | null
  /** Reads are sent, writes are not. */
  readonly wasSent: boolean
  readonly status: number | null
}

export async function explain(
  engine: Engine,
  session: Session,
  objectType: 'User' | 'Group',
  objectId: string,
): Promise<Explanation> {
  const plan = objectType === 'User' ? planUser : planGroup
  const intent = plan(objectId, ['onDemand'], session.plan)
  const requests: ExplainedRequest[] = []
  const send = readOnlySend(engine.send, engine.now(), (request) => requests.push(request))
  const isActing = intent?.kind === 'evaluate' || intent?.kind === 'remove'
  const outcome = isActing ? await converse(conversationOf(engine, session, intent), send) : undefined
  return {
    name: sourceName(engine, objectType, objectId) ?? objectId,
    objectType,
    objectId,
    import: importedValues(engine, session, objectType, objectId, intent),
    scope: intent?.scope ?? null,
    match: { linkedTo: session.data.links.get(objectId)?.targetId ?? null, attempts: outcome?.matches ?? [] },
    evaluate: {
      intent: intent ? intentText(intent) : 'unknown to the job',
      mapped: mappedValues(engine, session, objectType, objectId, intent),
      changes: outcome?.modified ?? [],
    },
    act: {
      action: outcome?.action ?? 'other',
      status: outcome?.status ?? 'skipped',
      reason: outcome?.error?.reason ?? outcome?.skipReason ?? (intent?.kind === 'skip' ? intent.reason : null),
      requests,
    },
  }
}

function intentText(intent: ObjectIntent): string {
  if (intent.kind === 'skip') return `skip: ${intent.reason}`
  return intent.kind === 'evaluate' ? 'evaluate' : `${intent.action}: ${intent.cause}`
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
  engine: Engine,
  session: Session,
  objectType: 'User' | 'Group',
  objectId: string,
  intent: ObjectIntent | undefined,
): Record<string, unknown> {
  const isSoftDeleted = isSoftDeletedFor(intent)
  const { source, compiled } = objectContext(engine, session, { objectType, objectId, isSoftDeleted })
  const names = compiled.mapping.attributeMappings.flatMap((one) => one.expression?.attributes ?? [])
  return Object.fromEntries([...new Set(names)].map((name) => [name, source(name) ?? null]))
}

function mappedValues(
  engine: Engine,
  session: Session,
  objectType: 'User' | 'Group',
  objectId: string,
  intent: ObjectIntent | undefined,
): Record<string, unknown> {
  const isSoftDeleted = isSoftDeletedFor(intent)
  const context = objectContext(engine, session, { objectType, objectId, isSoftDeleted })
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
