// Which event of RFC 9967 each write is, and what must not be told.
import { urns } from '@scimulator/shared/scim'
import { expect, test } from 'vitest'
import { createReceiver } from '../../src/receiver.ts'
import { ana, hosts, openClient, TOKEN, user } from '../scim/service-provider.ts'
import { type Claims, FEED, namesOf, openFeed, PROV } from './feed.ts'

const [plain = { name: '', mountPath: '' }] = hosts
type Feed = ReturnType<typeof openFeed>
const replace = (path: string, value: unknown) => ({ op: 'replace', path, value })
const group = (displayName: string, ...members: readonly string[]) => ({
  schemas: [urns.group],
  displayName,
  members: members.map((value) => ({ value })),
})

async function made(feed: Feed, path: string, resource: object): Promise<string> {
  const { body, status } = await feed.create(path, resource)
  expect(status).toBe(201)
  await feed.news()
  return body.id
}

test.each<[string, (feed: Feed, id: string) => Promise<unknown>, readonly string[], readonly string[] | undefined]>([
  ['PATCH', (feed, id) => feed.patch(`/Users/${id}`, replace('title', 'Head')), ['patch:notice'], ['title']],
  ['PATCH of a part', (f, id) => f.patch(`/Users/${id}`, replace('name.familyName', 'B')), ['patch:notice'], ['name']],
  [
    'PATCH of an extension',
    (f, id) => f.patch(`/Users/${id}`, replace(`${urns.enterpriseUser}:department`, 'IT')),
    ['patch:notice'],
    [`${urns.enterpriseUser}:department`],
  ],
  [
    'PATCH that removes',
    (f, id) => f.patch(`/Users/${id}`, { op: 'remove', path: 'emails' }),
    ['patch:notice'],
    ['emails'],
  ],
  [
    'a PATCH that disables',
    (f, id) => f.patch(`/Users/${id}`, replace('active', false)),
    ['patch:notice', 'deactivate'],
    ['active'],
  ],
  [
    'a disable as Entra ID writes it',
    (f, id) => f.patch(`/Users/${id}`, { op: 'Replace', path: 'active', value: 'False' }),
    ['patch:notice', 'deactivate'],
    ['active'],
  ],
  ['PUT', (f, id) => f.send('PUT', `/Users/${id}`, { ...ana, title: 'Head' }), ['put:notice'], ['title']],
  [
    'a PUT that disables',
    (f, id) => f.send('PUT', `/Users/${id}`, { ...ana, active: false }),
    ['put:notice', 'deactivate'],
    ['active'],
  ],
  ['DELETE', (f, id) => f.send('DELETE', `/Users/${id}`), ['delete'], undefined],
  [
    'a PATCH that changes nothing',
    (f, id) => f.patch(`/Users/${id}`, replace('displayName', ana.displayName)),
    [],
    undefined,
  ],
  ['a PATCH that is refused', (f, id) => f.patch(`/Users/${id}`, replace('nothing[x', 1)), [], undefined],
  ['GET', (f, id) => f.get(`/Users/${id}`), [], undefined],
  ['a DELETE of nobody', (f) => f.send('DELETE', '/Users/nobody'), [], undefined],
  ['a create that is refused', (f) => f.create('/Users', ana), [], undefined],
  ['a change of the password alone', (f, id) => f.patch(`/Users/${id}`, replace('password', 's3cret')), [], undefined],
])('%s', async (_what, act, names, attributes) => {
  const feed = openFeed()
  const id = await made(feed, '/Users', ana)
  await act(feed, id)
  const told = await feed.news()
  expect(told.flatMap(namesOf)).toEqual(names)
  const [first] = told
  expect(first && Object.values(first.events)[0]?.attributes).toEqual(attributes)
  expect(first?.sub_id).toEqual(first && { format: 'scim', uri: `/Users/${id}`, externalId: 'ext-Ana' })
})

