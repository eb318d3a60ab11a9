// Exchanges of Postman: the JSON report of a newman run, and a collection (v2.0, v2.1) with its saved examples. A request without an answer
// is kept as one that nobody has answered.
import type { Exchange, HeaderList } from '@scimulator/shared/provisioning'
import { z } from 'zod'
import { BadInput } from '../../written/problem.ts'

const Headers = z
  .array(z.object({ key: z.string(), value: z.coerce.string() }))
  .nullish()
  .transform((list) => list ?? [])

const Url = z.union([
  z.string(),
  z.object({ raw: z.string() }),
  z.object({
    protocol: z.string().default('https'),
    host: z.array(z.string()),
    port: z.string().optional(),
    path: z.array(z.string()).default([]),
    query: z.array(z.object({ key: z.string().nullish(), value: z.string().nullish() })).default([]),
  }),
])

const Request = z.object({
  method: z.string().default('GET'),
  url: Url,
  header: Headers,
  body: z.object({ raw: z.string().optional() }).nullish(),
})

const Response = z.object({
  code: z.number().optional(),
  header: Headers,
  body: z.string().nullish(),
  stream: z.object({ data: z.array(z.number()) }).optional(),
  responseTime: z.number().nullish(),
})

const Newman = z.object({
  run: z.object({ executions: z.array(z.object({ request: Request, response: Response.optional() })) }),
})

interface Item {
  readonly request?: z.infer<typeof Request> | undefined
  readonly response?: readonly z.infer<typeof Response>[] | undefined
  readonly item?: readonly Item[] | undefined
}
const Item: z.ZodType<Item> = z.lazy(() =>
  z.object({ request: Request.optional(), response: z.array(Response).optional(), item: z.array(Item).optional() }),
)
const Collection = z.object({ info: z.object({ schema: z.string() }), item: z.array(Item) })

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** Undefined where the value is neither. @throws BadInput where it says it is one and is not */
export function readPostman(value: unknown, file: string): readonly Exchange[] | undefined {
  const shape = Object(value)
  if (typeof shape.run === 'object' && shape.run !== null) {
    const read = Newman.safeParse(value)
    if (!read.success) throw new BadInput(`${file} is no report of newman: ${saying(read.error)}.`)
    return read.data.run.executions.flatMap(({ request, response }) => exchangeOf(request, response))
  }
  if (typeof shape.info !== 'object' || shape.info === null) return undefined
  const read = Collection.safeParse(value)
  if (!read.success) throw new BadInput(`${file} is no collection of Postman: ${saying(read.error)}.`)
  return requestsIn(read.data.item)
}

function saying({ issues: [issue] }: z.ZodError): string {
  return `${issue?.path.join('.') ?? ''} is wrong (${issue?.message ?? ''})`
}

function requestsIn(items: readonly Item[]): readonly Exchange[] {
  return items.flatMap(({ request, response, item }) => [
    ...(request ? exchangeOf(request, response?.[0]) : []),
    ...requestsIn(item ?? []),
  ])
}

function exchangeOf(request: z.infer<typeof Request>, response?: z.infer<typeof Response>): readonly Exchange[] {
  const method = METHODS.find((one) => one === request.method)
  if (!method) return []
  const body = request.body?.raw
  const asked = { method, url: urlOf(request.url), headers: pairs(request.header), ...(body ? { body } : {}) }
  const times = { startedAt: 0, durationMs: response?.responseTime ?? 0 }
  if (response?.code === undefined)
    return [{ request: asked, ...times, failure: { kind: 'connection', message: 'there is no answer in the file' } }]
  const text = response.stream ? Buffer.from(response.stream.data).toString('utf8') : (response.body ?? '')
  return [
    { request: asked, ...times, response: { status: response.code, headers: pairs(response.header), body: text } },
  ]
}

function urlOf(url: z.infer<typeof Url>): string {
  if (typeof url === 'string') return url
  if ('raw' in url) return url.raw
  const { protocol, host, port, path, query } = url
  const asked = query.map(({ key, value }) => `${key ?? ''}${value == null ? '' : `=${value}`}`).join('&')
  return `${protocol}://${host.join('.')}${port ? `:${port}` : ''}/${path.join('/')}${asked === '' ? '' : `?${asked}`}`
}

function pairs(headers: readonly { readonly key: string; readonly value: string }[]): HeaderList {
  return headers.map(({ key, value }) => [key, value])
}
