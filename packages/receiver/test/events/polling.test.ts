// The feed as RFC 8936 has it: acknowledging, sending again, waiting, and how much is kept.
import { expect, test, vi } from 'vitest'
import { ana, START, TOKEN, user } from '../scim/service-provider.ts'
import { claimsOf, headOf, isSignedBy, openFeed } from './feed.ts'

type Feed = ReturnType<typeof openFeed>

async function withUsers(feed: Feed, ...names: readonly string[]): Promise<Feed> {
  for (const name of names) await feed.create('/Users', user(name))
  return feed
}

/** A poll that has arrived waits for a moment of the clock; one that is still on its way does not. */
async function isWaiting({ schedule }: Feed): Promise<void> {
  await vi.waitFor(() => expect(schedule.nextDue()).toBeDefined(), 10_000)
}

const uris = (sets: Readonly<Record<string, string>>) => Object.values(sets).map((token) => claimsOf(token).sub_id.uri)

test('what is not acknowledged comes again, the same; what is comes no more', async () => {
  const feed = await withUsers(openFeed(), 'a', 'b')
  const first = (await feed.poll({ returnImmediately: true })).body
  expect([Object.keys(first.sets).length, first.moreAvailable]).toEqual([2, false])
  expect((await feed.poll({ returnImmediately: true })).body).toEqual(first)
  const [jti = ''] = Object.keys(first.sets)
  const rest = (await feed.poll({ returnImmediately: true, ack: [jti] })).body
  expect(Object.keys(rest.sets)).toEqual(Object.keys(first.sets).slice(1))
  await feed.poll({ maxEvents: 0, ack: Object.keys(first.sets) })
  expect((await feed.poll({ returnImmediately: true })).body).toEqual({ sets: {}, moreAvailable: false })
})

test.each<[object, number, boolean]>([
  [{}, 3, false],
  [{ maxEvents: 2 }, 2, true],
  [{ maxEvents: 3 }, 3, false],
  [{ maxEvents: 4 }, 3, false],
  [{ maxEvents: 0 }, 0, true],
  [{ maxEvents: 1, returnImmediately: false }, 1, true],
  [{ unknown: 'member' }, 3, false],
])('%j of three: %i come, and more: %s', async (body, count, moreAvailable) => {
  const feed = await withUsers(openFeed(), 'a', 'b', 'c')
  const answer = await feed.poll({ returnImmediately: true, ...body })
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/json'])
  expect([Object.keys(answer.body.sets).length, answer.body.moreAvailable]).toEqual([count, moreAvailable])
})

test('the oldest come first, and acknowledging goes on with the next', async () => {
  const feed = await withUsers(openFeed(), 'a', 'b', 'c')
  const ids = (await feed.get('/Users')).body.Resources.map(({ id }: { id: string }) => `/Users/${id}`)
  const seen: string[] = []
  let ack: readonly string[] = []
  for (let round = 0; round < 4; round++) {
    const { sets } = (await feed.poll({ maxEvents: 1, returnImmediately: true, ack })).body
    seen.push(...uris(sets))
    ack = Object.keys(sets)
  }
  expect(seen).toEqual(ids)
})

test('what could not be read does not come again', async () => {
  const feed = await withUsers(openFeed(), 'a')
  const [jti = ''] = Object.keys((await feed.poll({ returnImmediately: true })).body.sets)
  const setErrs = { [jti]: { err: 'invalid_issuer', description: 'not ours' } }
  expect((await feed.poll({ returnImmediately: true, setErrs })).body.sets).toEqual({})
})

test('acknowledging what there is not changes nothing', async () => {
  const feed = await withUsers(openFeed(), 'a')
  expect((await feed.poll({ returnImmediately: true, ack: ['nothing', '__proto__'] })).status).toBe(200)
  expect(await feed.outstanding()).toHaveLength(1)
})

test.each<[unknown, string]>([
  ['', 'no body'],
  ['{', 'JSON'],
  [[], 'not a JSON object'],
  [{ maxEvents: -1 }, 'maxEvents'],
  [{ maxEvents: 1.5 }, 'maxEvents'],
  [{ maxEvents: '1' }, 'maxEvents'],
  [{ maxEvents: null }, 'maxEvents'],
  [{ returnImmediately: 'true' }, 'returnImmediately'],
  [{ ack: 'jti' }, 'ack'],
  [{ ack: [1] }, 'ack'],
  [{ setErrs: [] }, 'setErrs'],
  [{ setErrs: { jti: 'bad' } }, 'setErrs'],
])('%j is refused', async (body, word) => {
  const feed = await withUsers(openFeed(), 'a')
  const answer = await feed.poll(body)
  expect([answer.status, answer.body.detail]).toEqual([400, expect.stringContaining(word)])
  expect(await feed.outstanding()).toHaveLength(1)
})

test.each([
  ['GET', 405],
  ['DELETE', 405],
  ['PATCH', 405],
])('%s of the feed is answered by %i', async (method, status) => {
  const answer = await openFeed().send(method, '/SecurityEvents')
  expect([answer.status, answer.headers.allow]).toEqual([status, 'POST'])
})

test('another media type is refused', async () => {
  const answer = await openFeed().send('POST', '/SecurityEvents', 'a=b', { 'content-type': 'text/plain' })
  expect(answer.status).toBe(415)
})

