// What every call has in common over HTTP: headers, media types, counts, and options as clients write them.
import request from 'supertest'
import { beforeEach, describe, expect, test } from 'vitest'
import { openSurface, type Surface } from './surface.ts'

let surface: Surface

beforeEach(async () => {
  surface = await openSurface()
})

describe('headers', () => {
  test('an answer names its request, the version of OData and its type', async () => {
    const answer = await surface.call('get', '/v1.0/users').set('client-request-id', 'abc-def')
    expect(answer.headers).toMatchObject({
      'client-request-id': 'abc-def',
      'request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      'odata-version': '4.0',
      'content-type': expect.stringMatching(/^application\/json;odata\.metadata=minimal/),
    })
  })

  test('what was created says where it is, and is there', async () => {
    const body = {
      accountEnabled: true,
      displayName: 'Ana',
      mailNickname: 'ana',
      userPrincipalName: 'ana@contoso.example',
      passwordProfile: { password: 'xWwvJ]6NMw+bWH-d' },
    }
    const made = await surface.graph('post', '/users', body)
    expect(made.status).toBe(201)
    const { pathname } = new URL(String(made.headers.location))
    expect((await surface.call('get', pathname)).body).toMatchObject({ id: made.body.id })
  })

  test('an answer without a body has no type', async () => {
    const id = await surface.user('ana')
    const answer = await surface.graph('patch', `/users/${id}`, { jobTitle: 'Lead' })
    expect([answer.status, answer.text, answer.headers['content-type']]).toEqual([204, '', undefined])
  })
})

describe('a body', () => {
  test.each(['application/xml', 'text/plain', 'application/x-www-form-urlencoded'])(
    'of type %s is refused',
    async (type) => {
      const answer = await surface.call('post', '/v1.0/users').set('content-type', type).send('{"displayName":"Ana"}')
      expect([answer.status, answer.body.error.code]).toEqual([415, 'UnsupportedMediaType'])
    },
  )

  test.each([
    'application/json',
    'application/json; charset=utf-8',
    'application/json;odata.metadata=minimal',
    'Application/JSON',
  ])('of type %s is read', async (type) => {
    const id = await surface.user('ana')
    const answer = await surface
      .call('patch', `/v1.0/users/${id}`)
      .set('content-type', type)
      .send('{"jobTitle":"Lead"}')
    expect(answer.status).toBe(204)
  })

  test('that is empty needs no type', async () => {
    const { jobPath } = await surface.app()
    expect((await surface.call('post', `/v1.0${jobPath}/start`)).status).toBe(204)
  })

  test('that is too long is refused, whether its length is told or not', async () => {
    const { port } = surface.server.listen(0).address() as { port: number }
    const answer = await fetch(`http://127.0.0.1:${port}/v1.0/users`, {
      method: 'POST',
      headers: { authorization: `Bearer ${surface.token}`, 'content-type': 'application/json' },
      body: new ReadableStream({
        start(stream) {
          for (let part = 0; part < 5; part += 1) stream.enqueue(new TextEncoder().encode(' '.repeat(1024 * 1024)))
          stream.close()
        },
      }),
      duplex: 'half',
    } as RequestInit)
    surface.server.close()
    expect([answer.status, await answer.json()]).toMatchObject([413, { error: { code: 'RequestEntityTooLarge' } }])
  })
})

test('a count is plain text', async () => {
  await surface.user('ana')
  const answer = await surface.graph('get', '/users/$count').set('ConsistencyLevel', 'eventual')
  expect([answer.text, answer.headers['content-type']]).toEqual(['1', 'text/plain;charset=utf-8'])
})

test('options are read in any case, and later pages keep them', async () => {
  for (const name of ['ana', 'bo', 'chen']) await surface.user(name)
  const first = await surface.graph('get', '/users?$orderBy=displayName desc&$Top=2&select=displayName')
  expect(first.body.value).toEqual([{ displayName: 'chen' }, { displayName: 'bo' }])
  const { pathname, search } = new URL(first.body['@odata.nextLink'])
  const second = await surface.call('get', `${pathname}${search}`)
  expect(second.body).toMatchObject({ value: [{ displayName: 'ana' }] })
  expect(second.body).not.toHaveProperty('@odata.nextLink')
})

describe('the bin', () => {
  test('is listed by type, sorted and counted', async () => {
    for (const name of ['ana', 'bo']) await surface.graph('delete', `/users/${await surface.user(name)}`)
    const query = '$count=true&$orderBy=displayName desc&$select=id,DisplayName,deletedDateTime'
    const users = await surface.graph('get', `/directory/deletedItems/microsoft.graph.user?${query}`)
    expect(users.body).toMatchObject({ '@odata.count': 2, value: [{ displayName: 'bo' }, { displayName: 'ana' }] })
    expect((await surface.graph('get', '/directory/deletedItems/microsoft.graph.user/$count')).text).toBe('2')
    expect((await surface.graph('get', '/directory/deletedItems/microsoft.graph.group/$count')).text).toBe('0')
  })

  test.each(['application', 'servicePrincipal', 'administrativeUnit'])('has no %s unasked', async (type) => {
    await surface.app()
    const answer = await surface.graph('get', `/directory/deletedItems/microsoft.graph.${type}`)
    expect([answer.status, answer.body.value]).toEqual([200, []])
  })

  test('is not listed without a type', async () => {
    expect((await surface.graph('get', '/directory/deletedItems')).status).toBe(400)
  })
})

describe('a delta query', () => {
  test('can be asked about certain objects, now and later', async () => {
    const [ana, bo] = [await surface.user('ana'), await surface.user('bo')]
    const first = await surface.graph('get', `/users/delta?$filter=id eq '${ana}'&$select=displayName`)
    expect(first.body.value).toEqual([{ id: ana, displayName: 'ana' }])
    for (const id of [ana, bo]) await surface.graph('delete', `/users/${id}`)
    const { pathname, search } = new URL(first.body['@odata.deltaLink'])
    const second = await surface.call('get', `${pathname}${search}`)
    expect(second.body.value).toEqual([{ id: ana, '@removed': { reason: 'changed' } }])
  })

  test('is refused another filter', async () => {
    const answer = await surface.graph('get', "/users/delta?$filter=displayName eq 'ana'")
    expect([answer.status, answer.body.error.code]).toEqual([400, 'Request_BadRequest'])
  })
})

test('without a token nothing is read, the media type neither', async () => {
  const answer = await request(surface.server).post('/v1.0/users').set('content-type', 'text/plain').send('x')
  expect([answer.status, answer.body.error.code]).toEqual([401, 'InvalidAuthenticationToken'])
})
