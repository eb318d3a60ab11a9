import { urns } from '@scimulator/shared/scim'
import { expect, test } from 'vitest'
import { ana, createUsers, group, onEveryHost, user } from './service-provider.ts'

onEveryHost((open) => {
  test('a created user comes back with id, meta, Location and ETag', async () => {
    const client = open()
    const answer = await client.create('/Users', ana)
    const { id, meta } = answer.body
    const location = `${client.basePath}/Users/${id}`
    expect(answer.status).toBe(201)
    expect(answer.headers['content-type']).toBe('application/scim+json')
    expect(answer.headers.etag).toBe('W/"1"')
    expect(answer.headers.location).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:\\d+${location}$`))
    expect(answer.body).toMatchObject({ ...ana, id: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    expect(meta).toEqual({
      resourceType: 'User',
      created: '2026-01-05T08:00:00Z',
      lastModified: '2026-01-05T08:00:00Z',
      version: 'W/"1"',
      location: answer.headers.location,
    })
  })

  test('what a GET shows is what the create answered', async () => {
    const client = open()
    const { body } = await client.create('/Users', ana)
    const { meta: _created, ...written } = body
    const { meta: _read, ...read } = (await client.get(`/Users/${body.id}`)).body
    expect(read).toEqual(written)
  })

  test.each([
    ['JSON booleans', true],
    ['strings as Entra sends them', 'True'],
    ['lower-case strings', 'true'],
  ])('booleans are read from %s on POST and PUT', async (_name, active) => {
    const client = open()
    const created = await client.create('/Users', user('b@example.com', { active }))
    const replaced = await client.send('PUT', `/Users/${created.body.id}`, user('b@example.com', { active }))
    expect([created.body.active, replaced.body.active]).toEqual([true, true])
  })

  test('a password is accepted and neither returned nor kept', async () => {
    const client = open()
    const created = await client.create('/Users', user('p@example.com', { password: 'Tr0ub4dor' }))
    const changed = await client.patch(`/Users/${created.body.id}`, {
      op: 'replace',
      path: 'password',
      value: 'hunter2',
    })
    expect([created.status, changed.status]).toEqual([201, 200])
    expect(JSON.stringify([created.body, changed.body])).not.toMatch(/password|Tr0ub4dor|hunter2/)
    expect(JSON.stringify(client.receiver.snapshot())).not.toMatch(/Tr0ub4dor|hunter2/)
  })

  test('a userName is unique without regard to case, on POST, PUT and PATCH', async () => {
    const client = open()
    const [, bo] = await createUsers(client, 'ana@example.com', 'bo@example.com')
    const answers = [
      await client.create('/Users', user('ANA@example.com')),
      await client.send('PUT', `/Users/${bo}`, user('Ana@example.com')),
      await client.patch(`/Users/${bo}`, { op: 'replace', path: 'userName', value: 'ANA@EXAMPLE.COM' }),
    ]
    for (const { status, body } of answers) {
      expect(status).toBe(409)
      expect(body).toMatchObject({ schemas: [urns.error], status: '409', scimType: 'uniqueness' })
    }
    expect((await client.get(`/Users/${bo}`)).body.userName).toBe('bo@example.com')
  })

  test('a user may change the case of its own userName', async () => {
    const client = open()
    const [id] = await createUsers(client, 'ana@example.com')
    const answer = await client.patch(`/Users/${id}`, { op: 'replace', path: 'userName', value: 'Ana@example.com' })
    expect([answer.status, answer.body.userName]).toEqual([200, 'Ana@example.com'])
  })

  test('a PUT replaces: what it does not name is gone, what it cannot write stays', async () => {
    const client = open()
    const { body } = await client.create('/Users', ana)
    await client.schedule.advanceTo(client.schedule.now() + 60_000)
    const sent = { ...user('ana@example.com', { title: 'Engineer' }), id: 'other', meta: { version: 'x' }, groups: [] }
    const answer = await client.send('PUT', `/Users/${body.id}`, sent)
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ id: body.id, userName: 'ana@example.com', title: 'Engineer' })
    expect(answer.body).not.toHaveProperty('displayName')
    expect(answer.body).not.toHaveProperty('emails')
    expect(answer.body.meta).toMatchObject({
      created: '2026-01-05T08:00:00Z',
      lastModified: '2026-01-05T08:01:00Z',
      version: 'W/"2"',
    })
  })

  test.each([
    ['PUT', (body: object) => ['PUT', body] as const],
    ['PATCH', () => ['PATCH', { Operations: [{ op: 'replace', path: 'title', value: 'Engineer' }] }] as const],
  ])('a %s that changes nothing leaves version and lastModified alone', async (_name, request) => {
    const client = open()
    const { body } = await client.create('/Users', { ...ana, title: 'Engineer' })
    await client.schedule.advanceTo(client.schedule.now() + 60_000)
    const [method, sent] = request(body)
    const answer = await client.send(method, `/Users/${body.id}`, sent)
    expect(answer.status).toBe(200)
    expect(answer.body.meta).toMatchObject({ version: 'W/"1"', lastModified: '2026-01-05T08:00:00Z' })
  })

  test('a deleted user is gone, and its name is free again', async () => {
    const client = open()
    const [id] = await createUsers(client, 'ana@example.com')
    const statuses = [
      (await client.send('DELETE', `/Users/${id}`)).status,
      (await client.get(`/Users/${id}`)).status,
      (await client.send('DELETE', `/Users/${id}`)).status,
      (await client.patch(`/Users/${id}`, { op: 'add', path: 'title', value: 'x' })).status,
      (await client.send('PUT', `/Users/${id}`, user('ana@example.com'))).status,
      (await client.create('/Users', user('ana@example.com'))).status,
    ]
    expect(statuses).toEqual([204, 404, 404, 404, 404, 201])
    expect((await client.get('/Users')).body.totalResults).toBe(1)
  })

  test('a user shows its groups, which it cannot write', async () => {
    const client = open()
    const [id = ''] = await createUsers(client, 'ana@example.com')
    const { body: sales } = await client.create('/Groups', group('Sales', [id]))
    const refused = await client.patch(`/Users/${id}`, { op: 'replace', path: 'groups', value: [] })
    const shown = (await client.get(`/Users/${id}`)).body.groups
    expect([refused.status, refused.body.scimType]).toEqual([400, 'mutability'])
    expect(shown).toEqual([
      { value: sales.id, $ref: expect.stringContaining(`/Groups/${sales.id}`), display: 'Sales', type: 'direct' },
    ])
  })

  test('core attributes under the URN of their schema are read', async () => {
    const client = open()
    const answer = await client.create('/Users', { schemas: [urns.user], [urns.user]: { userName: 'c@example.com' } })
    expect([answer.status, answer.body.userName]).toEqual([201, 'c@example.com'])
  })
})
