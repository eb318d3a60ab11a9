import { urns } from '@scimulator/shared/scim'
import { expect, test } from 'vitest'
import { type Client, createUsers, onEveryHost, TOKEN, user } from './service-provider.ts'

interface Case {
  readonly name: string
  readonly method?: string
  readonly path: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly status: number
  readonly scimType?: string
}

const patch = (...operations: readonly unknown[]) => ({ schemas: [urns.patchOp], Operations: operations })
const text = { 'content-type': 'text/plain' }

const errors: readonly Case[] = [
  { name: 'no token', path: '/Users', headers: { authorization: '' }, status: 401 },
  { name: 'another token', path: '/Users', headers: { authorization: 'Bearer other' }, status: 401 },
  { name: 'another scheme', path: '/Users', headers: { authorization: `Basic ${TOKEN}` }, status: 401 },
  { name: 'a scheme alone', path: '/Users', headers: { authorization: 'Bearer' }, status: 401 },
  { name: 'no token for a path that is not there', path: '/x', headers: { authorization: '' }, status: 401 },
  { name: 'an unknown endpoint', path: '/Devices', status: 404 },
  { name: 'a path below a resource', path: '/Users/1/emails', status: 404 },
  { name: 'a path below /Me', path: '/Me/1', status: 404 },
  { name: 'an endpoint in another case', path: '/users', status: 404 },
  { name: 'an unknown user', path: '/Users/0', status: 404 },
  { name: 'an unknown group', path: '/Groups/0', status: 404 },
  { name: 'an unknown schema', path: '/Schemas/urn:x', status: 404 },
  { name: 'an unknown resource type', path: '/ResourceTypes/Device', status: 404 },
  { name: 'an id named like a property of objects', path: '/Users/__proto__', status: 404 },
  { name: 'a query named like one', path: '/Users/constructor?__proto__=1', status: 404 },
  { name: '/Me', path: '/Me', status: 501 },
  { name: 'PATCH on /Me', method: 'PATCH', path: '/Me', body: patch(), status: 501 },
  { name: 'DELETE on a collection', method: 'DELETE', path: '/Users', status: 405 },
  { name: 'POST on a user', method: 'POST', path: '/Users/1', body: {}, status: 405 },
  { name: 'PUT on a discovery endpoint', method: 'PUT', path: '/ServiceProviderConfig', body: {}, status: 405 },
  { name: 'GET on a search', path: '/Users/.search', status: 405 },
  { name: 'GET on Bulk', path: '/Bulk', status: 405 },
  { name: 'a filter on a discovery endpoint', path: '/Schemas?filter=id%20pr', status: 403 },
  { name: 'a filter on resource types', path: '/ResourceTypes?filter=id%20pr', status: 403 },
  { name: 'an Accept that leaves nothing', path: '/Users', headers: { accept: 'text/html' }, status: 406 },
  { name: 'a refused media type', path: '/Users', headers: { accept: '*/*;q=0' }, status: 406 },
  { name: 'another media type', method: 'POST', path: '/Users', body: '{}', headers: text, status: 415 },
  {
    name: 'another charset',
    method: 'POST',
    path: '/Users',
    body: '{}',
    headers: { 'content-type': 'application/json; charset=iso-8859-1' },
    status: 415,
  },
  {
    name: 'a compressed body',
    method: 'POST',
    path: '/Users',
    body: '{}',
    headers: { 'content-encoding': 'gzip' },
    status: 415,
  },
  { name: 'an empty body', method: 'POST', path: '/Users', body: '', status: 400, scimType: 'invalidSyntax' },
  { name: 'half an object', method: 'POST', path: '/Users', body: '{"a":', status: 400, scimType: 'invalidSyntax' },
  { name: 'an array for a user', method: 'POST', path: '/Users', body: '[]', status: 400, scimType: 'invalidSyntax' },
  { name: 'no userName', method: 'POST', path: '/Users', body: {}, status: 400, scimType: 'invalidValue' },
  { name: 'no displayName', method: 'POST', path: '/Groups', body: {}, status: 400, scimType: 'invalidValue' },
  {
    name: 'a value of another type',
    method: 'POST',
    path: '/Users',
    body: user('x', { active: 'perhaps' }),
    status: 400,
    scimType: 'invalidValue',
  },
  { name: 'a broken filter', path: '/Users?filter=userName%20eq', status: 400, scimType: 'invalidFilter' },
  { name: 'an empty filter', path: '/Users?filter=', status: 400, scimType: 'invalidFilter' },
  { name: 'a filter on nothing known', path: '/Users?filter=shoe%20eq%201', status: 400, scimType: 'invalidFilter' },
  { name: 'a filter given twice', path: '/Users?filter=id%20pr&filter=id%20pr', status: 400 },
  { name: 'a count that is not a number', path: '/Users?count=ten', status: 400, scimType: 'invalidValue' },
  { name: 'a sortOrder that is none', path: '/Users?sortBy=userName&sortOrder=up', status: 400 },
  { name: 'a sortBy that is unknown', path: '/Users?sortBy=shoe', status: 400, scimType: 'invalidPath' },
  { name: 'a target that is no UTF-8', path: '/Users?filter=%ff', status: 400 },
  { name: 'a path that is no UTF-8', path: '/Users/%c3%28', status: 400 },
]

