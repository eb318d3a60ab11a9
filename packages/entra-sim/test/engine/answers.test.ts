// What the target's answers lead to: codes, escrows, quarantine. Each kind of nonsense is recorded, none is thrown.
import type { ScimResponse } from '@scimulator/shared/provisioning'
import { describe, expect, test } from 'vitest'
import { CYCLE, contoso, type Fixture, type FixtureOptions } from './tenant-fixture.ts'

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

async function provisioned(options: FixtureOptions = {}): Promise<Fixture> {
  const fixture = await contoso({ preset: 'lark', ...options })
  await fixture.do('assign', { users: ['ana', 'bo'] })
  await fixture.do('start')
  fixture.sent()
  return fixture
}

/** Strikes requests about Ana until the returned function is called. */
function strike(
  fixture: Fixture,
  method: Method,
  answer: Partial<ScimResponse> | { kind: 'timeout' | 'connection'; message: string },
) {
  const ana =
    [...fixture.responder.users.values()].find(({ userName }) => userName === 'ana@contoso.example')?.id ?? 'none'
  fixture.responder.faults.push((request) => {
    const isAna =
      request.url.includes('ana%40') || request.url.endsWith(`/${ana}`) || request.body?.includes('ana@contoso.example')
    return request.method === method && isAna ? answer : undefined
  })
  return () => fixture.responder.faults.pop()
}

const INCOMPATIBLE = 'SystemForCrossDomainIdentityManagementServiceIncompatible'

