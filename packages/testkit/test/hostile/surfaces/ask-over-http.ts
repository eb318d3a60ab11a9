import { Agent, type IncomingMessage, request } from 'node:http'
import { type Answered, type Asked, bytesOf, onWire } from './request.ts'

const agent = new Agent({ keepAlive: true, maxSockets: 8 })

/** Sends it over a socket, as it stands. An event stream is left after its first bytes. */
export async function askOverHttp(url: string, asked: Asked): Promise<Answered> {
  const { method, target, headers, ...rest } = onWire(asked)
  const bytes = bytesOf(rest)
  const { hostname, port } = new URL(url)
  const lines: Record<string, string> = {}
  for (const [name, value] of headers) lines[name] ??= value
  if (bytes.length > 0) lines['content-length'] = String(bytes.length)
  return new Promise((resolve, reject) => {
    const sent = request({ agent, hostname, port, method, path: target, headers: lines }, (response) => {
      answered(response).then(resolve, reject)
    })
    sent.once('error', reject)
    sent.end(bytes)
  })
}

async function answered(response: IncomingMessage): Promise<Answered> {
  const { statusCode: status = 0, headers } = response
  const chunks: Buffer[] = []
  for await (const chunk of response) {
    chunks.push(Buffer.from(chunk))
    if (String(headers['content-type']).includes('event-stream')) break
  }
  return { status, headers, body: Buffer.concat(chunks).toString('utf8') }
}
