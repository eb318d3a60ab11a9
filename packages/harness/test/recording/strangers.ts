// Requests as other clients write them, made up from a seed: programs with names and without, and other identity providers.
import type { Exchange, ScimRequest } from '@scimulator/shared/provisioning'
import fc from 'fast-check'

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User'
const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group'
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp'

/** Name that they give themselves; undefined for those that give none, such as an HttpClient of .NET left as it is. */
const AGENTS = [
  'curl/8.5.0',
  'PostmanRuntime/7.43.0',
  'python-requests/2.32.3',
  'python-httpx/0.28.1',
  'axios/1.7.9',
  'node',
  'Go-http-client/1.1',
  'Go-http-client/2.0',
  'Java-http-client/21.0.2',
  'okhttp/4.12.0',
  'Ruby',
  'GuzzleHttp/7',
  'Okta SCIM Client 1.0.0',
  'OneLogin',
  'PingFederate',
  'Google-Apps-Provisioning',
  'Mozilla/5.0 (X11; Linux x86_64)',
  undefined,
] as const

const name = fc.stringMatching(/^[a-z]{3,8}$/)
const uuid = fc.uuid()

const body = {
  user: fc.record({
    schemas: fc.constantFrom([USER], [USER, ENTERPRISE]),
    userName: name,
    active: fc.boolean(),
    externalId: fc.oneof(name, uuid),
    name: fc.record({ givenName: name, familyName: name }),
    emails: fc.constantFrom([{ value: 'a@b.example', primary: true, type: 'work' }], []),
  }),
  sorted: fc.record({
    active: fc.boolean(),
    displayName: name,
    externalId: fc.oneof(uuid, name),
    name: fc.record({ familyName: name, givenName: name }),
    schemas: fc.constant([USER]),
    userName: name,
  }),
  group: fc.record({
    schemas: fc.constant([GROUP]),
    displayName: name,
    members: fc.constantFrom([], [{ value: '1', display: 'x' }]),
  }),
  patch: fc.record({
    schemas: fc.constant([PATCH]),
    Operations: fc.array(
      fc.oneof(
        fc.record({ op: fc.constant('replace'), value: fc.record({ active: fc.boolean() }) }),
        fc.record({
          op: fc.constantFrom('add', 'replace'),
          path: fc.constantFrom('title', 'active', 'members'),
          value: fc.oneof(name, fc.boolean(), fc.constant([{ value: '1' }])),
        }),
        fc.record({ op: fc.constant('remove'), path: fc.constantFrom('members[value eq "1"]', 'title') }),
        fc.record({
          op: fc.constant('replace'),
          value: fc.record({ displayName: name, name: fc.record({ givenName: name }) }),
        }),
      ),
      { minLength: 1, maxLength: 3 },
    ),
  }),
}

const query = fc.oneof(
  fc.constant(''),
  fc
    .record({ start: fc.nat(400), count: fc.constantFrom(1, 20, 100) })
    .map(({ start, count }) => `?startIndex=${start}&count=${count}`),
  name.map((one) => `?filter=userName%20eq%20%22${one}%22&startIndex=1&count=100`),
  fc.oneof(name, uuid).map((one) => `?filter=${encodeURIComponent(`userName eq "${one}"`)}`),
  name.map((one) => `?filter=userName+eq+%22${one}%22`),
  name.map((one) => `?filter=displayName%20eq%20%22${one}%22&excludedAttributes=members`),
  name.map((one) => `?filter=externalId+eq+%22${one}%22&count=1`),
)

const collection = fc.constantFrom('/Users', '/Groups')
const path = fc.oneof(
  fc.record({ place: collection, query }).map(({ place, query: one }) => ['GET', `${place}${one}`] as const),
  fc
    .record({ place: collection, id: uuid, method: fc.constantFrom('GET', 'PUT', 'PATCH', 'DELETE') })
    .map(({ place, id, method }) => [method, `${place}/${id}`] as const),
  collection.map((place) => ['POST', place] as const),
  fc.constantFrom('/Schemas', '/ServiceProviderConfig', '/ResourceTypes').map((one) => ['GET', one] as const),
)

const stranger = fc
  .record({
    agent: fc.constantFrom(...AGENTS),
    path,
    user: fc.oneof(body.user, body.sorted),
    group: body.group,
    patch: body.patch,
  })
  .map(({ agent, path: [method, at], user, group, patch }): Exchange => {
    const content = method === 'PATCH' ? patch : at.startsWith('/Users') ? user : group
    const hasBody = method === 'POST' || method === 'PUT' || method === 'PATCH'
    const headers: [string, string][] = [
      ['Accept', hasBody ? 'application/scim+json' : '*/*'],
      ...(agent === undefined ? [] : [['User-Agent', agent] satisfies [string, string]]),
    ]
    const request = {
      method,
      url: `https://app.example/scim/v2${at}`,
      headers,
      ...(hasBody ? { body: JSON.stringify(content) } : {}),
    } as ScimRequest
    return { request, startedAt: 0, durationMs: 0 }
  })

export function strangers(count: number): readonly Exchange[] {
  return fc.sample(stranger, { numRuns: count, seed: 21 })
}
