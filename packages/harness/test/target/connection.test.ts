// What the connection does by itself, over real sockets and with a clock that the test moves: signing in, pausing, repeating, giving up.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { listen } from '@scimulator/shared/http'
import type { RealTime } from '@scimulator/shared/runtime'
import { afterEach, describe, expect, test } from 'vitest'
import { connectedTo } from './connected.ts'

const closers: (() => unknown)[] = []

afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()))
})

interface Asked {
  readonly line: string
  readonly authorization: string | undefined
  readonly body: string
}

type Answer = { readonly status: number; readonly headers?: Record<string, string>; readonly body?: unknown } | 'cut'

/** An endpoint that answers each request by what the test says, and remembers what it was asked. */
async function endpoint(answer: (asked: Asked, count: number) => Answer) {
  const asked: Asked[] = []
  const server = await listen(async (request: IncomingMessage, response: ServerResponse) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const { method, url, headers } = request
    const one = { line: `${method} ${url}`, authorization: headers.authorization, body }
    asked.push(one)
    const said = answer(one, asked.length)
    if (said === 'cut') return void request.socket.destroy()
    response.writeHead(said.status, { 'content-type': 'application/json', ...said.headers })
    response.end(JSON.stringify(said.body ?? { totalResults: 0 }))
  })
  const close = () => server.close(0)
  closers.push(close)
  return { url: server.url, asked, close }
}

/** Time passes only by sleeping, and is written down. */
function testTime(): RealTime & { readonly slept: number[] } {
  let now = Date.parse('2026-01-05T08:00:00Z')
  const slept: number[] = []
  return {
    slept,
    now: () => now,
    async sleep(ms) {
      slept.push(ms)
      now += ms
    },
  }
}

function connected(...args: Parameters<typeof connectedTo>) {
  const made = connectedTo(...args)
  closers.push(made.connected.close)
  return made
}

const OK: Answer = { status: 200 }

describe('signing in', () => {
  test.each([
    ['a bearer token', { tokenEnv: 'T' }, 'Bearer abc'],
    ['standard input', { tokenFile: '-' }, 'Bearer from-stdin'],
    ['Basic', { user: 'ann', passwordEnv: 'P' }, `Basic ${Buffer.from('ann:wörd').toString('base64')}`],
    ['nothing', {}, undefined],
  ])('%s', async (_name, flags, authorization) => {
    const { url, asked } = await endpoint(() => OK)
    await connected({ target: url, ...flags }, { T: 'abc\n', STDIN: 'from-stdin\n', P: 'wörd' }).get()
    expect(asked[0]?.authorization).toBe(authorization)
  })

  test('a token of the scenario’s own goes out as it is', async () => {
    const { url, asked } = await endpoint(() => OK)
    const { connected: target } = connected({ target: url, tokenEnv: 'T' }, { T: 'abc' })
    await target.send({ method: 'GET', url: `${url}/Users`, headers: [['Authorization', 'Bearer wrong']] })
    expect(asked[0]?.authorization).toBe('Bearer wrong')
  })

  test('nothing of the target goes to another place', async () => {
    const other = await endpoint(() => OK)
    const { url } = await endpoint(() => OK)
    const { connected: target } = connected({ target: `${url}?k=1`, tokenEnv: 'T', header: ['X-A: b'] }, { T: 'abc' })
    await target.send({ method: 'GET', url: `${other.url}/Users`, headers: target.headers })
    expect(other.asked).toMatchObject([{ line: 'GET /Users', authorization: 'Bearer the-credential-of-the-target' }])
  })
})