describe('an object-level failure', () => {
  test.each<[string, Method, Parameters<typeof strike>[2], string]>([
    ['400 on POST', 'POST', { status: 400, body: '{"detail":"no"}' }, INCOMPATIBLE],
    ['403 on POST', 'POST', { status: 403 }, 'InsufficientRights'],
    ['409 on POST', 'POST', { status: 409 }, 'SystemForCrossDomainIdentityManagementServiceIncompatibleFiltering'],
    ['429 on POST', 'POST', { status: 429 }, 'TooManyRequests'],
    ['422 on POST', 'POST', { status: 422 }, 'UnprocessableEntity'],
    ['405 on POST', 'POST', { status: 405 }, 'MethodNotAllowed'],
    ['501 on POST', 'POST', { status: 501 }, 'NotImplemented'],
    ['500 on POST', 'POST', { status: 500 }, 'InternalServerError'],
    ['503 on POST', 'POST', { status: 503 }, 'InternalServerError'],
    ['a time-out', 'POST', { kind: 'timeout', message: 'No answer in time' }, 'Timeout'],
    ['a refused connection', 'POST', { kind: 'connection', message: 'ECONNREFUSED' }, 'WebExceptionProtocolError'],
    ['201 with half a document', 'POST', { status: 201, body: '{"id":"u' }, INCOMPATIBLE],
    ['201 without a body', 'POST', { status: 201, body: '' }, INCOMPATIBLE],
    ['201 without an id', 'POST', { status: 201, body: '{"userName":"ana@contoso.example"}' }, INCOMPATIBLE],
    ['201 with a number for an id', 'POST', { status: 201, body: '{"id":7}' }, INCOMPATIBLE],
    ['200 that is HTML', 'GET', { status: 200, body: '<html>' }, INCOMPATIBLE],
    ['200 that is no ListResponse', 'GET', { status: 200, body: '[]' }, INCOMPATIBLE],
    [
      '200 with two hits',
      'GET',
      { status: 200, body: '{"totalResults":2,"Resources":[{"id":"a"},{"id":"b"}]}' },
      'DuplicateTargetEntries',
    ],
  ])('%s is recorded and kept in escrow; others go on', async (_name, method, answer, code) => {
    const fixture = await contoso({ preset: 'lark' })
    await fixture.do('assign', { users: ['ana', 'bo'] })
    const lift = strike(fixture, method, answer)
    await fixture.do('start')
    const entries = Object.values(await fixture.view('provisioning-logs', { source: 'ana@contoso.example' }))
    expect(entries).toMatchObject([{ status: 'failure', code }])
    expect(await fixture.view('escrows')).toMatchObject({ 'ana@contoso.example': { errorCode: code, attempts: 1 } })
    expect([...fixture.responder.users.values()].map(({ userName }) => userName)).toEqual(['bo@contoso.example'])
    expect(await fixture.view('job')).toMatchObject({
      Lark: { status: { code: 'Active', lastExecution: { state: 'EntryLevelErrors' } } },
    })
    lift()
    await fixture.advance(CYCLE)
    expect(await fixture.view('escrows')).toEqual({})
    expect(fixture.responder.users.size).toBe(2)
  })

  test.each<[string, Method, Parameters<typeof strike>[2], string]>([
    ['404 on the linked id', 'GET', { status: 404 }, 'InvalidAnchor'],
    ['404 on PATCH', 'PATCH', { status: 404 }, 'InvalidAnchor'],
    ['400 on PATCH', 'PATCH', { status: 400 }, INCOMPATIBLE],
    [
      'the manager as a text',
      'GET',
      {
        status: 200,
        body: '{"id":"u1","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"manager":"u2"}}',
      },
      INCOMPATIBLE,
    ],
  ])('%s in an update', async (_name, method, answer, code) => {
    const fixture = await provisioned()
    strike(fixture, method, answer)
    await fixture.do('update-user', { user: 'ana', set: { jobTitle: 'Director' } })
    await fixture.advance(CYCLE)
    expect(await fixture.view('escrows')).toMatchObject({ 'ana@contoso.example': { errorCode: code } })
  })

  test('a log entry embeds the whole answer', async () => {
    const fixture = await contoso({ preset: 'lark' })
    await fixture.do('assign', { user: 'ana' })
    strike(fixture, 'POST', { status: 400, body: '{"detail":"title is unknown"}' })
    await fixture.do('start')
    const [entry] = Object.values(await fixture.view('provisioning-logs'))
    expect(JSON.stringify(entry)).toContain('StatusCode: BadRequest')
    expect(JSON.stringify(entry)).toContain('Web Response: {\\"detail\\":\\"title is unknown\\"}')
  })

  test('members in the answer although they were excluded', async () => {
    const fixture = await contoso({ preset: 'lark' })
    fixture.responder.groups.set('g9', { id: 'g9', displayName: 'Sales' })
    fixture.responder.faults.push(({ url }) =>
      url.includes('/Groups?')
        ? { status: 200, body: '{"Resources":[{"id":"g9","members":[{"value":"u1"}]}]}' }
        : undefined,
    )
    await fixture.do('assign', { group: 'Sales' })
    await fixture.do('start')
    const code = 'SystemForCrossDomainIdentityManagementMultipleEntriesInResponse'
    expect(await fixture.view('escrows')).toMatchObject({ Sales: { errorCode: code } })
  })
})

describe('what is no failure', () => {
  test('a POST whose answer was lost: the next cycle finds the user by his name', async () => {
    const fixture = await contoso({ preset: 'lark' })
    await fixture.do('assign', { user: 'ana' })
    let isLost = false
    fixture.responder.faults.push((request) => {
      if (request.method !== 'POST' || isLost) return undefined
      isLost = true
      fixture.responder.users.set('lost', { ...JSON.parse(request.body ?? '{}'), id: 'lost' })
      return { kind: 'timeout', message: 'No answer in time' }
    })
    await fixture.do('start')
    expect(await fixture.view('links')).toEqual({})
    await fixture.advance(CYCLE)
    expect(await fixture.view('links')).toMatchObject({ 'ana@contoso.example': { targetId: 'lost' } })
    expect(fixture.responder.users.size).toBe(1)
  })

  test('404 on DELETE: the resource is gone already', async () => {
    const fixture = await provisioned()
    await fixture.do('delete-user', { user: 'ana' })
    await fixture.advance(CYCLE)
    const ana = [...fixture.responder.users.values()].find(({ userName }) => String(userName).includes('ana@'))
    fixture.responder.users.delete(ana?.id ?? '')
    await fixture.do('purge-user', { user: 'ana' })
    await fixture.advance(CYCLE)
    expect(await fixture.view('escrows')).toEqual({})
    expect(Object.keys(await fixture.view('links'))).toEqual(['bo@contoso.example'])
  })

  test('an attribute that the target never returns is sent at every evaluation', async () => {
    const fixture = await provisioned()
    const forget = () => {
      for (const user of fixture.responder.users.values()) delete user.title
    }
    forget()
    await fixture.do('restart')
    expect(
      fixture.sent().filter((line) => line.startsWith('PATCH') && line.includes('"Add","path":"title"')),
    ).toHaveLength(2)
    forget()
    await fixture.do('restart')
    expect(
      fixture.sent().filter((line) => line.startsWith('PATCH') && line.includes('"Add","path":"title"')),
    ).toHaveLength(2)
  })
})

