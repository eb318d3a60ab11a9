// Attributes that somebody declares as unique (RFC 7643 §2.2: `uniqueness` server or global) are there once; a second one is a conflict.
import { urns } from '@scimulator/shared/scim'
import { expect, test } from 'vitest'
import { type Client, hosts, openClient } from './service-provider.ts'

const [plain = { name: '', mountPath: '' }] = hosts
const DEVICE = 'urn:x:core:Device'
const NETWORK = 'urn:x:extension:network:Device'
const ACME = 'urn:x:extension:acme:User'
const unique = (name: string, more: object = {}) => ({ name, type: 'string', uniqueness: 'server', ...more })

const schemas = [
  { name: 'Device', endpoint: '/Devices', schema: DEVICE, schemaExtensions: [{ schema: NETWORK }] },
  {
    id: DEVICE,
    attributes: [
      unique('serial'),
      unique('assetTag', { caseExact: true }),
      unique('number', { type: 'integer', uniqueness: 'global' }),
      unique('aliases', { multiValued: true }),
      { name: 'sim', type: 'complex', subAttributes: [unique('iccid'), { name: 'pin', type: 'string' }] },
      { name: 'ports', type: 'complex', multiValued: true, subAttributes: [unique('mac'), { name: 'name' }] },
      { name: 'model', type: 'string' },
    ],
  },
  { id: NETWORK, attributes: [unique('host')] },
  { id: ACME, attributes: [unique('badge')] },
  { id: urns.user, attributes: [unique('staffNumber')] },
]
const open = () => openClient(plain, { schemas })

const device = (more: object) => ({ schemas: [DEVICE], ...more })
const person = (userName: string, more: object) => ({ schemas: [urns.user], userName, ...more })

const TAKEN: readonly [name: string, path: string, first: object, second: object, named: string][] = [
  ['an attribute', '/Devices', device({ serial: '1' }), device({ serial: '1' }), 'serial "1"'],
  ['in another case', '/Devices', device({ serial: 'ab' }), device({ serial: 'AB' }), 'serial "AB"'],
  ['an exact one', '/Devices', device({ assetTag: 'ab' }), device({ assetTag: 'ab' }), 'assetTag "ab"'],
  ['a number', '/Devices', device({ number: 7 }), device({ number: 7 }), 'number "7"'],
  ['one of many', '/Devices', device({ aliases: ['a', 'b'] }), device({ aliases: ['c', 'B'] }), 'aliases "B"'],
  ['a part', '/Devices', device({ sim: { iccid: '89' } }), device({ sim: { iccid: '89' } }), 'sim.iccid "89"'],
  [
    'a part of one of many',
    '/Devices',
    device({ ports: [{ mac: '1' }, { mac: '2' }] }),
    device({ ports: [{ mac: '2' }] }),
    'ports.mac "2"',
  ],
  [
    'of an extension',
    '/Devices',
    device({ [NETWORK]: { host: 'h' } }),
    device({ [NETWORK]: { host: 'H' } }),
    `${NETWORK}:host "H"`,
  ],
  [
    'of an extension of users',
    '/Users',
    person('a', { [ACME]: { badge: '1' } }),
    person('b', { [ACME]: { badge: '1' } }),
    `${ACME}:badge "1"`,
  ],
  [
    'of users themselves',
    '/Users',
    person('a', { staffNumber: '1' }),
    person('b', { staffNumber: '1' }),
    'staffNumber "1"',
  ],
]

async function attempts(
  client: Client,
  path: string,
  second: object,
): Promise<readonly [number, string | undefined][]> {
  const { body: other } = await client.create(
    path,
    path === '/Users' ? person('other', {}) : device({ model: 'other' }),
  )
  const { schemas: _schemas, userName: _userName, ...value } = second as Readonly<Record<string, unknown>>
  const answers = [
    await client.create(path, second),
    await client.patch(`${path}/${other.id}`, { op: 'replace', value }),
    await client.send('PUT', `${path}/${other.id}`, { ...second, userName: 'other' }),
  ]
  const Operations = [{ method: 'POST', path, bulkId: '1', data: second }]
  const bulk = await client.send('POST', '/Bulk', { schemas: [urns.bulkRequest], Operations })
  const [{ response }] = bulk.body.Operations
  return [...answers.map(({ body }) => body), response].map(({ status, scimType, detail }) => [
    Number(status),
    scimType === 'uniqueness' ? detail : undefined,
  ])
}

test.each(TAKEN)('%s is there once, whichever way it is written', async (_name, path, first, second, named) => {
  const client = open()
  expect((await client.create(path, first)).status).toBe(201)
  const told = await attempts(client, path, second)
  expect(told).toEqual(Array.from({ length: 4 }, () => [409, expect.stringContaining(`with ${named} already exists`)]))
})

test.each<[string, string, object, object]>([
  ['another case of an exact one', '/Devices', device({ assetTag: 'ab' }), device({ assetTag: 'AB' })],
  ['what is not unique', '/Devices', device({ model: 'm' }), device({ model: 'm' })],
  ['a part that is not', '/Devices', device({ sim: { pin: '1' } }), device({ sim: { pin: '1' } })],
  ['nothing at all', '/Devices', device({ model: 'x' }), device({ model: 'y' })],
  ['empty lists', '/Devices', device({ aliases: [], ports: [] }), device({ aliases: [], ports: [] })],
  ['one value of two attributes', '/Devices', device({ serial: 'a' }), device({ assetTag: 'a', aliases: ['a'] })],
  ['one value of two types', '/Users', device({ serial: 'a' }), person('a', { staffNumber: 'a' })],
])('%s may be there twice', async (_name, path, first, second) => {
  const client = open()
  expect((await client.create('/Devices', first)).status).toBe(201)
  expect((await client.create(path, second)).status).toBe(201)
})

test('a value is free again when it is changed or its owner is gone; one may keep its own', async () => {
  const client = open()
  const { body } = await client.create('/Devices', device({ serial: '1' }))
  const path = `/Devices/${body.id}`
  expect((await client.send('PUT', path, device({ serial: '1', model: 'm' }))).status).toBe(200)
  expect((await client.patch(path, { op: 'replace', path: 'serial', value: '1' })).status).toBe(200)
  expect((await client.patch(path, { op: 'replace', path: 'serial', value: '2' })).status).toBe(200)
  expect((await client.create('/Devices', device({ serial: '1' }))).status).toBe(201)
  await client.send('DELETE', path)
  expect((await client.create('/Devices', device({ serial: '2' }))).status).toBe(201)
})

test('what was written before is known after a restart', async () => {
  const client = open()
  await client.create('/Devices', device({ serial: '1' }))
  client.receiver.restore(JSON.parse(JSON.stringify(client.receiver.snapshot())))
  expect((await client.create('/Devices', device({ serial: '1' }))).status).toBe(409)
})

test('/Schemas says so', async () => {
  const { body } = await open().get(`/Schemas/${DEVICE}`)
  const told = body.attributes.map(({ name, uniqueness }: Record<string, string>) => [name, uniqueness])
  expect(told).toEqual(
    expect.arrayContaining([
      ['serial', 'server'],
      ['number', 'global'],
      ['model', 'none'],
    ]),
  )
})
