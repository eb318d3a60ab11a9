import { urns } from '@scimulator/shared/scim'
import { expect, test } from 'vitest'
import { type Client, createUsers, group, onEveryHost, user } from './service-provider.ts'

onEveryHost((open) => {
  test('operations of every method are carried out, in order', async () => {
    const client = open()
    const [ana = '', bo = '', cy = ''] = await createUsers(client, 'ana', 'bo', 'cy')
    const { status, body } = await bulk(client, [
      { method: 'POST', path: '/Users', bulkId: 'q', data: user('di') },
      { method: 'PUT', path: `/Users/${ana}`, data: user('ana', { title: 'x' }) },
      { method: 'PATCH', path: `/Users/${bo}`, data: { Operations: [{ op: 'add', path: 'title', value: 'y' }] } },
      { method: 'DELETE', path: `/Users/${cy}` },
    ])
    expect([status, body.schemas]).toEqual([200, [urns.bulkResponse]])
    expect(body.Operations).toMatchObject([
      { method: 'POST', bulkId: 'q', status: '201', version: 'W/"1"', location: expect.stringMatching(/\/Users\/.+/) },
      { method: 'PUT', status: '200', version: 'W/"2"', location: expect.stringContaining(`/Users/${ana}`) },
      { method: 'PATCH', status: '200', version: 'W/"2"' },
      { method: 'DELETE', status: '204', location: expect.stringContaining(`/Users/${cy}`) },
    ])
    expect((await client.get('/Users?sortBy=userName&attributes=userName')).body.Resources).toMatchObject([
      { userName: 'ana' },
      { userName: 'bo' },
      { userName: 'di' },
    ])
  })

  test('an operation that fails says where its resource is, unless it was to be made', async () => {
    const client = open()
    const { body } = await bulk(client, [
      { method: 'POST', path: '/Users', bulkId: 'q', data: {} },
      { method: 'PUT', path: '/Users/nobody', data: user('ana') },
      { method: 'PATCH', path: '/Users/bulkId:q', data: { Operations: [] } },
      { method: 'DELETE', path: '/Robots/1' },
    ])
    const places = body.Operations.map(({ location }: { location?: string }) => location)
    expect(places).toEqual([undefined, expect.stringMatching(/\/Users\/nobody$/), undefined, undefined])
  })

  test('a bulkId stands for the id that is made, wherever its operation is', async () => {
    const client = open()
    const { body } = await bulk(client, [
      { method: 'POST', path: '/Groups', bulkId: 'g', data: group('Sales', ['bulkId:u']) },
      {
        method: 'PATCH',
        path: '/Users/bulkId:u',
        data: { Operations: [{ op: 'add', path: 'title', value: 'Engineer' }] },
      },
      { method: 'POST', path: '/Users', bulkId: 'u', data: user('ana') },
    ])
    expect(statuses(body)).toEqual(['201', '200', '201'])
    const { Resources } = (await client.get('/Users')).body
    expect(Resources).toMatchObject([{ userName: 'ana', title: 'Engineer', groups: [{ display: 'Sales' }] }])
  })

  test('resources that refer to each other in a circle are made and completed', async () => {
    const client = open()
    const manager = (bulkId: string) => ({ [urns.enterpriseUser]: { manager: { value: `bulkId:${bulkId}` } } })
    const { body } = await bulk(client, [
      { method: 'POST', path: '/Users', bulkId: 'a', data: user('ana', manager('b')) },
      { method: 'POST', path: '/Users', bulkId: 'b', data: user('bo', manager('a')) },
      { method: 'POST', path: '/Groups', bulkId: 'x', data: group('Outer', ['bulkId:y']) },
      { method: 'POST', path: '/Groups', bulkId: 'y', data: group('Inner', ['bulkId:x']) },
    ])
    expect(statuses(body)).toEqual(['201', '201', '201', '201'])
    const [ana, bo] = (await client.get('/Users?sortBy=userName')).body.Resources
    expect(ana[urns.enterpriseUser].manager.value).toBe(bo.id)
    expect(bo[urns.enterpriseUser].manager.value).toBe(ana.id)
    const [inner, outer] = (await client.get('/Groups?sortBy=displayName')).body.Resources
    expect([inner.members[0].value, outer.members[0].value]).toEqual([outer.id, inner.id])
  })

  //  failOnErrors | answered operations
  test.each([
    [0, 4],
    [1, 2],
    [2, 3],
    [3, 4],
  ])('failOnErrors %i answers %i of four operations', async (failOnErrors, answered) => {
    const client = open()
    const operations = [
      { method: 'POST', path: '/Users', bulkId: '1', data: user('ana') },
      { method: 'DELETE', path: '/Users/nobody' },
      { method: 'POST', path: '/Users', bulkId: '2', data: user('ANA') },
      { method: 'POST', path: '/Users', bulkId: '3', data: user('bo') },
    ]
    const { body } = await bulk(client, operations, failOnErrors)
    expect(statuses(body)).toEqual(['201', '404', '409', '201'].slice(0, answered))
    expect(body.Operations[1].response).toMatchObject({ schemas: [urns.error], status: '404' })
    expect((await client.get('/Users')).body.totalResults).toBe(answered === 4 ? 2 : 1)
  })

  //  operation | status | scimType
  test.each([
    ['an unknown bulkId', { method: 'DELETE', path: '/Users/bulkId:none' }, '400', 'invalidValue'],
    ['a path that is no resource', { method: 'POST', path: '/Schemas', bulkId: 'q', data: {} }, '400', 'invalidPath'],
    ['a nested Bulk', { method: 'POST', path: '/Bulk', bulkId: 'q', data: {} }, '400', 'invalidPath'],
    ['a PUT without id', { method: 'PUT', path: '/Users', data: {} }, '400', 'invalidPath'],
    ['a POST with id', { method: 'POST', path: '/Users/1', bulkId: 'q', data: {} }, '400', 'invalidPath'],
    ['no data', { method: 'POST', path: '/Users', bulkId: 'q' }, '400', 'invalidSyntax'],
    ['data of a wrong type', { method: 'POST', path: '/Users', bulkId: 'q', data: [] }, '400', 'invalidSyntax'],
  ])('an operation with %s fails alone', async (_name, operation, status, scimType) => {
    const client = open()
    const { body } = await bulk(client, [operation, { method: 'POST', path: '/Users', bulkId: 'z', data: user('ana') }])
    expect(statuses(body)).toEqual([status, '201'])
    expect(body.Operations[0].response).toMatchObject({ scimType })
  })

  test('an operation that refers to a failed one fails with 409', async () => {
    const client = open()
    await createUsers(client, 'ana')
    const { body } = await bulk(client, [
      { method: 'POST', path: '/Users', bulkId: 'u', data: user('ana') },
      { method: 'POST', path: '/Groups', bulkId: 'g', data: group('Sales', ['bulkId:u']) },
    ])
    expect(statuses(body)).toEqual(['409', '409'])
    expect((await client.get('/Groups')).body.totalResults).toBe(0)
  })

  test('a POST without bulkId is carried out, and refused whole by a strict provider', async () => {
    const operations = [
      { method: 'POST', path: '/Users', data: user('ana') },
      { method: 'POST', path: '/Users', data: user('ana') },
      { method: 'POST', path: '/Users', data: user('bo') },
    ]
    const client = open()
    const { body } = await bulk(client, operations)
    expect(statuses(body)).toEqual(['201', '409', '201'])
    expect(body.Operations[0]).not.toHaveProperty('bulkId')
    expect(body.Operations[2].location).toMatch(/\/Users\/.+/)
    const strict = open({ strict: ['missingBulkId'] })
    expect((await bulk(strict, operations)).status).toBe(400)
    expect((await strict.get('/Users')).body.totalResults).toBe(0)
  })

  test('an operation with another version fails with 412', async () => {
    const client = open()
    const [id] = await createUsers(client, 'ana')
    const { body } = await bulk(client, [{ method: 'DELETE', path: `/Users/${id}`, version: 'W/"7"' }])
    expect(statuses(body)).toEqual(['412'])
  })

  //  body | status
  test.each([
    ['no Operations', { schemas: [urns.bulkRequest] }, 400],
    ['an unknown method', { Operations: [{ method: 'GET', path: '/Users' }] }, 400],
    [
      'a bulkId given twice',
      { Operations: [1, 2].map((n) => ({ method: 'POST', path: '/Users', bulkId: 'q', data: user(`u${n}`) })) },
      400,
    ],
    ['failOnErrors that is not a number', { failOnErrors: 'x', Operations: [] }, 400],
    ['too many operations', { Operations: [1, 2, 3].map((n) => ({ method: 'DELETE', path: `/Users/${n}` })) }, 413],
    ['too many bytes', { Operations: [{ method: 'DELETE', path: `/Users/${'x'.repeat(2_000)}` }] }, 413],
  ])('a request with %s is refused whole', async (_name, body, status) => {
    const client = open({ limits: { bulkMaxOperations: 2, bulkMaxPayloadSize: 1_000 } })
    const answer = await client.create('/Bulk', body)
    expect([answer.status, answer.body.schemas]).toEqual([status, [urns.error]])
    expect((await client.get('/Users')).body.totalResults).toBe(0)
  })
})

function bulk(client: Client, operations: readonly object[], failOnErrors?: number) {
  const limit = failOnErrors === undefined ? {} : { failOnErrors }
  return client.create('/Bulk', { schemas: [urns.bulkRequest], ...limit, Operations: operations })
}

function statuses(body: { Operations: readonly { status: string }[] }): readonly string[] {
  return body.Operations.map(({ status }) => status)
}
