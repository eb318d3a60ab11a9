// Paging by cursor (RFC 9865), how a PATCH of a group is answered, and values that match nothing.
import { urns } from '@scimulator/shared/scim'
import { expect, test } from 'vitest'
import type { ReceiverOptions } from '../../src/receiver-options.ts'
import { createUsers, group, hosts, openClient } from './service-provider.ts'

const [plain = { name: '', mountPath: '' }] = hosts
const NAMES = ['a', 'b', 'c', 'd', 'e']

async function openPeople(options: ReceiverOptions = {}) {
  const client = openClient(plain, options)
  const ids = await createUsers(client, ...NAMES)
  const page = async (query: string) => (await client.get(`/Users?${query}`)).body
  return { client, ids, page }
}

const names = ({ Resources }: { Resources: { userName: string }[] }) => Resources.map(({ userName }) => userName)

test.each(['', '&filter=userName%20pr', '&sortBy=userName&sortOrder=descending'])(
  'a cursor leads from page to page and back%s',
  async (search) => {
    const { page } = await openPeople()
    const first = await page(`cursor&count=2${search}`)
    expect(first).toMatchObject({ totalResults: 5, itemsPerPage: 2, nextCursor: expect.any(String) })
    expect(first).not.toHaveProperty('startIndex')
    expect(first).not.toHaveProperty('previousCursor')
    const second = await page(`cursor=${first.nextCursor}&count=2${search}`)
    const third = await page(`cursor=${second.nextCursor}&count=2${search}`)
    expect([...names(first), ...names(second), ...names(third)].sort()).toEqual(NAMES)
    expect(third).not.toHaveProperty('nextCursor')
    expect(names(await page(`cursor=${third.previousCursor}&count=2${search}`))).toEqual(names(second))
  },
)

test.each<[string, number, readonly string[]]>([
  ['before the page', 0, ['c', 'd']],
  ['at its end', 1, ['c', 'd']],
  ['after it', 2, ['d', 'e']],
])('somebody who goes %s makes nobody missed', async (_name, index, expected) => {
  const { client, ids, page } = await openPeople()
  const { nextCursor } = await page('cursor=&count=2')
  await client.send('DELETE', `/Users/${ids[index]}`)
  expect(names(await page(`cursor=${nextCursor}&count=2`))).toEqual(expected)
})

test.each<[string, (cursor: string) => string, string]>([
  ['made up', () => 'cursor=x', 'invalidCursor'],
  ['of another search', (cursor) => `cursor=${cursor}&filter=userName%20sw%20%22a%22`, 'invalidCursor'],
  ['of another order', (cursor) => `cursor=${cursor}&sortBy=userName`, 'invalidCursor'],
  ['with an index', (cursor) => `cursor=${cursor}&startIndex=1`, 'invalidValue'],
  ['with a count that is none', (cursor) => `cursor=${cursor}&count=many`, 'invalidCount'],
  ['with a negative count', () => 'cursor&count=-1', 'invalidCount'],
  ['cut short', (cursor) => `cursor=${cursor.slice(0, -2)}`, 'invalidCursor'],
  ['with something behind it', (cursor) => `cursor=${cursor}x`, 'invalidCursor'],
  ['in the other direction of order', (cursor) => `cursor=${cursor}&sortOrder=descending&sortBy=id`, 'invalidCursor'],
  ['with half a count', (cursor) => `cursor=${cursor}&count=1.5`, 'invalidCount'],
])('a cursor %s is refused', async (_name, query, scimType) => {
  const { page } = await openPeople()
  const { nextCursor } = await page('cursor&count=2')
  expect(await page(query(nextCursor))).toMatchObject({ status: '400', scimType })
})

test('a cursor expires', async () => {
  const { client, page } = await openPeople()
  const { nextCursor } = await page('cursor&count=2')
  await client.schedule.advanceTo(client.schedule.now() + 3_600_001)
  expect(await page(`cursor=${nextCursor}`)).toMatchObject({ scimType: 'expiredCursor' })
})

test('a search by body has cursors as well, over both resource types', async () => {
  const { client } = await openPeople()
  const search = (body: object) => client.send('POST', '/.search', { schemas: [], ...body })
  const { body } = await search({ cursor: '', count: 3 })
  expect((await search({ cursor: body.nextCursor, count: 3 })).body.itemsPerPage).toBe(2)
})

test.each<[NonNullable<ReceiverOptions['pagination']>, object, boolean]>([
  ['both', { cursor: true, index: true, defaultPaginationMethod: 'index', cursorTimeout: 3_600 }, true],
  ['index', { cursor: false, index: true, defaultPaginationMethod: 'index' }, true],
  ['cursor', { cursor: true, index: false, defaultPaginationMethod: 'cursor', cursorTimeout: 3_600 }, false],
])('%s is advertised and done', async (pagination, advertised, hasIndex) => {
  const { client, page } = await openPeople({ pagination })
  const sizes = { defaultPageSize: 100, maxPageSize: 1_000 }
  expect((await client.get('/ServiceProviderConfig')).body.pagination).toEqual({ ...advertised, ...sizes })
  expect('startIndex' in (await page('count=2'))).toBe(hasIndex)
  expect('nextCursor' in (await page('cursor&count=2'))).toBe(pagination !== 'index')
})