describe('OAuth 2.0 client credentials', () => {
  const flags = { clientIdEnv: 'I', clientSecretEnv: 'S', oauthScope: 'scim.read scim.write' }
  const env = { I: 'the id', S: 's&cret' }
  const token = (access_token: string, more = {}): Answer => ({
    status: 200,
    body: { access_token, token_type: 'Bearer', ...more },
  })

  async function both(answer: (asked: Asked) => Answer, credentials = 'header', time = testTime()) {
    let issued = 0
    const ids = await endpoint(() => {
      issued += 1
      return token(`t${issued}`, { expires_in: 3600 })
    })
    const scim = await endpoint(answer)
    const target = { target: scim.url, oauthTokenUrl: `${ids.url}/token`, oauthCredentials: credentials, ...flags }
    return { ids, scim, time, ...connected(target, env, { time }) }
  }

  test('one token serves all, asked for with the id and the secret in the header', async () => {
    const { ids, scim, get } = await both(() => OK)
    expect(await Promise.all([get(), get(), get()])).toEqual(['200', '200', '200'])
    expect(ids.asked).toEqual([
      {
        line: 'POST /token',
        authorization: `Basic ${Buffer.from('the+id:s%26cret').toString('base64')}`,
        body: 'grant_type=client_credentials&scope=scim.read+scim.write',
      },
    ])
    expect(scim.asked.map(({ authorization }) => authorization)).toEqual(Array(3).fill('Bearer t1'))
  })

  test('or in the body', async () => {
    const { ids, get } = await both(() => OK, 'body')
    await get()
    expect(ids.asked[0]).toMatchObject({ authorization: undefined })
    expect(ids.asked[0]?.body).toContain('client_id=the+id&client_secret=s%26cret')
  })

  test('a token that is about to expire is not used', async () => {
    const { scim, time, get } = await both(() => OK)
    await get()
    await time.sleep(3_571_000)
    await get()
    expect(scim.asked.map(({ authorization }) => authorization)).toEqual(['Bearer t1', 'Bearer t2'])
  })

  test('a 401 brings a new token, once', async () => {
    const { scim, ids, get } = await both(({ authorization }) => (authorization === 'Bearer t2' ? OK : { status: 401 }))
    expect(await get()).toBe('200')
    expect(scim.asked).toHaveLength(2)
    const refused = await both(() => ({ status: 401 }))
    expect(await refused.get()).toBe('401')
    expect([ids.asked.length, refused.ids.asked.length, refused.scim.asked.length]).toEqual([2, 2, 2])
  })

  test.each([
    [
      'an error of RFC 6749',
      { status: 401, body: { error: 'invalid_client', error_description: 'unknown' } },
      '401 without a token: invalid_client (unknown)',
    ],
    ['a page', { status: 200, body: '<html>' }, '200 without a token: "\\"<html>\\""'],
    ['another type', token('x', { token_type: 'mac' }), 'gave a token of type "mac"'],
  ])('%s is a named failure, and nothing is sent to the target', async (_name, answer, message) => {
    const ids = await endpoint(() => answer as Answer)
    const scim = await endpoint(() => OK)
    const { get } = connected({ target: scim.url, oauthTokenUrl: `${ids.url}/token`, ...flags }, env)
    expect(await get()).toContain(`blocked: There is no access token. POST ${ids.url}/token `)
    expect(await get()).toContain(message)
    expect(scim.asked).toEqual([])
  })
})