test('a create names what there is, with the id, and no secret', async () => {
  const feed = openFeed()
  await feed.create('/Users', { ...ana, password: 's3cret' })
  const [told] = await feed.news()
  const payload = told?.events[`${PROV}:create:notice`]
  expect(payload?.version).toBe('W/"1"')
  expect(payload?.attributes).toEqual(
    expect.arrayContaining(['id', 'userName', 'name', `${urns.enterpriseUser}:employeeNumber`]),
  )
  expect(JSON.stringify(told)).not.toMatch(/s3cret|Ana Example/)
})

test('somebody who is enabled again is told as activated; a create is a create', async () => {
  const feed = openFeed()
  await feed.create('/Users', { ...ana, active: false })
  const [created] = await feed.news()
  expect(created && namesOf(created)).toEqual(['create:notice'])
  const id = created?.sub_id.uri.split('/')[2]
  await feed.patch(`/Users/${id}`, replace('active', true))
  expect((await feed.news()).flatMap(namesOf)).toEqual(['patch:notice', 'activate'])
})

test('groups: members are named; a deleted user is told of in each group, in one transaction', async () => {
  const feed = openFeed()
  const id = await made(feed, '/Users', ana)
  await made(feed, '/Groups', group('Sales', id))
  const crew = await made(feed, '/Groups', group('Crew'))
  await feed.patch(`/Groups/${crew}`, { op: 'add', path: 'members', value: [{ value: id }] })
  const [added] = await feed.news()
  expect(added?.events).toEqual({ [`${PROV}:patch:notice`]: { version: 'W/"2"', attributes: ['members'] } })
  await feed.send('DELETE', `/Users/${id}`)
  const told = await feed.news()
  expect(told.map(({ sub_id, events }) => [sub_id.uri.split('/')[1], Object.keys(events)])).toEqual([
    ['Groups', [`${PROV}:patch:notice`]],
    ['Groups', [`${PROV}:patch:notice`]],
    ['Users', [`${PROV}:delete`]],
  ])
  expect(new Set(told.map(({ txn }) => txn)).size).toBe(1)
  expect(new Set(told.map(({ jti }) => jti)).size).toBe(3)
})

test('with values: the resource as it was created, the PATCH, the body of the PUT', async () => {
  const feed = openFeed('full')
  await feed.create('/Users', { ...ana, password: 's3cret' })
  const [created] = await feed.news()
  const id = created?.sub_id.uri.split('/')[2]
  expect(created?.events[`${PROV}:create:full`]?.data).toMatchObject({ id, userName: ana.userName, name: ana.name })
  const operations = [replace('title', 'Head'), replace('active', false)]
  await feed.patch(`/Users/${id}`, ...operations)
  const [patched] = await feed.news()
  expect(patched?.events).toEqual({
    [`${PROV}:patch:full`]: { version: 'W/"2"', data: { schemas: [urns.patchOp], Operations: operations } },
    [`${PROV}:deactivate`]: {},
  })
  await feed.send('PUT', `/Users/${id}`, { ...ana, password: 's3cret' })
  const [put] = await feed.news()
  expect(put?.events[`${PROV}:put:full`]?.data).toEqual(ana)
})

test('with values, a group that loses somebody who is deleted gets the PATCH that says so', async () => {
  const feed = openFeed('full')
  const id = await made(feed, '/Users', ana)
  await made(feed, '/Groups', group('Sales', id))
  await feed.send('DELETE', `/Users/${id}`)
  const [lost] = await feed.news()
  const data = { schemas: [urns.patchOp], Operations: [{ op: 'remove', path: `members[value eq "${id}"]` }] }
  expect(lost?.events[`${PROV}:patch:full`]?.data).toEqual(data)
})

