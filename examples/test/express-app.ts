// The Express endpoint in this process. It is plain JavaScript without types of its own.
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { TOKEN } from './scim-client.ts'

const FOLDER = new URL('../express-endpoint/', import.meta.url)

const { createApp } = (await import(new URL('app.mjs', FOLDER).href)) as {
  createApp(options: { token: string; faults: ReadonlySet<string> }): { listen(port: number, host: string): Server }
}

export const { FAULTS, readFaults } = (await import(new URL('faults.mjs', FOLDER).href)) as {
  FAULTS: Readonly<Record<string, string>>
  readFaults(text: string): ReadonlySet<string>
}

const servers: Server[] = []

/** Starts it with these faults, on a free port. @returns where it is: `http://127.0.0.1:41001` */
export async function startExpress(...faults: readonly string[]): Promise<string> {
  const server = createApp({ token: TOKEN, faults: new Set(faults) }).listen(0, '127.0.0.1')
  servers.push(server)
  await new Promise((resolve) => server.once('listening', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Stops all that were started. */
export function stopExpress(): void {
  for (const server of servers.splice(0)) {
    server.close()
    server.closeAllConnections()
  }
}
