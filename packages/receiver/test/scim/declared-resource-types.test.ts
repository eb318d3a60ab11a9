// Resource types of somebody's own, declared beside their schemas (RFC 7643 §6): advertised, written, found and kept like users and groups.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { urns } from '@scimulator/shared/scim'
import { describe, expect, test } from 'vitest'
import { createReceiver } from '../../src/receiver.ts'
import { hosts, openClient } from './service-provider.ts'

const [plain = { name: '', mountPath: '' }] = hosts
const example = (name: string): object[] =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../../examples/schemas', `${name}.json`), 'utf8'))
const DEVICE = 'urn:ietf:params:scim:schemas:core:2.0:Device'
const BLE = 'urn:ietf:params:scim:schemas:extension:ble:2.0:Device'
const open = () => openClient(plain, { schemas: [...example('devices'), ...example('entitlements')] })
const lamp = {
  schemas: [DEVICE, BLE],
  displayName: 'Lamp',
  active: true,
  [BLE]: { deviceMacAddress: '2C:54:91:88:C9:E2' },
}

test('they are advertised with their schemas', async () => {
  const client = open()
  const types = (await client.get('/ResourceTypes')).body.Resources
  expect(types.map(({ endpoint }: { endpoint: string }) => endpoint)).toEqual([
    '/Users',
    '/Groups',
    '/Devices',
    '/Entitlements',
  ])
  expect((await client.get('/ResourceTypes/Device')).body).toMatchObject({
    schema: DEVICE,
    schemaExtensions: [{ schema: BLE, required: false }],
  })
  expect((await client.get(`/Schemas/${DEVICE}`)).body.attributes).toHaveLength(3)
  const [users] = types
  expect(users.schemaExtensions).toEqual([{ schema: urns.enterpriseUser, required: false }])
})

test('they are created, read, changed, searched and deleted', async () => {
  const client = open()
  const made = await client.create('/Devices', lamp)
  expect([made.status, made.body.meta.resourceType]).toEqual([201, 'Device'])
  const path = `/Devices/${made.body.id}`
  expect(made.body.meta.location).toMatch(new RegExp(`${path}$`))
  expect((await client.get(path)).body).toMatchObject(lamp)
  const patched = await client.patch(path, { op: 'replace', path: 'active', value: false })
  expect([patched.status, patched.body.active]).toEqual([200, false])
  const found = async (filter: string) =>
    (await client.get(`/Devices?filter=${encodeURIComponent(filter)}`)).body.totalResults
  expect(await found(`${BLE}:deviceMacAddress eq "2c:54:91:88:c9:e2"`)).toBe(1)
  expect(await found('active eq true')).toBe(0)
  expect((await client.get('/')).body.totalResults).toBe(1)
  expect((await client.get('/Users')).body.totalResults).toBe(0)
  const replaced = await client.send('PUT', path, { ...lamp, displayName: 'Desk lamp' })
  expect([replaced.status, replaced.body.displayName]).toEqual([200, 'Desk lamp'])
  expect((await client.send('DELETE', path)).status).toBe(204)
  expect((await client.get(path)).status).toBe(404)
})

test.each<[string, object, string]>([
  ['without what the schema requires', { ...lamp, active: undefined }, 'active'],
  ['with a value of another type', { ...lamp, active: 7 }, 'active'],
])('a device %s is refused', async (_what, body, says) => {
  const { status, body: answer } = await open().create('/Devices', body)
  expect([status, answer.detail]).toEqual([400, expect.stringContaining(says)])
})

test('a user, a group and a device of one name do not disturb one another, and two devices may share one', async () => {
  const client = open()
  const user = { schemas: [urns.user], userName: 'Lamp', displayName: 'Lamp' }
  const group = { schemas: [urns.group], displayName: 'Lamp' }
  for (const [path, body] of [
    ['/Users', user],
    ['/Groups', group],
    ['/Devices', lamp],
    ['/Devices', { ...lamp, [BLE]: { deviceMacAddress: '2C:54:91:88:C9:E3' } }],
  ] as const)
    expect((await client.create(path, body)).status).toBe(201)
  expect((await client.get('/')).body.totalResults).toBe(4)
})

test('they are in a bulk request, and outlive a restart', async () => {
  const schemas = example('entitlements')
  const client = openClient(plain, { schemas })
  const data = { schemas: ['urn:okta:scim:schemas:core:1.0:Entitlement'], type: 'role', displayName: 'Admin' }
  const Operations = [
    { method: 'POST', path: '/Entitlements', bulkId: 'e', data },
    { method: 'POST', path: '/Devices', bulkId: 'd', data },
  ]
  const { body } = await client.create('/Bulk', { schemas: [urns.bulkRequest], Operations })
  expect(body.Operations.map(({ status }: { status: string }) => status)).toEqual(['201', '400'])
  expect(body.Operations[1].response.detail).toContain('/Users or /Groups or /Entitlements')
  client.receiver.restore(JSON.parse(JSON.stringify(client.receiver.snapshot())))
  expect((await client.get('/Entitlements')).body.Resources).toMatchObject([{ displayName: 'Admin' }])
})

describe('a resource type is refused', () => {
  const [type = {}, ...schemas] = example('devices')
  test.each<[string, object, string]>([
    ['without a name', { ...type, name: undefined }, 'has the name null'],
    ['of a user', { ...type, name: 'User', endpoint: '/Users' }, 'has the endpoint "/Users"'],
    ['with another endpoint', { ...type, endpoint: '/things' }, 'it is /Devices here'],
    ['with a schema that nobody declares', { ...type, schema: 'urn:x:y' }, 'names the schema "urn:x:y"'],
    ['with such an extension', { ...type, schemaExtensions: [{ schema: 'urn:x:y' }] }, 'names the schema "urn:x:y"'],
  ])('%s', (_what, wrong, says) => {
    expect(() => createReceiver({ profile: 'rfc', schemas: [wrong, ...schemas] })).toThrow(says)
  })

  test('that is there twice', () => {
    expect(() => createReceiver({ profile: 'rfc', schemas: [type, type, ...schemas] })).toThrow('Device is there twice')
  })
})