describe('switches about answers', () => {
  test('on404CachedId rematch finds or creates the user again', async () => {
    const fixture = await provisioned({ switches: { on404CachedId: 'rematch' } })
    const before =
      [...fixture.responder.users.values()].find(({ userName }) => userName === 'ana@contoso.example')?.id ?? ''
    fixture.responder.users.delete(before)
    await fixture.do('update-user', { user: 'ana', set: { jobTitle: 'Director' } })
    await fixture.advance(CYCLE)
    const lines = fixture
      .sent()
      .slice(1)
      .map((line) => line.replace(/ \{.*/, ''))
    expect(lines).toEqual([
      `GET /Users/${before}`,
      'GET /Users?filter=userName+eq+%22ana%40contoso.example%22',
      'POST /Users',
    ])
    expect(await fixture.view('escrows')).toEqual({})
  })

  test('on409Create patchExisting looks the existing user up and updates him', async () => {
    const fixture = await contoso({ preset: 'lark', switches: { on409Create: 'patchExisting' } })
    fixture.responder.users.set('old', { id: 'old', userName: 'ana@contoso.example', title: 'Clerk' })
    await fixture.do('assign', { user: 'ana' })
    let hidden = true
    fixture.responder.faults.push(({ method, url }) => {
      if (method === 'POST') hidden = false
      return hidden && url.includes('ana%40') ? { status: 200, body: '{"totalResults":0,"Resources":[]}' } : undefined
    })
    await fixture.do('start')
    expect(fixture.responder.users.get('old')).toMatchObject({ title: 'Engineer' })
    expect(await fixture.view('links')).toMatchObject({ 'ana@contoso.example': { targetId: 'old' } })
  })

  test.each([
    { retryAfter: 'nextCycle', attemptsAfterACycle: 2 },
    { retryAfter: 'honour', attemptsAfterACycle: 1 },
  ])('retryAfter $retryAfter', async ({ retryAfter, attemptsAfterACycle }) => {
    const fixture = await contoso({ preset: 'lark', switches: { retryAfter } })
    await fixture.do('assign', { user: 'ana' })
    strike(fixture, 'POST', { status: 429, headers: [['Retry-After', '7200']] })
    await fixture.do('start')
    await fixture.advance(CYCLE)
    expect(await fixture.view('escrows')).toMatchObject({ 'ana@contoso.example': { attempts: attemptsAfterACycle } })
  })
})

test('retries: the next cycle, 6, 12, 24 hours after the first failure, then daily to day 28', async () => {
  const fixture = await contoso({ preset: 'lark' })
  await fixture.do('assign', { user: 'ana' })
  strike(fixture, 'POST', { status: 500 })
  const start = fixture.schedule.now()
  await fixture.do('start')
  await fixture.advance(35 * 24 * 3_600_000)
  const hours = fixture.responder.exchanges
    .filter(({ request }) => request.method === 'POST')
    .map(({ startedAt }) => Math.round(((startedAt - start) / 3_600_000) * 100) / 100)
  expect(hours.slice(0, 7)).toEqual([0, 0.67, 6, 12, 24, 48, 72])
  expect(hours.at(-1)).toBe(28 * 24)
  expect(await fixture.view('escrows')).toEqual({})
})
