// Each fault of the Express endpoint is really there, and is in nobody's way while it is off.
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { createScim, type Scim, TOKEN } from './scim-client.ts'
import { shownFaults } from './shown-faults.ts'

interface Endpoint {
  listen(port: number, host: string): Server
}

// The endpoint is plain JavaScript without types of its own.
const { createApp } = (await import(new URL('../express-endpoint/app.mjs', import.meta.url).href)) as {
  createApp(options: { token: string; faults: ReadonlySet<string> }): Endpoint
}
const { FAULTS, readFaults } = (await import(new URL('../express-endpoint/faults.mjs', import.meta.url).href)) as {
  FAULTS: Readonly<Record<string, string>>
  readFaults(text: string): ReadonlySet<string>
}

const servers: Server[] = []

async function listening(...faults: readonly string[]): Promise<Scim> {
  const server = createApp({ token: TOKEN, faults: new Set(faults) }).listen(0, '127.0.0.1')
  servers.push(server)
  await new Promise((resolve) => server.once('listening', resolve))
  return createScim(`http://127.0.0.1:${(server.address() as AddressInfo).port}/scim/v2`)
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close()
    server.closeAllConnections()
  }
})

test('every fault but slowness is shown by an exchange', () => {
  expect(Object.keys(shownFaults).sort()).toEqual(
    Object.keys(FAULTS)
      .filter((name) => name !== 'slow')
      .sort(),
  )
})

describe.each(Object.entries(shownFaults))('%s', (name, shows) => {
  test('is there when it is on', async () => {
    expect(await shows(await listening(name))).toBe(true)
  })

  test('is not there when it is off', async () => {
    expect(await shows(await listening())).toBe(false)
  })
})

test('slow: no answer comes for a long time', async () => {
  const scim = await listening('slow')
  await expect(fetch(`${scim.url}/Users`, { signal: AbortSignal.timeout(300) })).rejects.toThrow(
    'aborted due to timeout',
  )
})

test('several faults at once are all there', async () => {
  const scim = await listening('put-merges', 'string-false-is-true')
  expect(await shownFaults['put-merges']?.(scim)).toBe(true)
  expect(await shownFaults['string-false-is-true']?.(scim)).toBe(true)
})

test('an unknown fault is refused by name', () => {
  expect(readFaults(' put-merges , slow,')).toEqual(new Set(['put-merges', 'slow']))
  expect(() => readFaults('put-merges,put-merge')).toThrow('There is no fault put-merge. --list-faults shows them all.')
})