describe('pauses that the target asks for', () => {
  test.each([
    ['429 with seconds', { status: 429, headers: { 'retry-after': '7' } }, [7_000]],
    [
      '429 with a date',
      {
        status: 429,
        headers: { 'retry-after': 'Mon, 05 Jan 2026 08:00:09 GMT', date: 'Mon, 05 Jan 2026 08:00:00 GMT' },
      },
      [9_000],
    ],
    ['429 without a time', { status: 429 }, [1_000]],
    ['503 with a time', { status: 503, headers: { 'retry-after': '2' } }, [2_000]],
  ])('%s is waited for and not shown', async (_name, answer, slept) => {
    const time = testTime()
    const { url } = await endpoint((_, count) => (count === 1 ? answer : OK))
    const { get, connected: target } = connected({ target: url }, {}, { time })
    expect(await get()).toBe('200')
    expect(time.slept).toEqual(slept)
    expect(target.notes).toEqual(['The target asked for 1 pause (429, or 503 with Retry-After), which the run took.'])
  })

  test('others wait too', async () => {
    const time = testTime()
    const { url, asked } = await endpoint((_, count) =>
      count === 1 ? { status: 429, headers: { 'retry-after': '5' } } : OK,
    )
    const { get } = connected({ target: url }, {}, { time })
    const first = get()
    await expect.poll(() => asked.length).toBeGreaterThan(0)
    await Promise.all([first, get()])
    expect(time.now() - Date.parse('2026-01-05T08:00:00Z')).toBeGreaterThanOrEqual(5_000)
  })

  test('a pause that no run takes ends it, and nothing more is sent', async () => {
    const { url, asked } = await endpoint(() => ({ status: 429, headers: { 'retry-after': '3600' } }))
    const { get, connected: target } = connected({ target: url }, {}, { time: testTime() })
    expect(await get()).toContain('asks to wait for 3600 s, longer than a run waits. The run ends here.')
    expect(await get()).toMatch(/^blocked: /)
    expect([asked.length, target.gone]).toEqual([1, expect.stringContaining('3600 s')])
  })

  test('one that answers nothing but 429 has ended', async () => {
    const { url, asked } = await endpoint(() => ({ status: 429, headers: { 'retry-after': '1' } }))
    const { get, connected: target } = connected({ target: url }, {}, { time: testTime() })
    expect(await get()).toContain(
      'was answered with 429 11 times in a row, after each of the pauses that it asked for.',
    )
    expect([asked.length, target.gone]).toEqual([11, expect.stringContaining('11 times in a row')])
  })

  test('one that answers others has not: 429 is what came of the request', async () => {
    const { url } = await endpoint(({ line }) =>
      line.includes('/Groups') ? { status: 429, headers: { 'retry-after': '1' } } : OK,
    )
    const { get, connected: target } = connected({ target: url }, {}, { time: testTime() })
    const limited = target.send({ method: 'GET', url: `${url}/Groups`, headers: [] })
    expect(await get()).toBe('200')
    expect([(await limited).response?.status, target.gone, await get()]).toEqual([429, undefined, '200'])
  })

  test('a write is sent again after a 429, once for each pause', async () => {
    const { url, asked } = await endpoint((_, count) => (count < 3 ? { status: 429 } : { status: 201 }))
    const { connected: target } = connected({ target: url }, {}, { time: testTime() })
    const { response } = await target.send({ method: 'POST', url: `${url}/Users`, headers: [], body: '{}' })
    expect([response?.status, asked.length]).toEqual([201, 3])
  })
})

test('the rate holds for all together', async () => {
  const time = testTime()
  const { url } = await endpoint(() => OK)
  const { get } = connected({ target: url, rate: '10' }, {}, { time })
  for (let count = 0; count < 5; count += 1) await get()
  expect(time.slept.reduce((sum, ms) => sum + ms, 0)).toBeCloseTo(400)
})