const ACME = 'urn:acme:User'
const hidden = { ...{ name: 'pin', type: 'string', returned: 'never' }, mutability: 'readWrite' }
const wallet = {
  name: 'wallet',
  type: 'complex',
  subAttributes: [
    { name: 'name', type: 'string' },
    { ...hidden, name: 'code' },
  ],
}
const acme = { id: ACME, name: 'Acme', attributes: [hidden, { name: 'team', type: 'string' }, wallet] }

test.each<[string, object]>([
  ['with its URN as the path', { op: 'replace', path: `${ACME}:pin`, value: 'S3CRET' }],
  ['in another case', { op: 'Replace', path: `${ACME.toUpperCase()}:PIN`, value: 'S3CRET' }],
  ['as a key of its schema', { op: 'add', path: ACME, value: { pin: 'S3CRET' } }],
  ['in an object without a path', { op: 'replace', value: { [ACME]: { pin: 'S3CRET' } } }],
  ['as a key with its URN', { op: 'replace', value: { [`${ACME}:pin`]: 'S3CRET' } }],
  ['as a part of a complex one', { op: 'replace', path: `${ACME}:wallet.code`, value: 'S3CRET' }],
  ['in the value of a complex one', { op: 'replace', path: `${ACME}:wallet`, value: { code: 'S3CRET' } }],
  ['a password beside it', { op: 'replace', value: { password: 'S3CRET', [`${urns.user}:password`]: 'S3CRET' } }],
])('what is never returned is in no event: %s', async (_how, operation) => {
  const feed = openFeed('full', { schemas: acme })
  const id = await made(feed, '/Users', {
    ...ana,
    [ACME]: { pin: 'first', team: 'A', wallet: { name: 'w', code: 'c' } },
  })
  const { status } = await feed.patch(`/Users/${id}`, operation, replace(`${ACME}:team`, 'B'))
  expect(status).toBe(200)
  const [told] = await feed.news()
  expect(JSON.stringify(told)).not.toContain('S3CRET')
  expect(told?.events[`${PROV}:patch:full`]?.data).toEqual({
    schemas: [urns.patchOp],
    Operations: [replace(`${ACME}:team`, 'B')],
  })
})

test('a PATCH of nothing but secrets is told by names', async () => {
  const feed = openFeed('full', { schemas: acme })
  await feed.create('/Users', { ...ana, [ACME]: { pin: 'S3CRET' } })
  const [created] = await feed.news()
  expect(JSON.stringify(created)).not.toContain('S3CRET')
  await feed.patch(created?.sub_id.uri ?? '', replace(`${ACME}:pin`, 'S3CRET2'))
  const [told] = await feed.news()
  expect(told?.events).toEqual({ [`${PROV}:patch:notice`]: { version: 'W/"2"', attributes: [`${ACME}:pin`] } })
})

test('each operation of a bulk request is told, and none that failed', async () => {
  const feed = openFeed()
  const post = (bulkId: string) => ({ method: 'POST', path: '/Users', bulkId, data: user('ana') })
  const Operations = [post('a'), post('b'), { method: 'DELETE', path: '/Users/bulkId:a' }]
  await feed.send('POST', '/Bulk', { schemas: [urns.bulkRequest], Operations })
  expect((await feed.news()).map(({ events }) => Object.keys(events)[0])).toEqual([
    `${PROV}:create:notice`,
    `${PROV}:delete`,
  ])
})

