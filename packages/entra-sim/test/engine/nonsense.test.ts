// Whatever the target answers to whatever request, every cycle ends, what failed is recorded in a code of the documentation, and once
// the target behaves the job recovers.
import type { ScimRequest, ScimResponse } from '@scimulator/shared/provisioning'
import { DAY_MS } from '@scimulator/shared/runtime'
import { describe, expect, test } from 'vitest'
import { CYCLE, contoso, type Fixture } from './tenant-fixture.ts'

type Nonsense = Partial<ScimResponse> | { kind: 'timeout' | 'connection' | 'reset' | 'protocol'; message: string }

const json = (value: unknown) => ({ status: 200, body: JSON.stringify(value) })

const NONSENSE: Readonly<Record<string, Nonsense>> = {
  '200 without a body': { status: 200, body: '' },
  '200 with HTML': { status: 200, headers: [['Content-Type', 'text/html']], body: '<html><body>Welcome</body></html>' },
  '200 with half a document': { status: 200, body: '{"id":"u1","userName":"an' },
  '200 with null': json(null),
  '200 with a number': json(7),
  '200 with a list': json([]),
  '200 without an id': json({ userName: 'ana@contoso.example' }),
  '200 with a number for an id': json({ id: 7 }),
  '200 with an empty id': json({ id: '' }),
  '200 with Resources that are no list': json({ totalResults: 1, Resources: { id: 'u1' } }),
  '200 with resources that are texts': json({ totalResults: 1, Resources: ['u1'] }),
  '200 that counts one and gives none': json({ totalResults: 1, Resources: [] }),
  '200 with two hits': json({ totalResults: 2, Resources: [{ id: 'a' }, { id: 'b' }] }),
  '200 with a byte order mark': { status: 200, body: '\uFEFF{"id":"u1"}' },
  '200 with a key __proto__': { status: 200, body: '{"id":"x","__proto__":{"id":"y"},"constructor":1}' },
  '200 with attributes of other types': json({
    id: 'x',
    emails: 'a',
    name: 7,
    active: 'perhaps',
    members: 'all',
    roles: {},
  }),
  '200 nested a thousand deep': { status: 200, body: `${'{"a":'.repeat(1_000)}1${'}'.repeat(1_000)}` },
  '204 where a body is wanted': { status: 204, body: '' },
  '301 to elsewhere': { status: 301, headers: [['Location', 'https://elsewhere.example/Users']], body: '' },
  '304': { status: 304, body: '' },
  '400 in plain text': { status: 400, body: 'no' },
  '400 with a megabyte': { status: 400, body: 'x'.repeat(1_000_000) },
  '402': { status: 402, body: '' },
  '405': { status: 405, body: '' },
  '409': { status: 409, body: '' },
  '410': { status: 410, body: '' },
  '412': { status: 412, body: '' },
  '413': { status: 413, body: '' },
  '415': { status: 415, body: '' },
  '422': { status: 422, body: '' },
  '429 with a Retry-After that is none': { status: 429, headers: [['Retry-After', 'soon']], body: '' },
  '500 in HTML': { status: 500, body: '<h1>Internal Server Error</h1>' },
  '501': { status: 501, body: '' },
  '503': { status: 503, body: '' },
  'a status that does not exist': { status: 799, body: '' },
  'a time-out': { kind: 'timeout', message: 'No answer in time' },
  'a refused connection': { kind: 'connection', message: 'ECONNREFUSED' },
  'a reset': { kind: 'reset', message: 'other side closed' },
  'no HTTP': { kind: 'protocol', message: 'Parse Error' },
}

const PROBE = /filter=userName\+eq\+%22[0-9a-f-]{36}%22/
const is = (method: string, url: RegExp, body?: RegExp) => (request: ScimRequest) =>
  request.method === method &&
  url.test(request.url) &&
  !PROBE.test(request.url) &&
  (!body || body.test(request.body ?? ''))

