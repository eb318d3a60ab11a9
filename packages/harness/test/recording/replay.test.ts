// What was recorded, sent again: where it came from nothing differs, and what an endpoint does wrong is named.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createReceiver } from '@scimulator/receiver'
import { handlerSend, toHar } from '@scimulator/shared/http'
import type { Exchange } from '@scimulator/shared/provisioning'
import { afterAll, expect, test } from 'vitest'
import { sampleOf } from '../../../../scripts/gate/sample.ts'
import { readTraffic, type Traffic } from '../../src/recording/replay/read-traffic.ts'
import { replay } from '../../src/recording/replay/replay.ts'
import { planReplay, replayAt } from '../../src/recording/replay/replay-at-target.ts'
import { tellReplay } from '../../src/recording/replay/tell-replay.ts'
import { recordLife } from '../../src/requests/record-life.ts'
import { openGiven } from '../../src/target/open-target.ts'
import { recordScenario, scenarioPaths, TOKEN } from './own-recordings.ts'

const folder = mkdtempSync(join(tmpdir(), 'scimulator-replay-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Options = NonNullable<Parameters<typeof createReceiver>[0]>

async function replayed(traffic: Traffic, deviations: Options['deviations'] = []) {
  const { scim } = createReceiver({ profile: 'rfc', sources: [{ token: TOKEN }], deviations })
  const headers = [['Authorization', `Bearer ${TOKEN}`]] as const
  return tellReplay(
    await replay(traffic, { send: handlerSend(scim, Date.now), url: 'http://endpoint.test/scim/v2', headers }),
  )
}

async function lifeOf(sender: Parameters<typeof recordLife>[0]): Promise<Traffic> {
  const exchanges = (await recordLife(sender)).flatMap((act) => act.exchanges.map(({ exchange }) => exchange))
  return { exchanges, base: 'http://endpoint.scimulator.test/scim/v2', personalData: 'replaced', isCut: false }
}

/** Where a fault answers, or another client or an administrator works at the endpoint beside it, the recording holds what nobody has asked the endpoint for. */
const notOfTheEndpoint = (path: string): boolean =>
  /^\s*- (fault|directory\.|meanwhile|http|lark\.(?!preview)|receiver\.set-deviations)/m.test(
    readFileSync(path, 'utf8'),
  )

test('a recording of our own, at the receiver that it came from: nothing differs, and nothing is found', {
  timeout: 300_000,
}, async () => {
  const paths = scenarioPaths().filter((path) => !notOfTheEndpoint(path))
  const wrong: string[] = []
  let count = 0
  for (const at of sampleOf('replayed recordings', paths.length, 5)) {
    const recording = await recordScenario(paths[at] ?? '')
    if (!recording || recording.exchanges.length === 0) continue
    count += 1
    const { different, findings, lines } = await replayed(recording)
    if (different > 0 || findings.size > 0) wrong.push(recording.title, ...lines)
  }
  expect(wrong).toEqual([])
  expect(count).toBeGreaterThan(0)
})

test.each(['entra', 'entra-legacy', 'jumpcloud'] as const)('a whole life of %s: nothing differs', async (sender) => {
  expect((await replayed(await lifeOf(sender))).lines).toEqual([
    expect.stringMatching(/^\d+ requests sent, no answer differs\.$/),
  ])
})

test.each([
  ['entra-legacy', 'member-remove-empties-group', 'member-remove-empties-group'],
  ['entra', 'delete-not-supported', 'delete-not-supported'],
  ['jumpcloud', 'member-remove-empties-group', 'member-remove-empties-group'],
] as const)('%s at a receiver with %s: %s is found', async (sender, deviation, finding) => {
  const { findings, lines } = await replayed(await lifeOf(sender), [deviation as never])
  expect([...findings.keys()], lines.join('\n')).toContain(finding)
})

test('the same of an HTTP archive, a report of newman and a collection of Postman', async () => {
  const { exchanges, base } = await lifeOf('jumpcloud')
  const few = exchanges.slice(0, 12)
  const read = (value: unknown) => readTraffic(JSON.stringify(value), 'a.json')
  const all = [read(toHar(few, '1')), read(newman(few)), read(collection(few))]
  for (const traffic of all) {
    expect(traffic).toMatchObject({ base, personalData: 'unknown' })
    expect((await replayed(traffic)).lines).toEqual(['12 requests sent, no answer differs.'])
  }
  expect(() => readTraffic('{"a":1}', 'b.json')).toThrow('b.json is no recording')
})

const headersOf = (headers: Exchange['request']['headers']) => headers.map(([key, value]) => ({ key, value }))

function newman(exchanges: readonly Exchange[]) {
  const executions = exchanges.map(({ request, response }) => ({
    request: {
      method: request.method,
      url: { raw: request.url },
      header: headersOf(request.headers),
      body: { mode: 'raw', raw: request.body },
    },
    response: {
      code: response?.status,
      header: [],
      stream: { type: 'Buffer', data: [...Buffer.from(response?.body ?? '')] },
    },
  }))
  return { collection: {}, run: { executions } }
}

function collection(exchanges: readonly Exchange[]) {
  const item = exchanges.map(({ request, response }) => ({
    request: {
      method: request.method,
      url: request.url,
      header: headersOf(request.headers),
      body: { mode: 'raw', raw: request.body },
    },
    response: [{ code: response?.status, header: [], body: response?.body }],
  }))
  return { info: { schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' }, item: [{ item }] }
}

test('at an endpoint of somebody: under the guard and the names of the run, with a plan, and nothing stays', async () => {
  const receiver = createReceiver({ profile: 'rfc', sources: [{ token: TOKEN }] })
  const { url } = await receiver.listen({ port: 0 })
  const base = `${url}/scim/v2`
  const ask = (method: string, path: string, body?: unknown): Promise<Record<string, unknown>> =>
    fetch(`${base}${path}`, {
      method,
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/scim+json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }).then((answer) => answer.json() as Promise<Record<string, unknown>>)
  const traffic = await lifeOf('entra')
  // Somebody there has the name of one of the recording.
  const own = traffic.exchanges.find(({ request }) => request.method === 'POST' && request.url.endsWith('/Users'))
  const there = await ask('POST', '/Users', JSON.parse(own?.request.body ?? '{}'))
  const opened = await openGiven({ url: base, token: TOKEN }, false, { env: {} })
  expect(await planReplay(opened, traffic, Date.now())).toMatch(
    /there are 1 users and 0 groups[\s\S]*scimulator-[\s\S]*POST \/Users/,
  )
  const replayedAt = await replayAt(opened, traffic, { ledgerFolder: join(folder, 'ledgers') })
  await opened.close()
  expect(tellReplay(replayedAt).lines).toEqual([expect.stringMatching(/requests sent, no answer differs\.$/)])
  expect(replayedAt).toMatchObject({ leftBehind: [], ended: undefined })
  expect((await ask('GET', '/Users')).Resources).toEqual([there])
  expect(await ask('GET', '/Groups')).toMatchObject({ totalResults: 0 })
  await receiver.close()
})
