// A handler over a socket.
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { ScimHandler } from '../../src/examine/index.ts'

const servers: Server[] = []

export function closeServers(): void {
  for (const server of servers.splice(0)) server.close()
}

export async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** @returns the origin that it listens at */
export async function serve(handler: ScimHandler): Promise<string> {
  const server = createServer(async (message, answer) => {
    const { method = 'GET', url: target = '/', rawHeaders } = message
    const baseUrl = `http://${message.headers.host}`
    const { status, headers, body } = await handler({
      method,
      target,
      rawHeaders,
      body: await bytesOf(message),
      baseUrl,
    })
    // The receiver's clock stands still; the Date of this machine would be another one's.
    answer.sendDate = false
    answer.writeHead(status, headers).end(body)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${Object(server.address()).port}`
}
