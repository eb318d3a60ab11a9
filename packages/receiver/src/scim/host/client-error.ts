import type { Socket } from 'node:net'
import { ScimError, type ScimErrorCode } from '@scimulator/shared/scim'
import { hostRefusal } from '../handler.ts'

/**
 * Answers what node:http could not read as a request at all (a `clientError` of the server): it has no response object then, so the
 * SCIM error is written to the socket as it is.
 */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const code = CODES.get(error.code ?? '') ?? 'badRequest'
  const { status, headers, body } = hostRefusal({ method: 'GET' }, new ScimError(code, DETAILS.get(code)))
  const lines = Object.entries({ ...headers, connection: 'close' }).map(([name, value]) => `${name}: ${value}`)
  socket.end(`HTTP/1.1 ${status} Refused\r\n${lines.join('\r\n')}\r\n\r\n${body}`)
}

const CODES: ReadonlyMap<string, ScimErrorCode> = new Map([
  ['HPE_INVALID_METHOD', 'notImplemented'],
  ['HPE_HEADER_OVERFLOW', 'headersTooLarge'],
  ['ERR_HTTP_REQUEST_TIMEOUT', 'requestTimeout'],
])

const DETAILS: ReadonlyMap<ScimErrorCode, string> = new Map([
  ['notImplemented', 'The method is not implemented.'],
  ['badRequest', 'This is not an HTTP request.'],
])
