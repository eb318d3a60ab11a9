import type { IncomingMessage, ServerResponse } from 'node:http'
import { UNMEASURABLE, unmeasurable } from '../behaviour/index.ts'

/** A body that is longer than the reader allows. */
export class BodyTooLong extends Error {
  override readonly name = 'BodyTooLong'
}

/** A body that is compressed. It is not unpacked: a few bytes could become gigabytes. */
export class BodyPacked extends SyntaxError {
  override readonly name = 'BodyPacked'
}

/**
 * Reads a request's JSON body of at most `limit` bytes; undefined for an empty one.
 * @throws {@link BodyPacked} for a Content-Encoding; {@link BodyTooLong}; a SyntaxError for what is not JSON; all can be shown
 */
export async function readJsonBody(request: IncomingMessage, limit = 4 * 1024 * 1024): Promise<unknown> {
  const packed = request.headers['content-encoding']
  if (packed !== undefined && packed.toLowerCase() !== 'identity')
    throw new BodyPacked(`The body is packed (Content-Encoding: ${packed}). Send it as it is.`)
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > limit) throw new BodyTooLong(`The body is longer than ${limit} bytes`)
    chunks.push(bytes)
  }
  const text = Buffer.concat(chunks).toString('utf8')
  if (text.trim() === '') return undefined
  const body: unknown = JSON.parse(text)
  // Written as it is, or with an escape: to look at all of a large body is left out otherwise.
  const isSuspect = text.includes('toString') || text.includes('\\u')
  if (isSuspect && unmeasurable(body)) throw new SyntaxError(UNMEASURABLE)
  return body
}

export function writeJson(response: ServerResponse, status: number, value: unknown): void {
  const body = JSON.stringify(value ?? null)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  })
  response.end(body)
}