test('resources of declared types are told of under their own path', async () => {
  const device = { id: 'urn:x:Device', name: 'Device', attributes: [{ name: 'serial', type: 'string' }] }
  const type = { name: 'Device', endpoint: '/Devices', schema: 'urn:x:Device', schemas: [urns.resourceType] }
  const feed = openFeed('notice', { schemas: [device, type] })
  await feed.create('/Devices', { schemas: ['urn:x:Device'], serial: '1' })
  const [told] = await feed.news()
  expect(told?.sub_id.uri).toMatch(/^\/Devices\//)
  expect(told?.events[`${PROV}:create:notice`]?.attributes).toContain('serial')
})

test.each<[string, string, readonly string[]]>([
  ['who comes in', 'title eq "Other"', ['feed:add']],
  ['who goes', 'title eq "Head"', ['feed:remove']],
  ['who stays', 'userName pr', ['patch:notice']],
  ['who was never there', 'userName eq "bo"', []],
])('a feed of some: %s', async (_who, filter, names) => {
  const feed = openFeed({ filter })
  const id = await made(feed, '/Users', { ...ana, title: 'Head' })
  await feed.patch(`/Users/${id}`, replace('title', 'Other'))
  expect((await feed.news()).flatMap(namesOf)).toEqual(names)
})

test('who leaves by being deleted is not told to have left; nobody outside is told of', async () => {
  const feed = openFeed({ filter: 'title eq "Head" and meta.resourceType eq "User"' })
  const [head, other] = [await made(feed, '/Users', { ...ana, title: 'Head' }), await made(feed, '/Users', user('bo'))]
  await feed.create('/Groups', group('Head'))
  for (const id of [head, other]) await feed.send('DELETE', `/Users/${id}`)
  const told = await feed.news()
  expect(told.map(({ sub_id, events }) => [sub_id.uri, Object.keys(events)])).toEqual([
    [`/Users/${head}`, [`${PROV}:delete`]],
  ])
})

test.each(['nonsense', 'titel eq "Head"', 'title eq', ''])('the filter "%s" is refused at the start', (filter) => {
  const options = { profile: 'rfc', sources: [{ token: TOKEN }], securityEvents: { filter } } as const
  expect(() => createReceiver(options)).toThrow(`The filter of security events, "${filter}", is none`)
})

test('the claims are those of RFC 9967: the subject in sub_id, never in sub', async () => {
  const feed = openFeed()
  const { body } = await feed.create('/Users', ana)
  const [told] = (await feed.news()) as readonly (Claims & { sub?: string; exp?: number })[]
  expect(Object.keys(told ?? {}).sort()).toEqual(['aud', 'events', 'iat', 'iss', 'jti', 'sub_id', 'txn'])
  expect(told?.iat).toBe(Date.parse('2026-01-05T08:00:00Z') / 1_000)
  expect(told?.iss).toBe(body.meta.location.replace(/\/Users\/.*/, ''))
  expect(told?.aud).toEqual([`${told?.iss}/SecurityEvents`])
})

test.each<[Parameters<typeof openFeed>[0], readonly string[]]>([
  ['notice', ['create:notice', 'put:notice', 'patch:notice', 'delete', 'activate', 'deactivate']],
  ['full', ['create:full', 'put:full', 'patch:full', 'patch:notice', 'delete', 'activate', 'deactivate']],
])('/ServiceProviderConfig says what can come: %s', async (payload, names) => {
  const config = (await openFeed(payload).get('/ServiceProviderConfig')).body
  expect(config.securityEvents).toEqual({ asyncRequest: 'none', eventUris: names.map((name) => `${PROV}:${name}`) })
  const some = (await openFeed({ filter: 'active eq true' }).get('/ServiceProviderConfig')).body
  expect(some.securityEvents.eventUris).toEqual(expect.arrayContaining([`${FEED}:add`, `${FEED}:remove`]))
})

test('where it is off there is nothing: no word in the configuration, no feed, no keys', async () => {
  const client = openClient(plain)
  await client.create('/Users', ana)
  expect((await client.get('/ServiceProviderConfig')).body).not.toHaveProperty('securityEvents')
  expect((await client.send('POST', '/SecurityEvents', { returnImmediately: true })).status).toBe(404)
  expect((await client.sendTo('/.well-known/jwks.json', 'GET')).status).toBe(404)
})

test('Lark has none', () => {
  expect(() => createReceiver({ securityEvents: 'notice' })).toThrow('Only the profile rfc has security events')
})