test('who may not read people is told nothing', async () => {
  const feed = await withUsers(openFeed(), 'a')
  for (const token of ['', 'wrong']) {
    const answer = await feed.poll({ returnImmediately: true }, token)
    expect([answer.status, answer.body.sets]).toEqual([401, undefined])
  }
})

test('each source has a feed of its own, and those of another organisation another one', async () => {
  const sources = [{ token: TOKEN }, { token: 'second' }, { token: 'other', organisation: 'other' }]
  const feed = await withUsers(openFeed('notice', { sources }), 'a')
  const [told] = await feed.news()
  expect(await feed.outstanding()).toEqual([])
  expect((await feed.outstanding({}, 'second')).map(({ jti }) => jti)).toEqual([told?.jti])
  expect(await feed.outstanding({}, 'other')).toEqual([])
})

test('a poll that finds nothing waits for the next event', async () => {
  const feed = openFeed()
  const waiting = feed.poll({}).then(({ body }) => body)
  await isWaiting(feed)
  await withUsers(feed, 'a')
  expect(uris((await waiting).sets)).toHaveLength(1)
})

test('it does not wait for ever, and not while the same source asks again', async () => {
  const feed = openFeed()
  const first = feed.poll({}).then(({ body }) => body)
  await isWaiting(feed)
  const second = feed.poll({}).then(({ body }) => body)
  expect(await first).toEqual({ sets: {}, moreAvailable: false })
  await isWaiting(feed)
  await feed.schedule.advanceTo(START + 30_000)
  expect(await second).toEqual({ sets: {}, moreAvailable: false })
  expect(feed.schedule.nextDue()).toBeUndefined()
})

test('closing answers who waits', async () => {
  const feed = openFeed()
  const waiting = feed.poll({}).then(({ status }) => status)
  await isWaiting(feed)
  await feed.receiver.close()
  expect(await waiting).toBe(200)
})

test.each<[string, object]>([
  ['events', { keptEvents: 3 }],
  ['their size', { keptEventBytes: 3_000 }],
])('memory is bounded by the number of %s; the oldest go', async (_what, limits) => {
  const names = Array.from({ length: 12 }, (_, n) => `u${n}`)
  const feed = openFeed({ signed: false }, { limits })
  await feed.poll({ returnImmediately: true })
  await withUsers(feed, ...names)
  const told = await feed.outstanding()
  const ids = (await feed.get('/Users')).body.Resources.map(({ id }: { id: string }) => `/Users/${id}`)
  expect(told.length).toBeGreaterThan(2)
  expect(told.length).toBeLessThan(8)
  expect(told.map(({ sub_id }) => sub_id.uri)).toEqual(ids.slice(-told.length))
})

test('starting over and going back leave nothing to tell', async () => {
  const feed = await withUsers(openFeed(), 'a')
  const snapshot = feed.receiver.snapshot()
  feed.receiver.restore(snapshot)
  expect(await feed.outstanding()).toEqual([])
  await withUsers(feed, 'b')
  feed.receiver.reset()
  expect(await feed.outstanding()).toEqual([])
})

test('tokens are signed with the key that is published, and have their type', async () => {
  const feed = openFeed()
  await feed.create('/Users', ana)
  const [token = ''] = Object.values<string>((await feed.poll({ returnImmediately: true })).body.sets)
  const { body } = await feed.sendTo('/.well-known/jwks.json', 'GET', undefined, { authorization: '' })
  const [key] = body.keys
  expect(headOf(token)).toEqual({ typ: 'secevent+jwt', alg: 'ES256', kid: key.kid })
  expect(isSignedBy(token, key)).toBe(true)
  expect(
    isSignedBy(
      token.replace(/\.(.)/, (_, c) => `.${c === 'e' ? 'f' : 'e'}`),
      key,
    ),
  ).toBe(false)
  expect(key).not.toHaveProperty('d')
})

test('unsecured where it is so chosen', async () => {
  const feed = openFeed({ signed: false })
  await feed.create('/Users', ana)
  const [token = ''] = Object.values<string>((await feed.poll({ returnImmediately: true })).body.sets)
  expect([headOf(token), token.endsWith('.')]).toEqual([{ typ: 'secevent+jwt', alg: 'none' }, true])
  expect((await feed.sendTo('/.well-known/jwks.json', 'GET')).body).toEqual({ keys: [] })
})

test.each<[string, object]>([
  ['an access token', { authentication: ['oauth2'] }],
  ['id and secret of a client', { authentication: ['basic'] }],
])('%s lets in as it does elsewhere', async (_how, options) => {
  const feed = openFeed('notice', { ...options, sources: [{ token: TOKEN, client: { id: 'cid', secret: 'sec' } }] })
  const basic = `Basic ${Buffer.from('cid:sec').toString('base64')}`
  const form = { 'content-type': 'application/x-www-form-urlencoded', authorization: basic }
  const granted = await feed.sendTo('/oauth/token', 'POST', 'grant_type=client_credentials', form)
  const authorization = granted.body?.access_token ? `Bearer ${granted.body.access_token}` : basic
  const answer = await feed.send('POST', '/SecurityEvents', { returnImmediately: true }, { authorization })
  expect([answer.status, answer.body]).toEqual([200, { sets: {}, moreAvailable: false }])
})
