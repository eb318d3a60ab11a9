import { z } from 'zod'
import type { Dispatch, RawCall } from './dispatch.ts'
import { badRequest, GraphError } from './graph-error.ts'
import type { GraphAnswer } from './operation.ts'
import { readBody } from './read-body.ts'

const BatchRequest = z.looseObject({
  id: z.string().min(1),
  method: z.string().min(1),
  url: z.string().min(1),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.unknown().optional(),
  dependsOn: z.array(z.string()).default([]),
})
type BatchRequest = z.infer<typeof BatchRequest>
const Batch = z.looseObject({ requests: z.array(BatchRequest) })

/** Graph takes at most this many requests in a batch. */
const MOST = 20

/** Graph JSON batching: requests run in order; one whose dependency failed is answered 424. */
export async function answerBatch(
  body: unknown,
  outer: Pick<RawCall, 'version' | 'root'>,
  dispatch: Dispatch,
): Promise<GraphAnswer> {
  const { requests } = readBody(Batch, body)
  assertBatch(requests)
  const answers = new Map<string, GraphAnswer>()
  for (const request of requests) answers.set(request.id, await answerOne(request, answers, outer, dispatch))
  const responses = [...answers].map(([id, { status, headers = {}, body: answer }]) => {
    const type = answer === undefined ? {} : { 'Content-Type': 'application/json' }
    return { id, status, headers: { ...headers, ...type }, ...(answer === undefined ? {} : { body: answer }) }
  })
  return { status: 200, body: { responses } }
}

function assertBatch(requests: readonly BatchRequest[]): void {
  if (requests.length === 0) throw badRequest('A batch needs at least one request.')
  if (requests.length > MOST) throw badRequest(`A batch takes at most ${MOST} requests, not ${requests.length}.`)
  const earlier = new Set<string>()
  for (const { id, dependsOn } of requests) {
    if (earlier.has(id)) throw badRequest(`The id '${id}' stands in the batch twice.`)
    const unknown = dependsOn.find((other) => !earlier.has(other))
    if (unknown !== undefined) throw badRequest(`'${id}' depends on '${unknown}', which does not come before it.`)
    earlier.add(id)
  }
}

async function answerOne(
  request: BatchRequest,
  answers: ReadonlyMap<string, GraphAnswer>,
  outer: Pick<RawCall, 'version' | 'root'>,
  dispatch: Dispatch,
): Promise<GraphAnswer> {
  const failed = request.dependsOn.find((id) => (answers.get(id)?.status ?? 500) >= 400)
  if (failed !== undefined) {
    const { code, message } = new GraphError(
      424,
      'FailedDependency',
      `The request '${failed}' that this one depends on failed.`,
    )
    return { status: 424, body: { error: { code, message } } }
  }
  const url = request.url.startsWith('/') ? request.url : `/${request.url}`
  // Looked for by hand: a Headers object throws for a name that no header can have.
  const [, consistencyLevel] =
    Object.entries(request.headers).find(([name]) => name.toLowerCase() === 'consistencylevel') ?? []
  return dispatch({ ...outer, method: request.method.toUpperCase(), url, body: request.body, consistencyLevel })
}
