// Exchanges of an HTTP Archive (HAR 1.2), as browsers, proxies and API clients save them.
import { UNMEASURABLE, unmeasurable } from '@scimulator/shared/behaviour'
import type { Exchange, HeaderList } from '@scimulator/shared/provisioning'
import { z } from 'zod'
import { BadInput } from '../written/problem.ts'

const Headers = z.array(z.object({ name: z.string(), value: z.string() })).default([])

/** What `scimulator redact` says in an archive: whether the people in it are made up. */
export const PERSONAL_DATA = '_personalData'

const Har = z.object({
  log: z.object({
    [PERSONAL_DATA]: z.unknown().optional(),
    entries: z.array(
      z.object({
        startedDateTime: z.string().default(''),
        time: z.number().default(0),
        request: z.object({
          method: z.string(),
          url: z.string(),
          headers: Headers,
          postData: z.object({ text: z.string().default('') }).optional(),
        }),
        response: z.object({
          status: z.number(),
          headers: Headers,
          content: z.object({ text: z.string().default(''), encoding: z.string().optional() }).default({ text: '' }),
        }),
      }),
    ),
  }),
})
type Entry = z.infer<typeof Har>['log']['entries'][number]

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** Whether the text is one, whatever is wrong with it. */
export function looksLikeHar(text: string): boolean {
  return /^\s*\{\s*"log"\s*:/.test(text)
}

/** Requests of methods that SCIM does not have, such as a browser's OPTIONS, are left out. @throws BadInput */
export function readHar(text: string, file: string): readonly Exchange[] {
  return archiveIn(text, file).entries.flatMap(exchangeOf)
}

/** @throws BadInput */
export function isMadeUp(text: string, file: string): boolean {
  return archiveIn(text, file)[PERSONAL_DATA] === 'replaced'
}

function archiveIn(text: string, file: string): z.infer<typeof Har>['log'] {
  const read = Har.safeParse(parsed(text, file))
  if (!read.success) {
    const [issue] = read.error.issues
    throw new BadInput(`${file} is no HTTP archive: ${issue?.path.join('.') ?? ''} is wrong (${issue?.message ?? ''}).`)
  }
  return read.data.log
}

function parsed(text: string, file: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    if (unmeasurable(value)) throw new SyntaxError(UNMEASURABLE)
    return value
  } catch (error) {
    throw new BadInput(`${file} is no HTTP archive: ${error instanceof Error ? error.message : 'it is not JSON'}.`)
  }
}

function exchangeOf({ startedDateTime, time, request, response }: Entry): readonly Exchange[] {
  const method = METHODS.find((one) => one === request.method)
  if (!method) return []
  const startedAt = Date.parse(startedDateTime)
  const body = request.postData?.text
  const { text, encoding } = response.content
  const answered = encoding === 'base64' ? Buffer.from(text, 'base64').toString('utf8') : text
  return [
    {
      request: { method, url: request.url, headers: pairs(request.headers), ...(body ? { body } : {}) },
      startedAt: Number.isNaN(startedAt) ? 0 : startedAt,
      durationMs: Math.max(0, time),
      ...(response.status === 0
        ? { failure: { kind: 'connection', message: 'there is no answer in the archive' } as const }
        : { response: { status: response.status, headers: pairs(response.headers), body: answered } }),
    },
  ]
}

function pairs(headers: Entry['request']['headers']): HeaderList {
  return headers.map(({ name, value }) => [name, value])
}
