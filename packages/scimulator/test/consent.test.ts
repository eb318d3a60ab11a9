// The question before a run at another machine, asked on a terminal: python3 has one to offer.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createReceiver } from '@scimulator/receiver'
import { listen } from '@scimulator/shared/http'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { BIN } from './command.ts'

const TOKEN = 'the-token-of-the-target'
const folder = mkdtempSync(join(tmpdir(), 'scimulator-consent-'))

const SCENARIO = `# yaml-language-server: $schema=scenario.schema.json
scenario: Two people and a group
description: D
steps:
  - receiver.add-source: { kind: Entra ID, activate: true }
  - directory.create-user: { userName: ana@contoso.example }
  - directory.create-user: { userName: ben@contoso.example }
  - directory.create-group: { displayName: Both, members: [ana@contoso.example, ben@contoso.example] }
expect:
  - { view: directory.groups, exactly: { Both: { members: [ana@contoso.example, ben@contoso.example] } } }
`

/** Runs a command on a terminal of its own, types what is on standard input, and ends with the command's exit code. */
const ON_A_TERMINAL = `
import os, pty, sys
status = pty.spawn(sys.argv[1:])
sys.exit(os.waitstatus_to_exitcode(status))
`

const hasPython = spawnSync('python3', ['-c', 'import os, pty; os.waitstatus_to_exitcode']).status === 0
/** Another machine, as the command sees it: an address of this one that is not a loopback. */
const address = Object.values(networkInterfaces())
  .flat()
  .find((one) => one?.family === 'IPv4' && !one.internal)?.address
const reason = !hasPython
  ? 'there is no python3 with a pty'
  : address === undefined
    ? 'this machine has no network'
    : ''

interface Asked {
  readonly code: number | null
  readonly screen: string
}

function onTerminal(args: readonly string[], answer: string): Promise<Asked> {
  const env = { ...process.env, NO_COLOR: '1', SCIMULATOR_TOKEN: TOKEN }
  const child: ChildProcess = spawn('python3', ['-c', ON_A_TERMINAL, process.execPath, BIN, ...args], {
    cwd: folder,
    env,
  })
  let screen = ''
  let isAnswered = false
  child.stdout?.on('data', (chunk) => {
    screen += chunk
    if (isAnswered || !screen.includes('[y/N]')) return
    isAnswered = true
    child.stdin?.write(answer)
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, screen: screen.replaceAll('\r', '') })))
}

describe.skipIf(reason !== '')(
  `consent on a terminal${reason === '' ? '' : ` (not here: ${reason})`}`,
  {
    timeout: 60_000,
  },
  () => {
    let url: string
    let writes: string[] = []
    const closers: (() => unknown)[] = []

    beforeAll(async () => {
      writeFileSync(join(folder, 'two.yaml'), SCENARIO)
      const receiver = createReceiver({ profile: 'rfc', sources: [{ token: TOKEN }] })
      const outer = await listen(
        (request, response) => {
          if (request.method !== 'GET') writes.push(`${request.method} ${request.url}`)
          receiver.handle(request, response)
        },
        { host: '0.0.0.0' },
      )
      url = `http://${address}:${outer.port}/scim/v2`
      closers.push(
        () => outer.close(0),
        () => receiver.close(),
      )
      for (const userName of ['one@corp.example', 'two@corp.example']) {
        const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/scim+json' }
        const body = JSON.stringify({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName })
        expect((await fetch(`${url}/Users`, { method: 'POST', headers, body })).status).toBe(201)
      }
    })

    beforeEach(() => {
      writes = []
    })

    afterAll(async () => {
      for (const close of closers) await close()
      rmSync(folder, { recursive: true })
    })

    test('the question has the figures of the plan; no is 2, and nothing is sent', async () => {
      const args = ['run', 'two.yaml', '--target', url, '--run-id', 'aoxy0001', '--parallel', '3']
      const { code, screen } = await onTerminal(args, 'n\n')
      expect(code, screen).toBe(2)
      expect(writes).toEqual([])
      expect(screen).toContain('there are 2 users and 0 groups')
      expect(screen).toContain('Is this endpoint yours, and made for tests? Run now? [y/N]')
      expect(screen).toMatch(/send invitations to new accounts, or count them as seats/)
      expect(screen).toContain('Nothing was sent. --i-own-this-target says yes without being asked.')
      const plan = await onTerminal([...args, '--plan'], '')
      const figures = /At http[\s\S]*seats that are paid for\./
      expect(figures.exec(screen)?.[0]).toBe(figures.exec(plan.screen)?.[0])
    })

    test.each(['\n', 'nonsense\n', '\u0004'])('%j is no yes', async (answer) => {
      const { code, screen } = await onTerminal(['run', 'two.yaml', '--target', url], answer)
      expect(code, screen).toBe(2)
      expect(writes).toEqual([])
    })

    test('yes runs, under the names that were shown', async () => {
      const { code, screen } = await onTerminal(['run', 'two.yaml', '--target', url], 'y\n')
      expect(code, screen).toBe(0)
      const [, runId] = /The run (\w{8}) would create/.exec(screen) ?? []
      const [, name] = /^ {4}(scimulator-\S+)$/m.exec(screen) ?? []
      expect(runId).toBeDefined()
      expect(writes.length).toBeGreaterThan(0)
      expect(name?.slice(11, 15)).toBe(runId?.slice(0, 4))
      expect(screen).toMatch(/1 scenario: 1 passed/)
    })

    test('Ctrl-C at the question sends nothing', async () => {
      const { code, screen } = await onTerminal(['run', 'two.yaml', '--target', url], '\u0003')
      expect(code, screen).toBe(130)
      expect(writes).toEqual([])
    })
  },
)
