import { VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { scheduleState } from '../acts/schedule-acts.ts'
import { createUser, updateUser } from '../acts/user-acts.ts'
import { instant } from '../directory/context.ts'
import type { UserStateSchedule } from '../directory/organization.ts'
import { UserChanges, UserFields } from '../directory/system-user.ts'
import type { BulkResult, Engine } from '../engine.ts'
import { v2List } from './lists.ts'
import { type ApiAnswer, type ApiRequest, NO_CONTENT, type Operation, ok, param } from './operation.ts'
import { requireUser } from './v1-systemusers.ts'

const StateChange = z.object({
  user_ids: z.array(z.string()).min(1),
  state: z.enum(['ACTIVATED', 'SUSPENDED']),
  start_date: z.string(),
})

const Entries = z.array(z.unknown())
const NewUser = UserFields.omit({ password_expired: true })
const ChangedUser = UserChanges.omit({ password_expired: true }).extend({ id: z.string() })

export const bulkOperations: readonly Operation[] = [
  {
    method: 'POST',
    template: '/api/v2/bulk/users',
    run: (engine, request) => runJob(engine, Entries.parse(request.body), (entry) => create(engine, request, entry)),
  },
  {
    method: 'PATCH',
    template: '/api/v2/bulk/users',
    run: (engine, request) => runJob(engine, Entries.parse(request.body), (entry) => change(engine, request, entry)),
  },
  {
    method: 'GET',
    template: '/api/v2/bulk/users/{id}/results',
    run(engine, request) {
      const id = param(request, 'id')
      const results = engine.bulkResults.recent().map(({ entry }) => entry)
      return v2List(
        request,
        results.filter(({ jobId }) => jobId === id).map(renderResult),
        `/api/v2/bulk/users/${id}/results`,
      )
    },
  },
  {
    method: 'GET',
    template: '/api/v2/bulk/userstates',
    run({ view }, request) {
      const user = request.query.get('userid')
      const rows = [...view.schedules.values()].flatMap(renderSchedule)
      return v2List(
        request,
        rows.filter((row) => user === null || row.systemUserId === user),
        '/api/v2/bulk/userstates',
      )
    },
  },
  {
    method: 'POST',
    template: '/api/v2/bulk/userstates',
    run(engine, request) {
      const { user_ids: ids, state, start_date: start } = StateChange.parse(request.body)
      for (const id of ids) requireUser(engine.view, id)
      const event = scheduleState(ids, state, readDate(start), engine.context)
      engine.happen(event, request.by)
      return { status: 201, body: renderSchedule(event.schedule) }
    },
  },
  {
    method: 'DELETE',
    template: '/api/v2/bulk/userstates/{id}',
    run(engine, request) {
      const schedule = engine.view.schedules.get(param(request, 'id'))
      if (!schedule) throw new VerbError('not-found', `There is no scheduled state change ${param(request, 'id')}`)
      engine.happen({ kind: 'schedule-deleted', schedule, wasCarriedOut: false }, request.by)
      return NO_CONTENT
    },
  },
  { method: 'GET', template: '/api/v2/bulk/userstates/eventlist/next', run: nextEvents },
]

/** Jobs are done at once here; each entry succeeds or fails for itself. */
function runJob(engine: Engine, entries: readonly unknown[], act: (entry: unknown) => string): ApiAnswer {
  const jobId = engine.ids.objectId('bulk-job')
  for (const entry of entries)
    engine.bulkResults.append({ jobId, at: instant(engine.context.now), ...resultOf(entry, act) })
  return ok({ jobId })
}

function resultOf(entry: unknown, act: (entry: unknown) => string): Pick<BulkResult, 'userId' | 'problem' | 'fields'> {
  try {
    return { userId: act(entry), fields: entry }
  } catch (error) {
    if (error instanceof VerbError) return { problem: error.message, fields: entry }
    if (error instanceof z.ZodError) return { problem: z.prettifyError(error), fields: entry }
    throw error
  }
}

const CreationSource = z.enum([
  'jumpcloud:gapps',
  'jumpcloud:o365',
  'jumpcloud:workday',
  'jumpcloud:scim',
  'jumpcloud:bulk',
  'jumpcloud:custom_integration',
])

function create(engine: Engine, request: ApiRequest, entry: unknown): string {
  const source = CreationSource.safeParse(request.headers['creation-source']).data ?? 'jumpcloud:bulk'
  const event = createUser(engine.view, NewUser.parse(entry), engine.context, source)
  engine.happen(event, request.by)
  return event.user._id
}

function change(engine: Engine, request: ApiRequest, entry: unknown): string {
  const { id, ...changes } = ChangedUser.parse(entry)
  const event = updateUser(engine.view, requireUser(engine.view, id), changes, engine.context)
  if (event) engine.happen(event, request.by)
  return id
}

function renderResult({ jobId, at, userId, problem, fields }: BulkResult): Readonly<Record<string, unknown>> {
  return {
    id: userId ?? jobId,
    createdAt: at,
    updatedAt: at,
    status: problem === undefined ? 'finished' : 'failed',
    ...(problem === undefined ? { persistedFields: fields } : { statusMsg: problem }),
  }
}

function renderSchedule({ id, userIds, state, due }: UserStateSchedule): Readonly<Record<string, unknown>>[] {
  return userIds.map((systemUserId) => ({ scheduledJobId: id, systemUserId, state, scheduledDate: instant(due) }))
}

/** The next planned change of each state, for each of the users asked for. */
function nextEvents({ view }: Engine, request: ApiRequest): ApiAnswer {
  const users = request.query.getAll('users').flatMap((text) => text.split(','))
  const coming = [...view.schedules.values()].sort((a, b) => a.due - b.due).flatMap(renderSchedule)
  const results = users.flatMap((user) =>
    ['ACTIVATED', 'SUSPENDED'].flatMap((state) => {
      const first = coming.find((row) => row.systemUserId === user && row.state === state)
      return first ? [first] : []
    }),
  )
  return ok({ events_count: results.length, results })
}

function readDate(text: string): number {
  const date = Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`)
  if (Number.isNaN(date))
    throw new VerbError('invalid', `start_date "${text}" is not a date. Write it as 2026-01-31T08:00:00Z.`)
  return date
}
