// The Express example in a process of its own, each answer held back. Forked with `serve FAULTS DELAY`; imported it does nothing.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export const EXPRESS_TOKEN = 'the-token-of-the-bench'

if (process.argv[2] === 'serve') await serve(process.argv[3] ?? '', Number(process.argv[4]))

async function serve(faults: string, delayMs: number): Promise<void> {
  const { createApp } = await import(new URL('../examples/express-endpoint/app.mjs', import.meta.url).href)
  const app = createApp({ token: EXPRESS_TOKEN, faults: new Set(faults === '' ? [] : faults.split(',')) })
  const server = createServer((request, response) => {
    if (delayMs === 0) app(request, response)
    else setTimeout(() => app(request, response), delayMs)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/scim/v2` })
}