describe('what is lost on the way', () => {
  test.each([['cut' as const], [{ status: 502 }], [{ status: 504 }]])('a read is repeated: %j', async (lost) => {
    const { url, asked } = await endpoint((_, count) => (count === 2 ? lost : OK))
    const { get } = connected({ target: url }, {}, { time: testTime() })
    expect([await get(), await get(), asked.length]).toEqual(['200', '200', 3])
  })

  test('not for ever, and a write never', async () => {
    const { url, asked } = await endpoint((_, count) => (count === 1 ? OK : { status: 502 }))
    const { get, connected: target } = connected({ target: url }, {}, { time: testTime() })
    await get()
    expect(await get()).toBe('502')
    expect(asked).toHaveLength(4)
    const { response } = await target.send({ method: 'PATCH', url: `${url}/Users/1`, headers: [], body: '{}' })
    expect([response?.status, asked.length]).toEqual([502, 5])
  })

  test('a request of our own goes out again, a deletion too, and no more often than it says', async () => {
    const { url, asked } = await endpoint((_, count) => (count === 1 ? OK : { status: 503 }))
    const time = testTime()
    const { get, connected: target } = connected({ target: url }, {}, { time })
    await get()
    for (const method of ['GET', 'DELETE'] as const) {
      const before = asked.length
      const { response } = await target.sendOwn({ method, url: `${url}/Users/1`, headers: [] })
      expect([method, response?.status, asked.length - before]).toEqual([method, 503, 6])
    }
    expect(time.slept).toEqual([250, 1_000, 4_000, 10_000, 20_000, 250, 1_000, 4_000, 10_000, 20_000])
  })

  test.each([
    ['send', 'GET'],
    ['sendOwn', 'GET'],
    ['sendOwn', 'DELETE'],
  ] as const)(
    '%s: a pause that is asked for by a %s is taken once, as long as it was asked for',
    async (way, method) => {
      const { url, asked } = await endpoint((_, count) =>
        count === 2 ? { status: 429, headers: { 'retry-after': '7' } } : OK,
      )
      const time = testTime()
      const { get, connected: target } = connected({ target: url }, {}, { time })
      await get()
      const { response } = await target[way]({ method, url: `${url}/Users/1`, headers: [] })
      expect([response?.status, asked.length, time.slept]).toEqual([200, 3, [7_000]])
    },
  )

  test('what says no by itself is not asked again', async () => {
    const { url, asked } = await endpoint((_, count) => ({ status: [200, 501, 404, 405][count - 1] ?? 200 }))
    const { get, connected: target } = connected({ target: url }, {}, { time: testTime() })
    await get()
    for (const status of [501, 404, 405])
      expect((await target.sendOwn({ method: 'DELETE', url: `${url}/Users/1`, headers: [] })).response?.status).toBe(
        status,
      )
    expect(asked).toHaveLength(4)
  })

  test('a target that cuts every write is there all the same', async () => {
    const { url } = await endpoint(({ line }) => (line.startsWith('POST') ? 'cut' : OK))
    const { get, connected: target } = connected({ target: url }, {}, { time: testTime() })
    await get()
    for (let count = 0; count < 8; count += 1) {
      const { failure } = await target.send({ method: 'POST', url: `${url}/Users`, headers: [], body: '{}' })
      expect(failure?.kind).toBe('reset')
    }
    expect(target.gone).toBeUndefined()
  })

  test('one that has gone ends the run with one message', async () => {
    const there = await endpoint(() => OK)
    const { get, connected: target } = connected({ target: there.url }, {}, { time: testTime() })
    expect(await get()).toBe('200')
    await there.close()
    expect(await get()).toMatch(/^(connection|reset): /)
    expect(target.gone).toMatch(
      /^The target stopped answering: GET .*\/ServiceProviderConfig \(connection: ECONNREFUSED/,
    )
    expect(await get()).toBe(`blocked: ${target.gone}`)
  })

  test('silence within the time limit is a time-out, and is not asked twice', async () => {
    const server = await listen(() => {})
    closers.push(() => server.close(0))
    expect(await connected({ target: server.url, timeout: '1s' }).get()).toBe('timeout: No answer in time')
  })

  test('a redirect is an answer, is not followed, and is told without its query', async () => {
    const elsewhere = await endpoint(() => OK)
    const { url } = await endpoint(() => ({ status: 307, headers: { location: `${elsewhere.url}/login?token=x` } }))
    const { get, connected: target } = connected({ target: url })
    expect([await get(), elsewhere.asked]).toEqual(['307', []])
    expect(target.notes).toEqual([
      `The target redirected 1 request, such as GET ${url}/Users to ${elsewhere.url}/login. Redirects are not followed; check the URL.`,
    ])
  })
})