const REQUESTS: Readonly<Record<string, (request: ScimRequest) => boolean>> = {
  probe: ({ url }) => PROBE.test(url),
  'lookup of a user': is('GET', /\/Users\?/),
  'lookup of a group': is('GET', /\/Groups\?.*filter/),
  'user by id': is('GET', /\/Users\/[^?]+$/),
  'group by id': is('GET', /\/Groups\/[^?]+/),
  'POST of a user': is('POST', /\/Users$/),
  'POST of a group': is('POST', /\/Groups$/),
  'PATCH of a user': is('PATCH', /\/Users\//, /title|active/),
  'PATCH of a manager': is('PATCH', /\/Users\//, /:manager/),
  'PATCH of a group': is('PATCH', /\/Groups\//, /displayName/),
  'PATCH of members': is('PATCH', /\/Groups\//, /members/),
  'DELETE of a user': is('DELETE', /\/Users\//),
  'DELETE of a group': is('DELETE', /\/Groups\//),
}

/** Codes of "Analyze the provisioning logs", and InvalidAnchor for what is gone. */
const CODES = new Set([
  'SystemForCrossDomainIdentityManagementServiceIncompatibleFiltering',
  'DuplicateTargetEntries',
  'InsufficientRights',
  'InternalServerError',
  'InvalidAnchor',
  'MethodNotAllowed',
  'NotImplemented',
  'SystemForCrossDomainIdentityManagementMultipleEntriesInResponse',
  'SystemForCrossDomainIdentityManagementServiceIncompatible',
  'Timeout',
  'TooManyRequests',
  'Unauthorized',
  'UnprocessableEntity',
  'WebExceptionProtocolError',
])

/** Three cycles in which each kind of request comes up. */
async function story(fixture: Fixture): Promise<void> {
  await fixture.do('assign', { groups: ['Sales', 'Staff'], users: ['ana', 'bo', 'cy', 'eve'] })
  await fixture.do('start')
  await fixture.do('update-user', { user: 'bo', set: { jobTitle: 'Director' }, manager: 'cy' })
  await fixture.do('rename-group', { group: 'Sales', name: 'Sales EMEA' })
  await fixture.do('remove-member', { group: 'Sales EMEA', user: 'cy' })
  await fixture.do('delete-user', { user: 'eve' })
  await fixture.advance(CYCLE)
  await fixture.do('purge-user', { user: 'eve' })
  await fixture.do('unassign', { group: 'Staff' })
  await fixture.advance(CYCLE)
}

describe.each(Object.entries(REQUESTS))('%s', (_request, isMeant) => {
  test.each(Object.entries(NONSENSE))('%s', async (_nonsense, answer) => {
    const fixture = await contoso()
    let struck = 0
    fixture.responder.faults.push((request) => {
      if (!isMeant(request)) return undefined
      struck += 1
      return answer
    })
    await story(fixture)
    expect(struck).toBeGreaterThan(0)
    const entries = Object.values(await fixture.view('provisioning-logs'))
    const failed = entries.filter(({ status }) => status === 'failure')
    expect(failed.map(({ code }) => code).filter((code) => !CODES.has(String(code)))).toEqual([])
    expect(JSON.stringify(entries).length).toBeLessThan(500_000)
    expect(await lastState(fixture)).toMatch(/^(Succeeded|EntryLevelErrors|Failed)$/)
    await expectRecovery(fixture)
  })
})

async function lastState(fixture: Fixture): Promise<string> {
  const { Lark } = await fixture.view('job')
  const { lastExecution } = (Lark as { status: { lastExecution: { state: string } } }).status
  return lastExecution.state
}

async function expectRecovery(fixture: Fixture): Promise<void> {
  fixture.responder.faults.length = 0
  // A made-up id was believed, and is forgotten with the links.
  await fixture.do('restart', { resetScope: 'Full' })
  await fixture.advance(2 * DAY_MS)
  expect(await fixture.view('escrows')).toEqual({})
  expect(await fixture.view('job')).toMatchObject({ Lark: { status: { code: 'Active', quarantine: null } } })
  expect(await lastState(fixture)).toBe('Succeeded')
  const names = [...fixture.responder.users.values()].map(({ userName }) => userName)
  expect(names.filter((name) => name !== undefined)).toEqual([...new Set(names)])
  expect(names).toEqual(expect.arrayContaining(['ana@contoso.example', 'bo@contoso.example', 'cy@contoso.example']))
}
