import { urns } from '@scimulator/shared/scim'
import { expect, test } from 'vitest'
import { type Client, createUsers, group, onEveryHost } from './service-provider.ts'

onEveryHost((open) => {
  test('a group is created with members, and shows them with $ref and type', async () => {
    const client = open()
    const [ana = '', bo = ''] = await createUsers(client, 'ana', 'bo')
    const { status, body } = await client.create('/Groups', group('Sales', [ana, bo, ana]))
    expect(status).toBe(201)
    expect(body.members).toEqual([
      { value: ana, $ref: expect.stringContaining(`${client.basePath}/Users/${ana}`), type: 'User' },
      { value: bo, $ref: expect.stringContaining(`/Users/${bo}`), type: 'User' },
    ])
  })

  test('the display of members is made on read and shown when asked for', async () => {
    const client = open()
    const [ana = ''] = await createUsers(client, 'ana')
    const { body } = await client.create('/Groups', group('Sales', [ana]))
    await client.patch(`/Users/${ana}`, { op: 'add', path: 'displayName', value: 'Ana Example' })
    const shown = await client.get(`/Groups/${body.id}?attributes=members.display,members.value`)
    expect(shown.body.members).toEqual([{ value: ana, display: 'Ana Example' }])
  })

  test('a PATCH answers the group, and only what was asked for', async () => {
    const client = open()
    const [ana = ''] = await createUsers(client, 'ana')
    const { body } = await client.create('/Groups', group('Sales'))
    const add = { op: 'add', path: 'members', value: [{ value: ana }] }
    const whole = await client.patch(`/Groups/${body.id}`, add)
    const asked = await client.patch(`/Groups/${body.id}?attributes=displayName`, add)
    expect([whole.status, whole.body.members]).toMatchObject([200, [{ value: ana }]])
    expect([asked.status, asked.body.displayName, asked.body.members]).toEqual([200, 'Sales', undefined])
  })

  const dialects: readonly [string, (id: string) => object][] = [
    ['a value array (Entra legacy, JumpCloud)', (id) => ({ op: 'Remove', path: 'members', value: [{ value: id }] })],
    ['a bare string', (id) => ({ op: 'remove', path: 'members', value: id })],
    ['a value filter (RFC)', (id) => ({ op: 'remove', path: `members[value eq "${id}"]` })],
    ['$ref: null', (id) => ({ op: 'Remove', path: 'members', value: [{ $ref: null, value: id }] })],
  ]
  test.each(dialects)('one member is removed by %s, and the others stay', async (_name, operation) => {
    const client = open()
    const [ana = '', bo = ''] = await createUsers(client, 'ana', 'bo')
    const { body } = await client.create('/Groups', group('Sales', [ana, bo]))
    const answer = await client.patch(`/Groups/${body.id}`, operation(ana))
    expect([answer.status, await membersOf(client, body.id)]).toEqual([200, [bo]])
  })

  test('adding a member twice adds it once, and removing an absent one does nothing', async () => {
    const client = open()
    const [ana = '', bo = ''] = await createUsers(client, 'ana', 'bo')
    const { body } = await client.create('/Groups', group('Sales', [ana]))
    await client.patch(`/Groups/${body.id}`, { op: 'add', path: 'members', value: [{ value: ana }] })
    await client.patch(`/Groups/${body.id}`, { op: 'remove', path: 'members', value: [{ value: bo }] })
    const { meta } = (await client.get(`/Groups/${body.id}`)).body
    expect([await membersOf(client, body.id), meta.version]).toEqual([[ana], 'W/"1"'])
  })

  test('members can be replaced and removed as a whole', async () => {
    const client = open()
    const [ana = '', bo = ''] = await createUsers(client, 'ana', 'bo')
    const { body } = await client.create('/Groups', group('Sales', [ana]))
    await client.patch(`/Groups/${body.id}`, { op: 'replace', path: 'members', value: [{ value: bo }] })
    expect(await membersOf(client, body.id)).toEqual([bo])
    await client.patch(`/Groups/${body.id}`, { op: 'remove', path: 'members' })
    expect(await membersOf(client, body.id)).toEqual([])
  })

  test('a PUT sets exactly the members that it names', async () => {
    const client = open()
    const [ana = '', bo = '', cy = ''] = await createUsers(client, 'ana', 'bo', 'cy')
    const { body } = await client.create('/Groups', group('Sales', [ana, bo]))
    const answer = await client.send('PUT', `/Groups/${body.id}`, group('Sales', [bo, cy]))
    expect(answer.body.members.map(({ value }: { value: string }) => value)).toEqual([bo, cy])
    await client.send('PUT', `/Groups/${body.id}`, { schemas: [urns.group], displayName: 'Sales' })
    expect(await membersOf(client, body.id)).toEqual([])
  })

  test('a member that does not exist is refused, and nothing is changed', async () => {
    const client = open()
    const [ana = ''] = await createUsers(client, 'ana')
    const { body } = await client.create('/Groups', group('Sales', [ana]))
    const answer = await client.patch(
      `/Groups/${body.id}`,
      { op: 'replace', path: 'displayName', value: 'Marketing' },
      { op: 'add', path: 'members', value: [{ value: 'nobody' }] },
    )
    expect([answer.status, answer.body.scimType]).toEqual([400, 'invalidValue'])
    expect((await client.get(`/Groups/${body.id}`)).body.displayName).toBe('Sales')
  })

  test('a displayName is unique without regard to case', async () => {
    const client = open()
    await client.create('/Groups', group('Sales'))
    const second = await client.create('/Groups', group('SALES'))
    const { body } = await client.create('/Groups', group('Marketing'))
    const renamed = await client.patch(`/Groups/${body.id}`, { op: 'Replace', path: 'displayName', value: 'sales' })
    expect([second.status, second.body.scimType]).toEqual([409, 'uniqueness'])
    expect([renamed.status, renamed.body.scimType]).toEqual([409, 'uniqueness'])
  })

  test('a deleted user leaves its groups, whose version goes up', async () => {
    const client = open()
    const [ana = '', bo = ''] = await createUsers(client, 'ana', 'bo')
    const { body } = await client.create('/Groups', group('Sales', [ana, bo]))
    await client.send('DELETE', `/Users/${ana}`)
    const read = await client.get(`/Groups/${body.id}`)
    expect([await membersOf(client, body.id), read.headers.etag]).toEqual([[bo], 'W/"2"'])
  })

  test('a group can be a member of a group', async () => {
    const client = open()
    const { body: inner } = await client.create('/Groups', group('Inner'))
    const { body: outer } = await client.create('/Groups', group('Outer', [inner.id]))
    expect(outer.members).toEqual([
      { value: inner.id, $ref: expect.stringContaining(`/Groups/${inner.id}`), type: 'Group' },
    ])
    await client.send('DELETE', `/Groups/${outer.id}`)
    expect((await client.get(`/Groups/${inner.id}`)).status).toBe(200)
  })

  test('concurrent PATCHes on one group lose nobody', async () => {
    const client = open()
    const names = Array.from({ length: 40 }, (_, index) => `user${index}`)
    const ids = await createUsers(client, ...names)
    const { body } = await client.create('/Groups', group('Sales', ids.slice(0, 20)))
    const adds = ids.slice(20).map((id) => ({ op: 'add', path: 'members', value: [{ value: id }] }))
    const removals = ids.slice(0, 10).map((id) => ({ op: 'remove', path: `members[value eq "${id}"]` }))
    const answers = await Promise.all([...adds, ...removals].map((one) => client.patch(`/Groups/${body.id}`, one)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(await membersOf(client, body.id)).toEqual(ids.slice(10))
  })

  test('a change of one among many members sends nothing back where it is so chosen, and journals one membership', async () => {
    const client = open({ groupPatch: 'noContent' })
    const ids = await createUsers(client, ...Array.from({ length: 50 }, (_, index) => `user${index}`))
    const { body } = await client.create('/Groups', group('Everybody', ids.slice(1)))
    const { store } = client.receiver.ledger
    const changes: unknown[] = []
    const commit = store.commit.bind(store)
    store.commit = (step) => {
      changes.push(...step)
      return commit(step)
    }
    const answer = await client.patch(`/Groups/${body.id}`, {
      op: 'add',
      path: 'members',
      value: [{ value: ids[0] }],
    })
    expect([answer.status, answer.text ?? '']).toEqual([204, ''])
    expect(JSON.stringify(changes).length).toBeLessThan(1_000)
    expect(JSON.stringify(changes)).not.toContain(ids[1])
  })
})

async function membersOf(client: Client, id: string): Promise<readonly string[]> {
  const { members = [] } = (await client.get(`/Groups/${id}`)).body
  return members.map(({ value }: { value: string }) => value)
}
