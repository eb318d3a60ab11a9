// Several processes share the files, and their results become one: the same as that of a process that ran everything.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RunResult, type ScenarioResult } from '@scimulator/harness/report'
import { createReceiver } from '@scimulator/receiver'
import { afterAll, expect, test } from 'vitest'
import { startCommand } from './command.ts'

const folder = mkdtempSync(join(tmpdir(), 'scimulator-shards-'))
afterAll(() => rmSync(folder, { recursive: true }))

const scimulator = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  startCommand(args, { cwd: folder, env }).ended
const resultIn = (name: string) => RunResult.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))

/** What a run found, without what differs from run to run. */
const found = (scenarios: readonly ScenarioResult[]) =>
  scenarios.map(({ durationMs: _, ...rest }) => JSON.stringify(rest).replace(/http:\/\/127\.0\.0\.1:\d+/g, 'URL'))

test('the union of four shards is one run, result by result', async () => {
  const whole = await scimulator(['run', 'receiver', '--brief', '--json', 'whole.json'])
  const shards = await Promise.all(
    [0, 1, 2, 3].map((index) =>
      scimulator(
        ['run', 'receiver', '--brief', '--shard', '4', '--durations', 'whole.json', '--json', `${index}.json`],
        {
          JOB_COMPLETION_INDEX: String(index),
        },
      ),
    ),
  )
  expect(shards.map(({ code }) => code)).toEqual([0, 0, 0, 0])
  const parts = ['0.json', '1.json', '2.json', '3.json']
  const merged = await scimulator(['report', 'merge', ...parts, '--json', 'merged.json', '--junit', 'merged.xml'])
  expect(merged).toMatchObject({ code: whole.code, err: '' })
  expect(found(resultIn('merged.json').scenarios)).toEqual(found(resultIn('whole.json').scenarios))
  expect(resultIn('merged.json')).toMatchObject({ outcome: resultIn('whole.json').outcome, target: 'receiver' })
  expect(readFileSync(join(folder, 'merged.xml'), 'utf8')).toContain('<testcase')

  const refused = async (...names: string[]): Promise<string> => {
    const { code, err } = await scimulator(['report', 'merge', ...names])
    expect(code).toBe(2)
    return err
  }
  expect(await refused('0.json', '3.json')).toBe(
    'The result of shard 2/4 is missing.\nThe result of shard 3/4 is missing.\n',
  )
  expect(await refused(...parts, '2.json')).toBe('Shard 3/4 is in 2.json and in 2.json.\n')
  expect(await refused(...parts, 'whole.json')).toMatch(/^receiver\/\S+.* is in .\.json and in whole\.json\./)
  // As a machine that had other files, or another version, writes it.
  const { shard, ...other } = resultIn('3.json')
  writeFileSync(join(folder, 'other-files.json'), JSON.stringify({ ...other, shard: { ...shard, plan: 'other' } }))
  expect(await refused('0.json', '1.json', '2.json', 'other-files.json')).toContain(
    '0.json and other-files.json have shared out the files differently.',
  )
  writeFileSync(join(folder, 'elsewhere.json'), JSON.stringify({ ...other, shard, target: 'http://b.example' }))
  expect(await refused('0.json', '1.json', '2.json', 'elsewhere.json')).toBe(
    '0.json is about receiver, and elsewhere.json about http://b.example.\n',
  )
}, 180_000)

test('shards share one target without meeting, and leave nothing', async () => {
  const receiver = createReceiver({ profile: 'rfc', sources: [{ token: 'secret' }] })
  const { url } = await receiver.listen({ port: 0 })
  const at = ['--target', `${url}/scim/v2`, '--token-env', 'TOKEN']
  const run = (shard: string) =>
    scimulator(
      ['run', 'entra', '--filter', 'soft-delete', '--brief', '--shard', shard, '--json', `at-${shard[0]}.json`, ...at],
      {
        TOKEN: 'secret',
      },
    )
  const shards = await Promise.all(['1/4', '2/4', '3/4', '4/4'].map(run))
  expect(shards.map(({ code }) => code)).toEqual([0, 0, 0, 0])
  const merged = await scimulator(['report', 'merge', 'at-1.json', 'at-2.json', 'at-3.json', 'at-4.json'])
  expect(merged).toMatchObject({ code: 0, out: expect.stringContaining(`target ${url}/scim/v2`) })
  const left = await fetch(`${url}/scim/v2/Users`, { headers: { authorization: 'Bearer secret' } })
  expect(await left.json()).toMatchObject({ totalResults: 0 })
  await receiver.close()
}, 180_000)

test.each([
  ['a part that there is not', ['run', 'receiver/country', '--shard', '5/4'], '--shard is "5/4". Write 2/4'],
  ['durations alone', ['run', 'receiver/country', '--durations', 'x.json'], '--durations goes with --shard.'],
  ['a file that is no result', ['report', 'merge', 'other.json'], 'other.json is not a result of "scimulator run"'],
  ['a file that is not there', ['report', 'merge', 'nowhere.json'], 'nowhere.json cannot be read: ENOENT'],
])(
  '%s ends with 2 and the way out',
  async (_, args, message) => {
    writeFileSync(join(folder, 'other.json'), '{"version": 2}')
    const { code, err } = await scimulator(args)
    expect([code, err]).toEqual([2, expect.stringContaining(message)])
  },
  60_000,
)
