import type { Exchange } from '@scimulator/shared/provisioning'
import { expect, test } from 'vitest'
import { createPseudonyms } from './pseudonyms.ts'
import { redactPeople } from './redact-people.ts'

const names = createPseudonyms('key')
const SCIM = 'https://app.example/scim/v2'
const UUID = '2819c223-7f76-453a-919d-413861904646'

function shown(method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown, answer?: unknown): Exchange {
  const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
  return {
    request: { method, url: `${SCIM}${path}`, headers: [], ...(body === undefined ? {} : { body: text(body) }) },
    startedAt: 0,
    durationMs: 0,
    ...(answer === undefined ? {} : { response: { status: 200, headers: [], body: text(answer) } }),
  }
}

const bodyOf = ({ request }: Exchange) => JSON.parse(request.body ?? '')

const PERSON = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  id: UUID,
  externalId: 'ana.silva',
  userName: 'Ana.Silva@contoso.com',
  active: true,
  name: { givenName: 'Ana', familyName: 'Silva' },
  emails: [{ type: 'work', primary: true, value: 'ana.silva@contoso.com' }],
  addresses: [{ type: 'work', country: 'PT', postalCode: '1000-205' }],
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': {
    employeeNumber: '00701984',
    manager: { value: UUID, displayName: 'Bea Costa' },
  },
  hired: '2019-04-01',
  meta: { created: '2026-01-05T08:00:00Z', resourceType: 'User', location: `${SCIM}/Users/${UUID}` },
}

test('a person is somebody else of the same form', () => {
  const made = bodyOf(redactPeople(shown('POST', '/Users', PERSON), names))
  const { schemas, id, active, meta } = PERSON
  expect(made).toMatchObject({ schemas, id, active, meta, hired: '2001-02-03' })
  expect(made.emails[0].value).toBe(made.userName.toLowerCase())
  expect(made.userName).toBe(`${made.name.givenName}.${made.name.familyName}${made.userName.slice(9)}`)
  expect(made.userName).toMatch(/@[a-z]{7}\.com$/)
  expect(made.addresses[0]).toMatchObject({
    type: 'work',
    country: 'PT',
    postalCode: expect.stringMatching(/^[1-9]\d{3}-[1-9]\d\d$/),
  })
  const left = JSON.stringify(made).match(/\b(ana|silva|contoso|bea|costa|00701984|1000-205)\b/gi)
  expect(left).toBeNull()
})

const CODED = Buffer.from('ana2.silva3@contoso.com').toString('base64url')
const words = (text: string): string => names.text(text)

test.each<[what: string, sent: string, kept: string]>([
  [
    'a filter as it is encoded',
    '/Users?filter=userName%20eq%20%22ana%40contoso.com%22&count=5',
    `/Users?filter=userName%20eq%20%22${words('ana@contoso.com').replace('@', '%40')}%22&count=5`,
  ],
  [
    'with plus and lower-case codes',
    '/Users?filter=displayName+eq+%22Zo%c3%ab+X%22',
    `/Users?filter=displayName+eq+%22${words('Zoë').replace('ë', '%c3%ab')}+${words('X')}%22`,
  ],
  [
    'ids of machines',
    `/Groups?filter=id eq "${UUID}" and members eq "42"`,
    `/Groups?filter=id eq "${UUID}" and members eq "42"`,
  ],
  [
    'a filter in a filter',
    '/Users?filter=emails[type eq "work"].value eq "a@b.org"',
    `/Users?filter=emails[type eq "work"].value eq "${words('a@b.org')}"`,
  ],
  ['an id that is a name', '/Users/ana%40contoso.com', `/Users/${words('ana@contoso.com').replace('@', '%40')}`],
  [
    'a parameter that only one endpoint knows',
    '/Users?mail=a@b.org&count=1',
    `/Users?mail=${words('a@b.org')}&count=1`,
  ],
  ['an id that is a name in base64', `/Users/${CODED}`, `/Users/${words(CODED)}`],
  ['a cursor', `/Users?cursor=${CODED}`, `/Users?cursor=${words(CODED)}`],
  ['an id of letters and digits', '/Users/00ub0oNGTSWTBKOLGLNR1d2', '/Users/00ub0oNGTSWTBKOLGLNR1d2'],
  ['names of schemas and a search', '/Schemas/urn:a:User', '/Schemas/urn:a:User'],
  ['a search', '/Users/.search', '/Users/.search'],
  ['a type of its own', '/Devices/anas-phone', `/Devices/${words('anas-phone')}`],
  ['an id of a machine', `/Users/${UUID}?excludedAttributes=members`, `/Users/${UUID}?excludedAttributes=members`],
])('%s', (_what, sent, kept) => {
  expect(redactPeople(shown('GET', sent), names).request.url).toBe(`${SCIM}${kept}`)
})

