// Nobody is spoken to but the target and this machine, whatever the command: sockets and look-ups of names are watched from before its start.
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createReceiver } from '@scimulator/receiver'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCommand } from './command.ts'

const folder = mkdtempSync(join(tmpdir(), 'scimulator-network-'))
const log = join(folder, 'network.log')
const env = {
  NODE_OPTIONS: `--import ${join(import.meta.dirname, 'network-hook.mjs')}`,
  NETWORK_LOG: log,
  TOKEN: 'secret',
}
const receiver = createReceiver({ profile: 'rfc', sources: [{ token: 'secret' }] })
let target = ''

beforeAll(async () => {
  target = `${(await receiver.listen({ port: 0 })).url}/scim/v2`
  writeFileSync(join(folder, 'mapping.json'), '[{"target": "userName", "source": "mail", "matchingPriority": 1}]')
  writeFileSync(join(folder, 'user.json'), '{"mail": "ana@contoso.example"}')
})
afterAll(async () => {
  await receiver.close()
  rmSync(folder, { recursive: true })
})

/** @returns what was spoken to since the last call */
function spokenTo(): readonly string[] {
  const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n').filter(Boolean) : []
  rmSync(log, { force: true })
  return [...new Set(lines)]
}

const ELSEWHERE = (line: string): boolean => !/^(connect|name) (127\.0\.0\.1|localhost|::1)$/.test(line)

test('the hook sees a socket and a name', async () => {
  const code =
    "require('node:net').connect(1, 'localhost').on('error', () => {}); require('node:dns').lookup('a.invalid', () => {})"
  await promisify(execFile)(process.execPath, ['-e', code], { env: { ...process.env, ...env } })
  expect(spokenTo()).toEqual(expect.arrayContaining([expect.stringMatching(/^connect localhost/), 'name a.invalid']))
})

test.each([
  [['--help']],
  [['--version']],
  [['list']],
  [['list', 'findings']],
  [['schema']],
  [['copy', 'receiver/country', 'copied']],
  [['lint', 'copied']],
  [['doctor', 'nowhere']],
  [['entra', 'expr', '[mail]', '--with', 'user.json']],
  [['entra', 'lint', 'mapping.json']],
  [['entra', 'explain', '--preset', 'lark', '--user', 'user.json']],
])(
  '%j speaks to nobody',
  async (args) => {
    await startCommand(args, { cwd: folder, env }).ended
    expect(spokenTo()).toEqual([])
  },
  60_000,
)

test.each([
  ['run, at our own receiver', ['run', 'receiver/country', '--brief']],
  ['run, at a target', ['run', 'entra/soft-delete-and-restore', '--brief', '--token-env', 'TOKEN', '--target']],
  ['clean', ['clean', '--token-env', 'TOKEN', '--target']],
  ['test', ['test', '--token-env', 'TOKEN', '--finding', 'integer-ids']],
])(
  '%s speaks to the target and this machine alone',
  async (_, args) => {
    const all = args.includes('--target') || args[0] === 'test' ? [...args, target] : args
    const { code, err } = await startCommand(all, { cwd: folder, env }).ended
    expect([code, err]).toEqual([0, ''])
    const spoken = spokenTo()
    expect(spoken.length).toBeGreaterThan(0)
    expect(spoken.filter(ELSEWHERE)).toEqual([])
  },
  120_000,
)

test.each([
  ['receiver', ['receiver', 'up', '--port', '0']],
  ['entra', ['entra', 'up', '--port', '0', '--people', '3']],
  ['jumpcloud', ['jumpcloud', 'up', '--port', '0', '--people', '3']],
])(
  '%s up speaks to nobody by itself',
  async (_, args) => {
    const { child, firstLine, ended } = startCommand(args, { cwd: folder, env })
    await firstLine
    child.kill('SIGTERM')
    expect((await ended).code).toBe(143)
    expect(spokenTo().filter(ELSEWHERE)).toEqual([])
  },
  60_000,
)
