// Asks a listener of node:http without a socket: what it would read from the wire goes in, what it would write comes out.
import { IncomingMessage, type RequestListener, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { Writable } from 'node:stream'
import { type Answered, type Asked, bytesOf, onWire } from './request.ts'

export function askHandler(handle: RequestListener, asked: Asked): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const request = requestOf(onWire(asked))
    const response = new ServerResponse(request)
    response.useChunkedEncodingByDefault = false
    const chunks: Buffer[] = []
    const end = (): void => resolve({ status: response.statusCode, ...partsOf(Buffer.concat(chunks)) })
    const sink = new Writable({
      write(chunk: Buffer, _encoding, written) {
        chunks.push(chunk)
        written()
        if (isStream(chunk)) leave(request, response, end)
      },
    })
    // A response writes to whatever it is given; only the methods of a stream are used.
    response.assignSocket(sink as unknown as Socket)
    response.once('finish', end)
    response.once('close', () => reject(new Error('The connection is cut without an answer.')))
    handle(request, response)
  })
}

function requestOf({ method, target, headers, ...asked }: Asked): IncomingMessage {
  const request = new IncomingMessage(new Socket())
  const bytes = bytesOf(asked)
  request.method = method
  request.url = target
  const all = bytes.length === 0 ? headers : [...headers, ['content-length', String(bytes.length)] as const]
  request.rawHeaders = all.flat()
  // The first of a name counts, as it does for most that may stand once.
  for (const [name, value] of all) request.headers[name] ??= value
  if (bytes.length > 0) request.push(bytes)
  request.push(null)
  return request
}

/** Events come for as long as the client listens. */
function isStream(head: Buffer): boolean {
  return head.includes('text/event-stream')
}

/** As a client that has seen enough. */
function leave(request: IncomingMessage, response: ServerResponse, left: () => void): void {
  left()
  setImmediate(() => {
    request.destroy()
    request.emit('close')
    response.destroy()
  })
}

function partsOf(wire: Buffer): Pick<Answered, 'headers' | 'body'> {
  const [head = '', ...rest] = wire.toString('utf8').split('\r\n\r\n')
  const lines = head.split('\r\n').slice(1)
  const headers = lines.map((line) => /^([^:]+): ?(.*)$/.exec(line) ?? []).map(([, name = '', value]) => [name, value])
  return {
    headers: Object.fromEntries(headers.map(([name = '', value]) => [name.toLowerCase(), value])),
    body: rest.join('\r\n\r\n'),
  }
}