test('Lark knows nothing of cursors', async () => {
  const client = openClient(plain, { profile: 'lark' })
  expect((await client.get('/ServiceProviderConfig')).body).not.toHaveProperty('pagination')
  expect((await client.get('/Users?cursor')).body).toHaveProperty('startIndex', 1)
  expect(() => openClient(plain, { profile: 'lark', pagination: 'both' })).toThrow('Only the profile rfc')
})

test('a count of 0 has empty Resources', async () => {
  const { page } = await openPeople()
  expect(await page('count=0')).toMatchObject({ totalResults: 5, itemsPerPage: 0, Resources: [] })
  expect(await page('cursor&count=0')).toMatchObject({ totalResults: 5, Resources: [] })
})

const rename = { op: 'replace', path: 'displayName', value: 'New' }

test.each<[ReceiverOptions['groupPatch'], number, number]>([
  [undefined, 5, 200],
  [undefined, 1_000, 200],
  [undefined, 1_001, 204],
  ['noContent', 5, 204],
  ['resource', 5, 200],
  ['bySize', 5, 200],
  ['bySize', 1_000, 200],
  ['bySize', 1_001, 204],
])('with groupPatch %s a PATCH of a group with %i members answers %i', async (groupPatch, size, status) => {
  const client = openClient(plain, { groupPatch })
  const ids = await client.receiver.scim({
    ...{ method: 'POST', target: '/scim/v2/Bulk', baseUrl: 'http://x' },
    rawHeaders: ['authorization', 'Bearer secret', 'content-type', 'application/scim+json'],
    body: Buffer.from(JSON.stringify(bulkOf(Math.min(size, 1_000)))),
  })
  const made = JSON.parse(ids.body).Operations.map(({ location }: { location: string }) => location.split('/').at(-1))
  const more = size > 1_000 ? await createUsers(client, 'one-more') : []
  const { body } = await client.create('/Groups', group('Old', [...made, ...more]))
  const answer = await client.patch(`/Groups/${body.id}`, rename)
  expect([answer.status, answer.headers.etag]).toEqual([status, 'W/"2"'])
  expect(answer.headers.location).toMatch(new RegExp(`/scim/v2/Groups/${body.id}$`))
  expect(answer.body?.members?.length).toBe(status === 200 ? size : undefined)
  const asked = await client.send('PATCH', `/Groups/${body.id}?attributes=displayName`, patchOf(rename))
  expect(asked).toMatchObject({ status: 200, body: { displayName: 'New' } })
})

function bulkOf(count: number): object {
  const data = (n: number) => ({ schemas: [urns.user], userName: `u${n}` })
  const post = (n: number) => ({ method: 'POST', path: '/Users', bulkId: `${n}`, data: data(n) })
  return { schemas: [urns.bulkRequest], Operations: Array.from({ length: count }, (_, n) => post(n)) }
}

function patchOf(operation: object): object {
  return { schemas: [urns.patchOp], Operations: [operation] }
}

test.each<[string, object, number]>([
  ['a type, as Entra ID needs it', { path: 'emails[type eq "home"].value', value: 'h@x.y' }, 200],
  ['a type in capitals', { path: 'emails[Type eq "other"].value', value: 'h@x.y' }, 200],
  ['the primary one', { path: 'emails[primary eq true].value', value: 'h@x.y' }, 200],
  ['a canonical type of phone numbers', { path: 'phoneNumbers[type eq "Pager"].value', value: '1' }, 200],
  ['a type that is not canonical', { path: 'emails[type eq "private"].value', value: 'h@x.y' }, 400],
  ['another one', { path: 'phoneNumbers[type eq "satellite"].value', value: '1' }, 400],
  ['any type of what has no canonical ones', { path: 'roles[type eq "team"].value', value: 'x' }, 200],
  ['a value', { path: 'emails[value eq "x@x.y"].display', value: 'X' }, 400],
  ['two conditions', { path: 'emails[type eq "home" and primary eq true].value', value: 'h@x.y' }, 400],
  ['another operator', { path: 'emails[type sw "home"].value', value: 'h@x.y' }, 400],
  ['a display name', { path: 'emails[display eq "x"].value', value: 'h@x.y' }, 400],
  ['a street', { path: 'addresses[locality eq "Oslo"].country', value: 'NO' }, 400],
])('a replace that matches nothing, by %s', async (_name, operation, status) => {
  const { client, ids } = await openPeople()
  const answer = await client.patch(`/Users/${ids[0]}`, { op: 'replace', ...operation })
  expect(answer.status).toBe(status)
  if (status === 400) expect(answer.body.scimType).toBe('noTarget')
})

test('a member is what its $ref says, whatever the client called it', async () => {
  const { client, ids } = await openPeople()
  const members = [{ value: ids[0], type: 'Group' }, { value: ids[1] }]
  const { body } = await client.create('/Groups', { ...group('Team'), members })
  expect(body.members).toHaveLength(2)
  for (const { $ref, type } of body.members) expect([type, $ref]).toEqual(['User', expect.stringContaining('/Users/')])
})

test.each<[string, object]>([
  ['emails', { emails: [null] }],
  ['emails beside one', { emails: [{ value: 'a@b.c' }, null] }],
  ['roles', { roles: [null] }],
])('null among %s is refused', async (_name, more) => {
  const client = openClient(plain)
  const answer = await client.create('/Users', { schemas: [urns.user], userName: 'n', ...more })
  expect(answer).toMatchObject({
    status: 400,
    body: { scimType: 'invalidValue', detail: expect.stringContaining('null') },
  })
  expect((await client.create('/Users', { schemas: [urns.user], userName: 'n', emails: null })).status).toBe(201)
})
