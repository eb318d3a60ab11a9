import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createReceiver } from '@scimulator/receiver'
import { afterAll, expect, test } from 'vitest'
import { startCommand } from './command.ts'

const folder = mkdtempSync(join(tmpdir(), 'scimulator-interrupted-'))
afterAll(() => rmSync(folder, { recursive: true }))

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)(
  'a run at a target that is stopped by %s cleans up and ends with %i',
  async (signal, code) => {
    const token = 'the-token-of-the-target'
    const receiver = createReceiver({ profile: 'rfc', sources: [{ token }] })
    const { url } = await receiver.listen({ port: 0 })
    const { child, firstLine, ended } = startCommand(
      ['run', 'entra', '--target', `${url}/scim/v2`, '--token-env', 'TOKEN', '--i-own-this-target'],
      { cwd: folder, env: { TOKEN: token } },
    )
    await firstLine
    child.kill(signal)
    expect(await ended).toMatchObject({
      code,
      err: expect.stringMatching(/^Interrupted. Finishing this step/m),
      out: expect.stringMatching(/^interrupted$/m),
    })
    const headers = { authorization: `Bearer ${token}` }
    const left = await (await fetch(`${url}/scim/v2/Users`, { headers })).json()
    expect(left).toMatchObject({ totalResults: 0 })
    await receiver.close()
  },
  60_000,
)

test.each([
  ['SIGINT', 130, []],
  ['SIGTERM', 143, []],
  ['SIGINT', 130, ['--suite', 'rfc']],
] as const)(
  'a test that is stopped by %s cleans up, ends with %i and gives no verdict: %j',
  async (signal, code, more) => {
    const token = 'the-token-of-the-target'
    const receiver = createReceiver({ profile: 'rfc', sources: [{ token }] })
    const { url } = await receiver.listen({ port: 0 })
    const headers = { authorization: `Bearer ${token}` }
    const count = async (): Promise<number> => {
      const answer = await fetch(`${url}/scim/v2/Users?count=0`, { headers })
      return Object(await answer.json()).totalResults
    }
    const args = ['test', `${url}/scim/v2`, '--token-env', 'TOKEN', ...more]
    const { child, ended } = startCommand(args, { cwd: folder, env: { TOKEN: token } })
    await expect.poll(count, { timeout: 30_000, interval: 20 }).toBeGreaterThan(0)
    child.kill(signal)
    const told = await ended
    expect(told).toMatchObject({ code, err: expect.stringContaining('Nothing of the test is left.'), out: '' })
    expect(await count()).toBe(0)
    await receiver.close()
  },
  60_000,
)

const ENDPOINT = resolve(import.meta.dirname, '../../../examples/express-endpoint/server.mjs')

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = Object(server.address())
      server.close(() => resolve(port))
    })
  })

const isAnswering = async (url: string): Promise<boolean> => {
  try {
    await fetch(url)
    return true
  } catch {
    return false
  }
}

test('a test that is stopped takes what it has started with it', async () => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}/scim/v2`
  const start = `"${process.execPath}" "${ENDPOINT}" --port ${port} --token secret`
  const { child, ended } = startCommand(['test', url, '--token-env', 'TOKEN', '--start', start], {
    cwd: folder,
    env: { TOKEN: 'secret' },
  })
  await expect.poll(() => isAnswering(url), { timeout: 30_000 }).toBe(true)
  child.kill('SIGTERM')
  const { code, err } = await ended
  expect([code, err]).toEqual([143, expect.stringContaining('Interrupted: what the test has made is deleted.')])
  await expect.poll(() => isAnswering(url), { timeout: 10_000 }).toBe(false)
}, 60_000)
