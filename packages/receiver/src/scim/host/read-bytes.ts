import type { IncomingMessage } from 'node:http'
import type { Limits } from '../request/limits.ts'

export type BodyProblem = 'too large' | 'too slow' | 'aborted'

const EMPTY = new Uint8Array(0)

/** Reads the bytes of a body within the limits of size and time. */
export function readBytes(
  request: IncomingMessage & { readonly body?: unknown },
  limits: Pick<Limits, 'maxBodyBytes' | 'bodyTimeoutMs'>,
): Promise<Uint8Array | BodyProblem> {
  if (request.readableEnded) return Promise.resolve(parsedBefore(request.body))
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers
  if (encoding === undefined && (length === undefined || length === '0')) {
    request.resume()
    return Promise.resolve(EMPTY)
  }
  if (Number(length) > limits.maxBodyBytes) return Promise.resolve('too large')
  return collect(request, limits)
}

function collect(
  request: IncomingMessage,
  { maxBodyBytes, bodyTimeoutMs }: Pick<Limits, 'maxBodyBytes' | 'bodyTimeoutMs'>,
): Promise<Uint8Array | BodyProblem> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    let isSettled = false
    const settle = (outcome: Uint8Array | BodyProblem): void => {
      isSettled = true
      request.removeAllListeners('data')
      resolve(outcome)
    }
    request.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      size += chunk.length
      if (size > maxBodyBytes) settle('too large')
    })
    request.on('end', () => settle(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)))
    request.on('error', () => settle('aborted'))
    request.on('close', () => settle('aborted'))
    // Nearly every body comes along with its head. A timer costs as much as reading one, so only the others get it.
    setImmediate(() => {
      if (!isSettled) AbortSignal.timeout(bodyTimeoutMs).addEventListener('abort', () => settle('too slow'))
    })
  })
}

/** A body parser in front of the handler took the bytes; what it made of them is put back into JSON. */
function parsedBefore(body: unknown): Uint8Array {
  if (body === undefined) return EMPTY
  if (body instanceof Uint8Array) return body
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
}
