// What may be a member of a group is what the group's schema says: the reference types of `members.$ref` (RFC 7643 §7).
import { urns } from '@scimulator/shared/scim'
import { expect, test } from 'vitest'
import { createReceiver } from '../../src/receiver.ts'
import { type Client, hosts, openClient, user } from './service-provider.ts'

const [plain = { name: '', mountPath: '' }] = hosts
const DEVICE = 'urn:x:core:Device'
const deviceType = { name: 'Device', endpoint: '/Devices', schema: DEVICE }
const deviceSchema = { id: DEVICE, attributes: [{ name: 'displayName', type: 'string' }, { name: 'members' }] }
const membersMayBe = (...referenceTypes: readonly string[]) => ({
  id: urns.group,
  attributes: [
    {
      name: 'members',
      type: 'complex',
      multiValued: true,
      subAttributes: [{ name: '$ref', type: 'reference', referenceTypes }],
    },
  ],
})
const open = (...types: readonly string[]) =>
  openClient(plain, { schemas: [deviceType, deviceSchema, ...(types.length > 0 ? [membersMayBe(...types)] : [])] })

async function peopled(client: Client) {
  const id = async (path: string, body: object): Promise<string> => (await client.create(path, body)).body.id
  const [person, team] = [await id('/Users', user('ana')), await id('/Groups', group('Team'))]
  return { person, team, lamp: await id('/Devices', { schemas: [DEVICE], displayName: 'Lamp' }) }
}

const group = (displayName: string, ...members: readonly object[]) => ({ schemas: [urns.group], displayName, members })

test.each<[allowed: readonly string[], person: number, team: number, lamp: number]>([
  [[], 201, 201, 400],
  [['User', 'Group'], 201, 201, 400],
  [['User', 'Group', 'Device'], 201, 201, 201],
  [['Device'], 400, 400, 201],
  [['User'], 201, 400, 400],
])('where members may be %j, a user is answered by %i, a group by %i, a device by %i', async (allowed, ...statuses) => {
  const client = open(...allowed)
  const { person, team, lamp } = await peopled(client)
  const tried = []
  for (const value of [person, team, lamp]) {
    tried.push((await client.create('/Groups', group(`with ${value}`, { value }))).status)
    const added = await client.patch(`/Groups/${team}`, { op: 'add', path: 'members', value: [{ value }] })
    expect(added.status >= 400).toBe(tried.at(-1) === 400)
  }
  expect(tried).toEqual(statuses)
})

test('a device that is a member is shown as what it is, whatever type was said of it', async () => {
  const client = open('User', 'Group', 'Device')
  const { lamp } = await peopled(client)
  const { body } = await client.create('/Groups', group('Things', { value: lamp, type: 'User' }))
  const [member] = (await client.get(`/Groups/${body.id}`)).body.members
  expect(member).toMatchObject({ value: lamp, type: 'Device' })
  const asked = (await client.get(`/Groups/${body.id}?attributes=members.display`)).body.members
  expect(asked).toEqual([{ display: 'Lamp' }])
  expect(member.$ref).toMatch(new RegExp(`/Devices/${lamp}$`))
  const found = async (filter: string) =>
    (await client.get(`/Groups?filter=${encodeURIComponent(filter)}`)).body.totalResults
  expect(await found(`members.value eq "${lamp}"`)).toBe(1)
  expect(await found('members[type eq "Device"]')).toBe(1)
  expect(await found('members[type eq "User"]')).toBe(0)
})

test('its own answer has no groups, which its schema does not have', async () => {
  const client = open('User', 'Group', 'Device')
  const { lamp, person } = await peopled(client)
  await client.create('/Groups', group('Things', { value: lamp }, { value: person }))
  expect((await client.get(`/Devices/${lamp}`)).body).not.toHaveProperty('groups')
  expect((await client.get(`/Devices/${lamp}?attributes=displayName`)).body).not.toHaveProperty('groups')
  expect((await client.get(`/Users/${person}`)).body.groups).toHaveLength(1)
})

test('members and groups of a type’s own are kept, because its schema has them', async () => {
  const client = open()
  const { body } = await client.create('/Devices', { schemas: [DEVICE], members: 'two' })
  expect((await client.get(`/Devices/${body.id}`)).body.members).toBe('two')
  await client.patch(`/Devices/${body.id}`, { op: 'replace', path: 'members', value: 'three' })
  expect((await client.get(`/Devices/${body.id}`)).body.members).toBe('three')
})

test('a device that is deleted leaves its groups, which have a new version', async () => {
  const client = open('User', 'Group', 'Device')
  const { lamp } = await peopled(client)
  const made = await client.create('/Groups', group('Things', { value: lamp }))
  await client.send('DELETE', `/Devices/${lamp}`)
  const after = await client.get(`/Groups/${made.body.id}`)
  expect([after.body.members, after.headers.etag]).toEqual([undefined, 'W/"2"'])
})

test('memberships of devices outlive a restart and are in a bulk request', async () => {
  const client = open('User', 'Group', 'Device')
  const Operations = [
    { method: 'POST', path: '/Groups', bulkId: 'g', data: group('Things', { value: 'bulkId:d' }) },
    { method: 'POST', path: '/Devices', bulkId: 'd', data: { schemas: [DEVICE], displayName: 'Lamp' } },
  ]
  const { body } = await client.send('POST', '/Bulk', { schemas: [urns.bulkRequest], Operations })
  expect(body.Operations.map(({ status }: { status: string }) => status)).toEqual(['201', '201'])
  client.receiver.restore(JSON.parse(JSON.stringify(client.receiver.snapshot())))
  expect((await client.get('/Groups')).body.Resources[0].members).toMatchObject([{ type: 'Device' }])
})

test('/Schemas says what members may be', async () => {
  const { attributes } = (await open('User', 'Device').get(`/Schemas/${urns.group}`)).body
  const members = attributes.find(({ name }: { name: string }) => name === 'members')
  expect(members.subAttributes.find(({ name }: { name: string }) => name === '$ref').referenceTypes).toEqual([
    'User',
    'Device',
  ])
  expect(members.subAttributes.map(({ name }: { name: string }) => name)).toEqual(['value', '$ref', 'type', 'display'])
})

test.each<[string, object, string]>([
  ['a type that nobody declares', membersMayBe('User', 'Robot'), 'members may be Robot, which is no resource type'],
  ['nothing', membersMayBe(), 'has an attribute members already'],
  [
    'more parts',
    {
      id: urns.group,
      attributes: [{ name: 'members', type: 'complex', multiValued: true, subAttributes: [{ name: 'since' }] }],
    },
    'has an attribute members already',
  ],
  ['a text', { id: urns.group, attributes: [{ name: 'members' }] }, 'has an attribute members already'],
  [
    'another attribute again',
    { id: urns.group, attributes: [{ name: 'displayName' }] },
    'has an attribute displayName already',
  ],
])('members that are %s are refused', (_what, schema, message) => {
  expect(() => createReceiver({ profile: 'rfc', schemas: [deviceType, deviceSchema, schema] })).toThrow(message)
})
