// The Express endpoint of examples/ in this process. It is plain JavaScript without types of its own.
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

const APP = new URL('../../../examples/express-endpoint/app.mjs', import.meta.url)

const { createApp } = (await import(APP.href)) as {
  createApp(options: { token: string; faults: ReadonlySet<string> }): { listen(port: number, host: string): Server }
}

export const TOKEN = 'the-token-of-the-app'

export interface RunningApp {
  readonly url: string
  readonly token: string
  stop(): void
}

/** Starts it with these faults on a free port. */
export async function startApp(...faults: readonly string[]): Promise<RunningApp> {
  const server = createApp({ token: TOKEN, faults: new Set(faults) }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/scim/v2`,
    token: TOKEN,
    stop() {
      server.close()
      server.closeAllConnections()
    },
  }
}
