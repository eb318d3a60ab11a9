import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { startCommand } from './command.ts'

const folder = mkdtempSync(join(tmpdir(), 'scimulator-receiver-'))
const running: ChildProcess[] = []

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('scimulator receiver up', { timeout: 120_000 }, () => {
  test.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ] as const)('serves, says so in one line, and at %s ends with %i', async (signal, code) => {
    const receiver = up('--port', '0', '--token', 'secret', '--profile', 'rfc')
    const line = await receiver.firstLine
    const url = /at (http:\/\/127\.0\.0\.1:\d+\/scim\/v2) /.exec(line)?.[1]
    const list = await fetch(`${url}/Users`, asClient)
    expect([list.status, await list.json()]).toMatchObject([200, { totalResults: 0 }])
    expect((await fetch(`${url}/Users`)).status).toBe(401)
    receiver.child.kill(signal)
    expect(await receiver.ended).toMatchObject({ code, out: `${line}\n`, err: '' })
  })

  test('a port in use ends with 2 and the way out', async () => {
    const rival = createServer()
    await new Promise<void>((resolve) => rival.listen(0, '127.0.0.1', resolve))
    const address = rival.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const { code, err } = await up('--port', `${port}`).ended
    await new Promise((resolve) => rival.close(resolve))
    expect(code).toBe(2)
    expect(err).toBe(
      `Port ${port} on 127.0.0.1 is in use. Stop what listens there, or choose another port with --port.\n`,
    )
  })

  test('a folder in use ends with 2, and what it holds is there after a restart', async () => {
    const data = join(folder, 'data')
    const first = up('--port', '0', '--token', 'secret', '--profile', 'rfc', '--data', data)
    const url = urlIn(await first.firstLine)
    await fetch(`${url}/Users`, { ...asClient, method: 'POST', body: JSON.stringify({ userName: 'ana' }) })
    const second = await up('--port', '0', '--data', data).ended
    expect([second.code, second.err]).toEqual([2, expect.stringContaining('is in use by process')])
    first.child.kill('SIGTERM')
    expect((await first.ended).code).toBe(143)
    const again = up('--port', '0', '--token', 'secret', '--profile', 'rfc', '--data', data)
    const list = await fetch(`${urlIn(await again.firstLine)}/Users`, asClient)
    expect(await list.json()).toMatchObject({ Resources: [{ userName: 'ana' }] })
  })

  test('security events are told to who polls, and signed', async () => {
    const receiver = up('--port', '0', '--token', 'secret', '--profile', 'rfc', '--events', 'notice')
    const url = urlIn(await receiver.firstLine)
    await fetch(`${url}/Users`, { ...asClient, method: 'POST', body: JSON.stringify({ userName: 'ana' }) })
    const poll = { ...asClient, method: 'POST', body: JSON.stringify({ returnImmediately: true }) }
    const { sets } = (await (await fetch(`${url}/SecurityEvents`, poll)).json()) as { sets: Record<string, string> }
    const [token = ''] = Object.values(sets)
    const [head, claims] = token.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'))
    expect([head, claims]).toEqual([expect.stringContaining('ES256'), expect.stringContaining('prov:create:notice')])
  })

  test.each([
    [['--profile', 'rfc', '--events', 'all'], 'Allowed choices are notice, full.'],
    [
      ['--profile', 'rfc', '--events', 'full', '--event-filter', 'titel pr'],
      'The filter of security events, "titel pr"',
    ],
    [['--profile', 'rfc', '--event-filter', 'title pr'], '--event-filter and --unsigned-events need --events'],
    [['--events', 'notice'], '--schema, --strict, --pagination and --events need --profile rfc'],
    [['--pagination', 'cursor'], '--schema, --strict, --pagination and --events need --profile rfc'],
  ])('%j end with 2 and say why', async (args, message) => {
    const { code, err } = await up('--port', '0', ...args).ended
    expect([code, err]).toEqual([2, expect.stringContaining(message)])
  })

  test('a port that is none ends with 2', async () => {
    const { code, err } = await up('--port', 'eighty').ended
    expect([code, err]).toEqual([2, expect.stringContaining('A port is a number from 0 to 65535.')])
  })
})

const asClient = { headers: { authorization: 'Bearer secret', 'content-type': 'application/scim+json' } }

function urlIn(line: string): string | undefined {
  return /at (\S+) /.exec(line)?.[1]
}

function up(...args: readonly string[]) {
  const started = startCommand(['receiver', 'up', ...args], { cwd: folder })
  running.push(started.child)
  return started
}
