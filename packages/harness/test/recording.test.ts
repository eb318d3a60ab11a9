import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSeededIds } from '@scimulator/shared/runtime'
import { afterAll, expect, test } from 'vitest'
import { Recording } from '../src/report/recording.ts'
import { runFiles } from '../src/scenario/run-files.ts'
import { FAKE_KINDS } from './fake-programs.ts'
import { HEAD, runText } from './run-text.ts'

const folder = mkdtempSync(join(tmpdir(), 'scimulator-recording-'))

afterAll(() => rmSync(folder, { recursive: true }))

const STEPS = `
steps:
  - receiver.add-source: { kind: Entra ID, activate: true }
    save: source
  - idp.configure: { url: '\${source.url}', token: '\${source.token}' }
  - idp.load-company:
      company: { name: C, domain: c.test, people: [{ key: ana, displayName: Ana, email: ana@c.test }] }
  - note: "Now she comes"
  - idp.push-user: { user: ana@c.test }
  - lark.add-member: { name: Bo, email: bo@c.test }
`
const GOOD = `${STEPS}expect:\n  - { view: directory.users, include: { ana@c.test: {} } }\n`
const BAD = `${STEPS}expect:\n  - { view: directory.users, include: { zoe@c.test: {} } }\n`

async function runs(texts: Readonly<Record<string, string>>, record?: 'failed' | 'all') {
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), `${HEAD}${text}`)
  const files = Object.keys(texts)
  const options = { kinds: FAKE_KINDS, root: folder, ...(record ? { record } : {}) }
  return (await runFiles(files, options)).run.scenarios
}

test('only runs that did not pass are recorded, unless all are asked for', async () => {
  const texts = { 'a-good.yaml': GOOD, 'b-bad.yaml': BAD }
  const hasRecording = async (record?: 'failed' | 'all') =>
    (await runs(texts, record)).map(({ recording }) => recording !== undefined)
  expect(await hasRecording()).toEqual([false, false])
  expect(await hasRecording('failed')).toEqual([false, true])
  expect(await hasRecording('all')).toEqual([true, true])
})

test('a recording has the steps with what they say, their requests, and the directory after each', async () => {
  const [result] = await runs({ 'bad.yaml': BAD }, 'failed')
  const recording = Recording.parse(result?.recording)
  expect(recording).toMatchObject({ version: 1, directory: 'read', story: { id: 'bad.yaml', title: 'A test' } })
  expect(recording.story.source).toContain('idp.push-user')
  expect(recording.steps.map(({ n, verb, says, outcome }) => [n, verb, says.slice(0, 13), outcome])).toEqual([
    [1, 'receiver.add-source', expect.any(String), 'passed'],
    [2, 'idp.configure', expect.any(String), 'passed'],
    [3, 'idp.load-company', expect.any(String), 'passed'],
    [4, 'note', 'Now she comes', 'passed'],
    [5, 'idp.push-user', expect.any(String), 'passed'],
    [6, 'lark.add-member', expect.any(String), 'passed'],
    [7, 'expect', '', 'failed'],
  ])
  expect(recording.steps[4]).toMatchObject({
    exchanges: { from: 1, to: 1 },
    views: { 'directory.users': { set: { 'ana@c.test': { userName: 'ana@c.test' } }, gone: [] } },
  })
  const effects = recording.effects.filter(({ view }) => view === 'directory.users')
  expect(effects).toMatchObject([
    { step: 5, exchange: 1, key: 'ana@c.test', kind: 'created' },
    { step: 6, key: 'bo@c.test', kind: 'created' },
  ])
  expect(effects[1]).not.toHaveProperty('exchange')
  expect(recording.steps[6]?.expectations).toMatchObject([
    { ok: false, file: 'bad.yaml', line: 14, difference: [{ item: 'zoe@c.test' }] },
  ])
  expect(recording.exchanges).toMatchObject([{ n: 1, request: { method: 'POST' }, response: { status: 201 } }])
})

test('no token is in it', async () => {
  const { result } = await runText(BAD, { record: 'all' })
  const text = JSON.stringify(result.recording)
  expect(text).not.toContain(createSeededIds(1, 'lark').token('token'))
  expect(text).toContain('[redacted]')
})

test('the same run gives the same recording', async () => {
  const [first, second] = [await runText(BAD, { record: 'all' }), await runText(BAD, { record: 'all' })]
  expect(first.result.recording).toEqual(second.result.recording)
  // Over a socket as well an answer has the time of the world.
  const { headers = [] } = first.result.recording?.exchanges[0]?.response ?? {}
  expect(headers).toContainEqual(['Date', expect.stringMatching(/^Mon, 05 Jan 2026 /)])
})