test('operations keep what they do, and to whom by id', () => {
  const Operations = [
    { op: 'Add', path: 'members', value: [{ value: UUID, display: 'Ana' }] },
    { op: 'Remove', path: `members[value eq "${UUID}"]` },
    { op: 'Replace', path: 'active', value: 'False' },
    { op: 'Replace', path: 'emails[type eq "work"].value', value: 'ana@contoso.com' },
    { op: 'add', value: { 'name.givenName': 'Ana', 'emails[type eq "work"].value': 'ana@contoso.com' } },
    { op: 'replace', path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager', value: 'ana-id' },
  ]
  const mail = words('ana@contoso.com')
  expect(bodyOf(redactPeople(shown('PATCH', '/Groups/1', { Operations }), names)).Operations).toEqual([
    { op: 'Add', path: 'members', value: [{ value: UUID, display: words('Ana') }] },
    Operations[1],
    Operations[2],
    { ...Operations[3], value: mail },
    { op: 'add', value: { 'name.givenName': words('Ana'), 'emails[type eq "work"].value': mail } },
    { ...Operations[5], value: words('ana-id') },
  ])
})

test('what an endpoint says keeps its plain words, whether it is JSON or a page', () => {
  const { response } = redactPeople(
    shown('GET', '/Users', undefined, { detail: 'User "ana@contoso.com" already exists' }),
    names,
  )
  expect(JSON.parse(response?.body ?? '').detail).toBe(`User "${words('ana@contoso.com')}" already exists`)
  const page = redactPeople(shown('GET', '/Users', undefined, '<html><body>No access for Silva</body></html>'), names)
  expect(page.response?.body).toBe(`<html><body>No access for ${words('Silva')}</body></html>`)
})

const CORE = 'urn:ietf:params:scim:schemas:core:2.0'

test.each([
  [
    'ServiceProviderConfig',
    { authenticationSchemes: [{ name: 'OAuth Bearer Token', specUri: 'https://www.rfc-editor.org/info/rfc6750' }] },
  ],
  [
    'Schema',
    {
      id: `${CORE}:User`,
      name: 'User',
      attributes: [{ name: 'userName', description: 'Unique', canonicalValues: ['work'] }],
    },
  ],
  ['ResourceType', { name: 'User', endpoint: '/Users', description: 'User Account', schema: `${CORE}:User` }],
])('what an endpoint says of itself is about nobody: %s', (type, said) => {
  const one = { schemas: [`${CORE}:${type}`], ...said }
  const list = { schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'], totalResults: 1, Resources: [one] }
  for (const body of [one, list]) {
    const { response } = redactPeople(shown('GET', `/${type}`, undefined, body), names)
    expect(JSON.parse(response?.body ?? '')).toEqual(body)
  }
})

test('an address in a description, and a person who is called one, are replaced all the same', () => {
  const asked = { schemas: [`${CORE}:ServiceProviderConfig`], documentationUri: 'mailto:ana.silva@contoso.com' }
  const person = { schemas: [`${CORE}:Schema`, `${CORE}:User`], userName: 'ana.silva', displayName: 'Ana Silva' }
  for (const body of [asked, person]) {
    const { response } = redactPeople(shown('GET', '/Schemas', undefined, body), names)
    expect(response?.body).not.toMatch(/ana|silva/i)
  }
})

test('headers of an application’s own may name somebody', () => {
  const exchange = shown('GET', '/Users')
  const headers = [
    ['X-User', 'silva'],
    ['User-Agent', 'Go-http-client/2.0'],
    ['Location', `${SCIM}/Users/ana`],
  ] as const
  const made = redactPeople({ ...exchange, request: { ...exchange.request, headers } }, names).request.headers
  expect(made).toEqual([['X-User', words('silva')], headers[1], ['Location', `${SCIM}/Users/${words('ana')}`]])
})

test.each<[name: string, value: string, kept: string]>([
  ['ETag', 'W/"ana@contoso.com"', `W/"${words('ana@contoso.com')}"`],
  ['ETag', 'W/"3694e05e9dff591"', 'W/"3694e05e9dff591"'],
  ['If-Match', '"ana", W/"7"', `"${words('ana')}", W/"7"`],
  ['If-None-Match', '*', '*'],
  ['Location', '/scim/v2/users/ana.silva', `/scim/v2/users/${words('ana.silva')}`],
  [
    'Location',
    'https://login/silva?u=Ana%20Silva',
    `https://login/${words('silva')}?u=${words('Ana Silva').replace(' ', '%20')}`,
  ],
  ['Set-Cookie', '[redacted]', '[redacted]'],
  ['WWW-Authenticate', 'Bearer [redacted] "of silva"', `Bearer [redacted] "of ${words('silva')}"`],
])('a header %s: %s', (name, value, kept) => {
  const exchange = shown('GET', '/Users')
  const { headers } = redactPeople(
    { ...exchange, request: { ...exchange.request, headers: [[name, value]] } },
    names,
  ).request
  expect(headers).toEqual([[name, kept]])
})

test('a version says the same in a header and in a body', () => {
  const made = redactPeople(shown('POST', '/Users', { meta: { version: 'W/"ana"', created: '2026-01-05' } }), names)
  expect(bodyOf(made).meta).toEqual({ version: `W/"${words('ana')}"`, created: '2026-01-05' })
})

test('an address in a path that is of no type, one of the web in a body, and the form of a token request', () => {
  const mail = words('ana@contoso.com')
  expect(redactPeople(shown('GET', '/me/ana@contoso.com/x'), names).request.url).toBe(`${SCIM}/me/${mail}/x`)
  const photo = { profileUrl: 'https://cdn.contoso.com/silva' }
  expect(bodyOf(redactPeople(shown('POST', '/Users', photo), names)).profileUrl).toBe(
    `https://${words('cdn.contoso.com/silva')}`,
  )
  const form = 'grant_type=client_credentials&client_id=silva&client_secret=[redacted]&scope=scim'
  expect(redactPeople(shown('POST', '/token', form), names).request.body).toBe(form.replace('silva', words('silva')))
})

test('of a person with canaries everywhere no one sings', () => {
  const canary = (at: number) => `canary${'abcdefghij'[at % 10]}${at}`
  const attributes =
    'userName externalId displayName nickName title userType profileUrl department costCenter note x-custom'.split(' ')
  const plain = Object.fromEntries(attributes.map((name, at) => [name, canary(at)]))
  const lists = ['emails', 'phoneNumbers', 'roles', 'photos', 'addresses', 'entitlements'].map((name, at) => [
    name,
    [{ value: canary(at + 20), display: canary(at + 30), formatted: canary(at + 40), type: 'work' }, canary(at + 50)],
  ])
  const body = { ...plain, ...Object.fromEntries(lists), deep: { er: [{ still: canary(60) }] }, number: 4_235_711 }
  const error = { detail: `${canary(61)} is taken`, errors: [{ message: `"${canary(62)}"` }], other: canary(63) }
  const exchange = shown('POST', `/Users/${canary(64)}?filter=x eq "${canary(65)}"&q=${canary(66)}`, body, error)
  expect(JSON.stringify(redactPeople(exchange, names)).match(/canary|4235711/gi)).toBeNull()
})

test('a UUID names nobody, so that the lookup of a random name stays one', () => {
  const url = 'https://app.example/scim/v2/Users?filter=userName+eq+%22cf4d78e8-01b2-4f7f-9d7b-5d8b5d8f6f2a%22'
  const asked = { request: { method: 'GET' as const, url, headers: [] }, startedAt: 0, durationMs: 0 }
  expect(redactPeople(asked, createPseudonyms('key')).request.url).toBe(url)
})
