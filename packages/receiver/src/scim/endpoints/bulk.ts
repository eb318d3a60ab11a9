// Operations run in the order of the request, except that one waits for those whose bulkId it refers to. Resources that refer to
// each other in a circle are made without the open references first and completed as soon as these are known.
import { type JsonObject, type JsonValue, quoteForDetail, ScimError, urns } from '@scimulator/shared/scim'
import type { DirectoryRecord } from '../../directory/record.ts'
import { type Answer, jsonAnswer } from '../answer/answer.ts'
import { locationOf } from '../answer/rendering.ts'
import { referencesOf } from '../request/bulk-references.ts'
import { type BulkOperation, readBulkRequest } from '../request/bulk-request.ts'
import { type Call, jsonBody } from '../request/call.ts'
import { carryOutOperation, completeResource, placeOf } from './bulk-operation.ts'

interface Task {
  readonly index: number
  readonly operation: BulkOperation
  readonly references: ReadonlySet<string>
}

/** What is known while the request is worked through. */
interface Progress {
  readonly results: Map<number, JsonObject>
  readonly made: Map<string, DirectoryRecord>
  readonly failed: Set<string>
  readonly incomplete: Task[]
  errors: number
}

/** POST /Bulk (RFC 7644 §3.7). */
export function runBulk(call: Call): Answer {
  const request = readBulkRequest(jsonBody(call, call.limits.bulkMaxPayloadSize), call)
  const progress: Progress = { results: new Map(), made: new Map(), failed: new Set(), incomplete: [], errors: 0 }
  const mayGoOn = () => request.failOnErrors === 0 || progress.errors < request.failOnErrors
  let waiting = request.operations.map((operation, index) => ({
    index,
    operation,
    references: referencesOf(operation),
  }))
  while (waiting.length > 0 && mayGoOn()) {
    const [next, isOpen] = nextTask(waiting, progress)
    waiting = waiting.filter((task) => task !== next)
    perform(call, next, progress, isOpen)
    completeResolved(call, progress)
  }
  const results = [...progress.results].sort(([left], [right]) => left - right).map(([, result]) => result)
  return jsonAnswer({ schemas: [urns.bulkResponse], Operations: results })
}

/** The first task that waits for nobody; in a circle the first POST, which is then carried out with open references. */
function nextTask(waiting: readonly Task[], progress: Progress): readonly [Task, boolean] {
  const pending = new Set(waiting.map(({ operation }) => operation.bulkId))
  const ready = waiting.find(({ references, operation }) => {
    return [...references].every((id) => id === operation.bulkId || !pending.has(id) || progress.made.has(id))
  })
  if (ready) return [ready, ready.operation.bulkId !== undefined && ready.references.has(ready.operation.bulkId)]
  const post = waiting.find(({ operation }) => operation.method === 'POST') ?? waiting[0]
  if (!post) throw new Error('There is no bulk operation left')
  return [post, true]
}

function perform(call: Call, task: Task, progress: Progress, isOpen: boolean): void {
  const { operation, index } = task
  try {
    if (!isOpen) checkReferences(task, progress)
    const outcome = carryOutOperation(call, operation, (bulkId) => progress.made.get(bulkId)?.id)
    if (outcome.created && operation.bulkId !== undefined) progress.made.set(operation.bulkId, outcome.created)
    if (isOpen) progress.incomplete.push(task)
    progress.results.set(index, result(operation, outcome.status, outcome.headers))
  } catch (thrown) {
    const location = placeOf(operation, call, (bulkId) => progress.made.get(bulkId)?.id)
    fail(task, thrown, progress, location === undefined ? {} : { location })
  }
}

/** @throws ScimError 400 for a bulkId that nobody has, 409 for one whose operation failed (RFC 7644 §3.7.1). */
function checkReferences({ references }: Task, { made, failed }: Progress): void {
  for (const bulkId of references) {
    if (made.has(bulkId)) continue
    const name = quoteForDetail(bulkId)
    if (failed.has(bulkId)) throw new ScimError('conflict', `The operation with bulkId ${name} has failed.`)
    throw new ScimError('invalidValue', `There is no operation with bulkId ${name}.`)
  }
}

/** Writes the whole data once more where the references that were open are now known. */
function completeResolved(call: Call, progress: Progress): void {
  for (const task of [...progress.incomplete]) {
    const unknown = [...task.references].filter((bulkId) => !progress.made.has(bulkId))
    if (unknown.some((bulkId) => !progress.failed.has(bulkId))) continue
    progress.incomplete.splice(progress.incomplete.indexOf(task), 1)
    complete(call, task, progress)
  }
}

function complete(call: Call, task: Task, progress: Progress): void {
  const record = progress.made.get(task.operation.bulkId ?? '')
  if (!record) return
  try {
    checkReferences(task, progress)
    const headers = completeResource(call, record, task.operation, (bulkId) => progress.made.get(bulkId)?.id)
    progress.results.set(task.index, result(task.operation, 201, headers))
  } catch (thrown) {
    fail(task, thrown, progress, { location: locationOf(record, call.baseUrl) })
  }
}

function fail(task: Task, thrown: unknown, progress: Progress, headers: Readonly<Record<string, string>> = {}): void {
  if (!(thrown instanceof ScimError)) throw thrown
  const { operation, index } = task
  if (operation.bulkId !== undefined) progress.failed.add(operation.bulkId)
  progress.errors += 1
  progress.results.set(index, { ...result(operation, thrown.status, headers), response: thrown.toBody() as JsonValue })
}

function result(
  { method, bulkId }: BulkOperation,
  status: number,
  headers: Readonly<Record<string, string>> | undefined,
): JsonObject {
  return {
    ...(headers?.location === undefined ? {} : { location: headers.location }),
    method,
    ...(bulkId === undefined ? {} : { bulkId }),
    ...(headers?.etag === undefined ? {} : { version: headers.etag }),
    status: String(status),
  }
}