const patches: readonly (readonly [string, unknown, number, string])[] = [
  ['no Operations', { schemas: [urns.patchOp] }, 400, 'invalidSyntax'],
  ['an unknown op', patch({ op: 'move', path: 'title' }), 400, 'invalidSyntax'],
  ['a broken path', patch({ op: 'add', path: 'emails..value', value: 1 }), 400, 'invalidPath'],
  ['a broken filter in its path', patch({ op: 'add', path: 'emails[type', value: 1 }), 400, 'invalidFilter'],
  ['remove without path', patch({ op: 'remove' }), 400, 'noTarget'],
  ['the id', patch({ op: 'replace', path: 'id', value: 'x' }), 400, 'mutability'],
  ['meta', patch({ op: 'replace', path: 'meta.created', value: 'x' }), 400, 'mutability'],
  ['a wrong type', patch({ op: 'replace', path: 'active', value: 'perhaps' }), 400, 'invalidValue'],
  ['a required attribute', patch({ op: 'remove', path: 'userName' }), 400, 'mutability'],
]

onEveryHost((open) => {
  test.each(errors)(
    '$name is answered by $status',
    async ({ method = 'GET', path, body, headers, status, scimType }) => {
      const client = open()
      await createUsers(client, 'ana')
      const before = stateOf(client)
      const answer = await client.send(method, path, body, headers)
      expectScimError(answer, status, scimType)
      expect(stateOf(client)).toEqual(before)
      if (status === 401) expect(answer.headers['www-authenticate']).toMatch(/^Bearer/)
      if (status === 405) expect(answer.headers.allow).toContain('OPTIONS')
    },
  )

  test.each(patches)('a PATCH with %s is refused and changes nothing', async (_name, body, status, scimType) => {
    const client = open()
    const [id] = await createUsers(client, 'ana')
    const before = stateOf(client)
    expectScimError(await client.send('PATCH', `/Users/${id}`, body), status, scimType)
    expect(stateOf(client)).toEqual(before)
  })

  test('a PATCH whose second operation fails changes nothing', async () => {
    const client = open()
    const [id] = await createUsers(client, 'ana')
    const before = stateOf(client)
    const title = { op: 'add', path: 'title', value: 'Engineer' }
    const answer = await client.patch(`/Users/${id}`, title, { op: 'replace', path: 'id', value: 'x' })
    expectScimError(answer, 400, 'mutability')
    expect(stateOf(client)).toEqual(before)
  })

  test.each([
    ['application/scim+json', 201],
    ['application/scim+json; charset=utf-8', 201],
    ['application/json', 201],
    ['Application/JSON;charset="UTF-8"', 201],
  ])('a body sent as "%s" is read', async (contentType, status) => {
    const answer = await open().send('POST', '/Users', user('ana'), { 'content-type': contentType })
    expect(answer.status).toBe(status)
  })

  test.each([
    ['application/scim+json', 'application/scim+json'],
    ['application/json', 'application/json'],
    ['application/json, application/scim+json', 'application/scim+json'],
    ['text/html, */*;q=0.1', 'application/scim+json'],
    ['application/*', 'application/scim+json'],
    ['application/scim+json;q=0, application/json', 'application/json'],
  ])('Accept %s is answered by %s', async (accept, contentType) => {
    const answer = await open().get('/Users', { accept })
    expect([answer.status, answer.headers['content-type']]).toEqual([200, contentType])
  })

  test.each([
    ['/Users', 'GET, POST, HEAD, OPTIONS'],
    ['/Users/1', 'GET, PUT, PATCH, DELETE, HEAD, OPTIONS'],
    ['/Bulk', 'POST, OPTIONS'],
    ['/Schemas', 'GET, HEAD, OPTIONS'],
  ])('OPTIONS %s allows %s', async (path, allow) => {
    const answer = await open().send('OPTIONS', path)
    expect([answer.status, answer.headers.allow]).toEqual([204, allow])
  })

  test.each(['/Users', '/Users/', '//Users', '/Users//', '/Users?'])('%s is the same list', async (path) => {
    const client = open()
    await createUsers(client, 'ana')
    expect((await client.get(path)).body.totalResults).toBe(1)
  })

  test('HEAD has the headers of GET and no body', async () => {
    const client = open()
    const [id] = await createUsers(client, 'ana')
    const head = await client.send('HEAD', `/Users/${id}`)
    const get = await client.get(`/Users/${id}`)
    expect([head.status, head.text ?? '', head.headers.etag]).toEqual([200, '', get.headers.etag])
    expect(Number(head.headers['content-length'])).toBeGreaterThan(100)
    expect((await client.send('HEAD', '/Users/0')).status).toBe(404)
  })
})

function stateOf({ receiver }: Client): unknown {
  const { rows } = receiver.snapshot() as { rows: unknown }
  return rows
}

function expectScimError(
  answer: { status: number; headers: Record<string, string>; body: unknown },
  status: number,
  scimType?: string,
): void {
  expect(answer.status).toBe(status)
  expect(answer.headers['content-type']).toBe('application/scim+json')
  expect(answer.body).toMatchObject({
    schemas: [urns.error],
    status: String(status),
    detail: expect.stringMatching(/\S/),
    ...(scimType === undefined ? {} : { scimType }),
  })
}
