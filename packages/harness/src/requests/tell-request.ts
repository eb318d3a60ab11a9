// One exchange as a request of the corpus: ids by name, the answers that are right, and how it is known.
import type { Exchange } from '@scimulator/shared/provisioning'
import { type Answer, answerOf, idIn, listIn } from '../examine/answer.ts'
import type { CorpusRequest, CorpusSender } from './corpus.ts'
import { evidenceOf } from './evidence.ts'
import { named } from './placeholders.ts'
import { BASE_URL, STEM, TOKEN } from './record-life.ts'

export interface Telling {
  readonly sender: CorpusSender
  readonly act: string
  readonly number: number
  readonly by: CorpusRequest['by']
}

/** `ids`: names of ids so far; those that the answer brings are added. */
export function tellRequest({ sender, act, number, by }: Telling, exchange: Exchange, ids: Map<string, string>) {
  const { method, url, headers, body } = exchange.request
  const captured = capture(exchange, ids)
  const text = body === undefined ? undefined : named(body, ids)
  const path = named(url.slice(BASE_URL.length), ids)
  const evidence: Pick<CorpusRequest, 'grade' | 'source'> =
    by === 'somebody else'
      ? { grade: 'decided', source: 'not of the identity provider: the story needs it' }
      : evidenceOf(sender, { act, request: { method, path, ...(text === undefined ? {} : { body: text }) } })
  return {
    name: `${act}-${number}`,
    by,
    says: purpose(exchange, path),
    method,
    path,
    headers: headersOf(headers, ids),
    ...(text === undefined ? {} : { body: bodyOf(method, JSON.parse(text)) }),
    answer: rightAnswer(exchange, ids),
    ...(captured === undefined ? {} : { captures: captured }),
    ...evidence,
  } satisfies CorpusRequest
}

/** Okta sends back what a GET has shown (O301). Read-only attributes in it (RFC 7643 §3.1, §4.1.2) belong to the endpoint and are left out. */
function bodyOf(method: string, body: object): object {
  if (method !== 'PUT') return body
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'meta' && name !== 'groups'))
}

function headersOf(headers: Exchange['request']['headers'], ids: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries(
    headers.map(([name, value]) => [name, named(value.replaceAll(TOKEN, '{{token}}'), ids)] as const),
  )
}

/** An id that was not known before gets the name of whom it belongs to. */
function capture(exchange: Exchange, ids: Map<string, string>): CorpusRequest['captures'] {
  const answer = answerOf(exchange)
  const isCreated = exchange.request.method === 'POST' && answer.status === 201
  const resources = isCreated ? [answer.body] : (listIn(answer)?.resources ?? [])
  const [resource] = resources
  const id = idIn(resource)
  if (resources.length !== 1 || id === undefined || ids.has(id)) return undefined
  const name = nameOf(Object(resource))
  ids.set(id, name)
  return { [name]: isCreated ? '$.id' : '$.Resources[0].id' }
}

function nameOf({ userName, displayName }: { readonly userName?: string; readonly displayName?: string }): string {
  const [, person] = new RegExp(`^${STEM}-(\\w+)@`).exec(userName ?? '') ?? []
  const [, team] = new RegExp(`^${STEM}-(\\w+)`).exec(displayName ?? '') ?? []
  if (userName !== undefined) return person === undefined || person === 'connection' ? 'testUser' : person
  return team ?? 'testGroup'
}

/** Where RFC 7644 leaves a choice, both are right: a PATCH is answered with the resource or with nothing (§3.5.2). */
function rightAnswer(exchange: Exchange, ids: ReadonlyMap<string, string>): CorpusRequest['answer'] {
  const answer = answerOf(exchange)
  if (exchange.request.method === 'PATCH' && answer.status < 300) return { status: [200, 204] }
  const has = shownBy(answer, ids)
  return { status: [answer.status], ...(has ? { has } : {}) }
}

function shownBy(answer: Answer, ids: ReadonlyMap<string, string>): CorpusRequest['answer']['has'] {
  const list = listIn(answer)
  if (list) {
    const found = list.resources.map((one) => ({ id: placeholderOf(idIn(one), ids) }))
    return { totalResults: found.length, ...(found.length > 0 ? { Resources: found } : {}) }
  }
  const { userName, displayName } = Object(answer.body)
  if (answer.status === 201) return userName === undefined ? { displayName } : { userName }
  const id = idIn(answer.body)
  return answer.status === 200 && id !== undefined ? { id: placeholderOf(id, ids) } : undefined
}

function placeholderOf(id: string | undefined, ids: ReadonlyMap<string, string>): string {
  return named(id ?? '', ids)
}

function purpose({ request }: Exchange, path: string): string {
  const what = path.startsWith('/Groups') ? 'group' : 'user'
  if (request.method === 'GET' && path.includes('filter=')) return `looks the ${what} up`
  const verbs = { GET: 'reads', POST: 'creates', PUT: 'writes', PATCH: 'changes', DELETE: 'deletes' }
  return `${verbs[request.method]} the ${what}`
}
