// Nobody is spoken to but the target and this machine, whatever the command: sockets and lookups of names are watched from before its start.
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { PROGRAMS } from '@scimulator/harness/programs'
import { createReceiver } from '@scimulator/receiver'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createProgram } from '../src/cli/program.ts'
import { BIN, startCommand } from './command.ts'

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

/** Each with the exit code that says that it did what it was asked; with 1 it has found something, with 2 nothing is there. */
const SPEAK_TO_NOBODY: readonly (readonly [code: number, args: readonly string[]])[] = [
  [0, ['--help']],
  [0, ['--version']],
  [0, ['list']],
  [0, ['list', 'findings']],
  [0, ['list', 'quirks']],
  [0, ['list', 'switches']],
  [0, ['list', 'acts']],
  [0, ['schema']],
  [0, ['init', 'begun']],
  [0, ['copy', 'receiver/country', 'copied']],
  [0, ['lint', 'copied']],
  [0, ['fmt', '--check', 'copied']],
  [0, ['describe', 'receiver/country']],
  [0, ['completion', 'bash']],
  [0, ['run', 'copied', '--list']],
  [0, ['run', '--all', '--list', '--shard', '1/4']],
  [2, ['doctor', 'nowhere']],
  [2, ['data', 'backup', 'nowhere', 'backup']],
  [2, ['data', 'restore', 'nowhere', 'restored']],
  [2, ['call', 'entra.strat']],
  [0, ['entra', 'expr', '[mail]', '--with', 'user.json']],
  [1, ['entra', 'lint', 'mapping.json']],
  [1, ['entra', 'explain', '--preset', 'lark', '--user', 'user.json']],
  [0, ['export', 'requests', '--as', 'entra', '--format', 'json']],
  [0, ['export', 'requests', '--as', 'entra-legacy', '--format', 'http']],
  [0, ['export', 'requests', '--as', 'jumpcloud', '--format', 'har']],
]

test.each(SPEAK_TO_NOBODY)(
  'exit code %i, and %j speaks to nobody',
  async (code, args) => {
    const ended = await startCommand(args, { cwd: folder, env }).ended
    expect([ended.code, code === 0 ? ended.err : '']).toEqual([code, ''])
    expect(spokenTo()).toEqual([])
  },
  60_000,
)

const SPEAK_TO_THE_TARGET: readonly (readonly [args: readonly string[]])[] = [
  [['run', 'receiver/country', '--brief', '--json', 'result.json']],
  [['run', 'receiver/country', '--brief', '--record', '--html', 'run.html', '--junit', 'run.xml', '--har', 'har']],
  [['run', 'entra/soft-delete-and-restore', '--brief', '--token-env', 'TOKEN', '--target']],
  [['export', 'story', 'receiver/country', '-o', 'country.html']],
  [['explore', '--histories', '2', '--token-env', 'TOKEN', '--target']],
  [['look', 'receiver/country', 'lark.members']],
  [['clean', '--token-env', 'TOKEN', '--target']],
  [['test', '--token-env', 'TOKEN', '--finding', 'integer-ids', '--html', 'test.html', '--reporter', 'github']],
  [['test', '--token-env', 'TOKEN', '--suite', 'okta']],
]

test.each(SPEAK_TO_THE_TARGET)(
  '%j speaks to the target and this machine alone',
  async (args) => {
    const all = args.includes('--target') || args[0] === 'test' ? [...args, target] : args
    const { code, err } = await startCommand(all, { cwd: folder, env }).ended
    expect([code, err]).toEqual([0, ''])
    const spoken = spokenTo()
    expect(spoken.length).toBeGreaterThan(0)
    expect(spoken.filter(ELSEWHERE)).toEqual([])
  },
  120_000,
)

/** Of the result that a run above has written. */
const OF_A_RESULT: readonly (readonly [args: readonly string[]])[] = [
  [['report', 'show', 'result.json']],
  [['report', 'show', 'result.json', '--html', 'shown.html']],
  [['report', 'merge', 'result.json']],
]

test.each(OF_A_RESULT)(
  '%j speaks to nobody',
  async (args) => {
    const { code, err } = await startCommand(args, { cwd: folder, env }).ended
    expect([code, err]).toEqual([0, ''])
    expect(spokenTo()).toEqual([])
  },
  60_000,
)

