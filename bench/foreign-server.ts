// A foreign endpoint at a distance, in a process of its own: the plain receiver behind a proxy that holds every answer back.
// `fork` starts this file with `serve <people> <delay>`; imported without these words it does nothing.
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { createReceiver } from '../packages/receiver/src/index.ts'
import { createRandomIds } from '../packages/shared/src/runtime/index.ts'
import { person } from './receiver-server.ts'

export const FOREIGN_TOKEN = 'the-token-of-the-bench'

export interface ForeignReady {
  readonly url: string
}

if (process.argv[2] === 'serve') await serve(Number(process.argv[3]), Number(process.argv[4])) // As forked below.

async function serve(people: number, delayMs: number): Promise<void> {
  const receiver = createReceiver({ profile: 'rfc', sources: [{ token: FOREIGN_TOKEN }], ids: createRandomIds() })
  const { url } = await receiver.listen({ port: 0 })
  await fill(`${url}/scim/v2`, people)
  const proxy = createServer((client) => hold(client, Number(new URL(url).port), delayMs))
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const ready: ForeignReady = { url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/scim/v2` }
  process.send?.(ready)
}

/** Answers reach the client `delayMs` later than they would. */
function hold(client: Socket, port: number, delayMs: number): void {
  const server = connect(port, '127.0.0.1')
  client.pipe(server)
  server.on('data', (chunk) => setTimeout(() => client.writable && client.write(chunk), delayMs))
  const end = (): void => {
    client.destroy()
    server.destroy()
  }
  for (const socket of [client, server]) socket.on('error', end).on('close', end)
  client.setNoDelay(true)
  server.setNoDelay(true)
}

async function fill(url: string, people: number): Promise<void> {
  const headers = { authorization: `Bearer ${FOREIGN_TOKEN}`, 'content-type': 'application/scim+json' }
  for (let from = 0; from < people; from += 50) {
    const some = Array.from({ length: Math.min(50, people - from) }, (_, index) => person(from + index))
    await Promise.all(
      some.map(async (body) =>
        (await fetch(`${url}/Users`, { method: 'POST', headers, body: JSON.stringify(body) })).text(),
      ),
    )
  }
}
