import type { IncomingMessage, ServerResponse } from 'node:http'

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
  if (text.includes('toString') || text.includes('\\u')) measurable(body)
  return body
}

/** @throws a SyntaxError for a length that cannot be compared: zod compares it, of whatever has one, and would throw no ZodError then */
function measurable(value: unknown): void {
  const left = [value]
  for (let one = left.pop(); left.length > 0 || one !== undefined; one = left.pop()) {
    if (typeof one !== 'object' || one === null) continue
    const { length } = one as { readonly length?: unknown }
    if (typeof length === 'object' && length !== null && JSON.stringify(length).includes('"toString"'))
      throw new SyntaxError('"length" is an object with a member "toString". Send a number, or leave it out.')
    left.push(...Object.values(one))
  }
}

export function writeJson(response: ServerResponse, status: number, value: unknown): void {
  const body = JSON.stringify(value ?? null)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  })
  response.end(body)
}