/** The others are filled by what is sent to them. */
const WITH_PEOPLE: ReadonlySet<string> = new Set(['entra', 'jumpcloud'])

const SERVE: readonly (readonly [args: readonly string[]])[] = [
  [['up', '--port', '0', '--demo']],
  ...PROGRAMS.map(
    ({ name }) => [[name, 'up', '--port', '0', ...(WITH_PEOPLE.has(name) ? ['--people', '3'] : [])]] as const,
  ),
  [['watch', 'copied']],
  [['record', '--port', '0', '--to', 'http://127.0.0.1:9/scim/v2', '--out', 'recorded.jsonl']],
]

test.each(SERVE)(
  '%j speaks to nobody by itself',
  async (args) => {
    const { child, firstLine, ended } = startCommand(args, { cwd: folder, env })
    await firstLine
    child.kill('SIGTERM')
    expect((await ended).code).toBe(143)
    expect(spokenTo().filter(ELSEWHERE)).toEqual([])
  },
  60_000,
)

/** Of the recording that a command above has begun. */
const OF_A_RECORDING: readonly (readonly [args: readonly string[]])[] = [
  [['redact', 'recorded.jsonl', '--out', 'redacted.jsonl']],
]

/** Nothing is in it, so that nothing differs. */
const OF_A_RECORDING_AT_THE_TARGET: readonly (readonly [args: readonly string[]])[] = [
  [['replay', 'recorded.jsonl', '--token-env', 'TOKEN', '--target']],
]

test.each(OF_A_RECORDING_AT_THE_TARGET)(
  '%j speaks to the target alone',
  async (args) => {
    const { code } = await startCommand([...args, target], { cwd: folder, env }).ended
    expect(code).toBe(0)
    expect(spokenTo().filter(ELSEWHERE)).toEqual([])
  },
  60_000,
)

test.each(OF_A_RECORDING)(
  '%j reads and writes files alone',
  async (args) => {
    const { code } = await startCommand(args, { cwd: folder, env }).ended
    expect(code).toBe(0)
    expect(spokenTo()).toEqual([])
  },
  60_000,
)

/** They wait for what comes on standard input, and end with it. */
const LISTEN: readonly (readonly [args: readonly string[]])[] = [[['mcp', '--token-env', 'TOKEN', '--target']]]

test.each(LISTEN)(
  '%j speaks to nobody while nobody asks',
  async (args) => {
    const { child, ended } = startCommand([...args, target], { cwd: folder, env })
    child.stdin?.end()
    await ended
    expect(spokenTo().filter(ELSEWHERE)).toEqual([])
  },
  60_000,
)

test('"mcp" that is asked to test an endpoint speaks to that endpoint alone', async () => {
  const client = new Client({ name: 'test', version: '1' })
  const args = [BIN, 'mcp', '--token-env', 'TOKEN']
  const all = { ...process.env, ...env } as Record<string, string>
  await client.connect(new StdioClientTransport({ command: process.execPath, args, env: all, cwd: folder }))
  const input = { url: target, finding: 'integer-ids' }
  const { isError } = await client.callTool({ name: 'rerun_finding', arguments: input }, undefined, { timeout: 60_000 })
  await client.close()
  expect(isError ?? false).toBe(false)
  const spoken = spokenTo()
  expect(spoken.length).toBeGreaterThan(0)
  expect(spoken.filter(ELSEWHERE)).toEqual([])
}, 120_000)

test('every command that there is has been run', () => {
  const run = [
    ...SPEAK_TO_NOBODY.map(([, args]) => args),
    ...[
      ...[...SPEAK_TO_THE_TARGET, ...OF_A_RESULT, ...SERVE, ...OF_A_RECORDING, ...OF_A_RECORDING_AT_THE_TARGET],
      ...LISTEN,
    ].map(([args]) => args),
  ].map((args) => args.join(' '))
  const missing = commandsIn(createProgram()).filter((name) => !run.some((one) => `${one} `.startsWith(`${name} `)))
  expect(missing, 'add it to a list above').toEqual([])
})

/** `report merge` and its like; what has commands below it does nothing by itself. */
function commandsIn(command: ReturnType<typeof createProgram>, before: readonly string[] = []): string[] {
  if (command.commands.length === 0) return [before.join(' ')]
  return command.commands.flatMap((one) => commandsIn(one, [...before, one.name()]))
}
