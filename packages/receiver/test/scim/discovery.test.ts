import { urns } from '@scimulator/shared/scim'
import { expect, test } from 'vitest'
import { createUsers, onEveryHost } from './service-provider.ts'

onEveryHost((open) => {
  test('the configuration says what is enforced', async () => {
    const client = open({ limits: { bulkMaxOperations: 2, maxResults: 3 } })
    const { body, headers } = await client.get('/ServiceProviderConfig')
    expect(body).toMatchObject({
      schemas: [urns.serviceProviderConfig],
      patch: { supported: true },
      bulk: { supported: true, maxOperations: 2, maxPayloadSize: 1_048_576 },
      filter: { supported: true, maxResults: 3 },
      changePassword: { supported: false },
      sort: { supported: true },
      etag: { supported: true },
      meta: { resourceType: 'ServiceProviderConfig', location: expect.stringContaining(`${client.basePath}/Serv`) },
    })
    expect(body.authenticationSchemes).toMatchObject([{ type: 'oauthbearertoken', primary: true }, { type: 'oauth2' }])
    expect(headers['content-type']).toBe('application/scim+json')
    await createUsers(client, 'a', 'b', 'c', 'd')
    expect((await client.get('/Users?count=9')).body.itemsPerPage).toBe(3)
  })

  test('resource types are listed and found one by one', async () => {
    const client = open()
    const { body } = await client.get('/ResourceTypes')
    expect(body).toMatchObject({ schemas: [urns.listResponse], totalResults: 2 })
    expect(body.Resources).toMatchObject([
      { id: 'User', endpoint: '/Users', schema: urns.user, schemaExtensions: [{ schema: urns.enterpriseUser }] },
      { id: 'Group', endpoint: '/Groups', schema: urns.group },
    ])
    for (const one of body.Resources) {
      expect(one.meta.location).toMatch(new RegExp(`${client.basePath}/ResourceTypes/${one.id}$`))
      expect(placed((await client.get(`/ResourceTypes/${one.id}`)).body)).toEqual(placed(one))
    }
  })

  test('schemas are listed and found one by one, in any case', async () => {
    const client = open()
    const { body } = await client.get('/Schemas')
    expect(body.Resources.map(({ id }: { id: string }) => id)).toEqual([urns.user, urns.enterpriseUser, urns.group])
    for (const one of body.Resources) {
      expect(one).toMatchObject({ schemas: [urns.schema], meta: { resourceType: 'Schema' } })
      expect(placed((await client.get(`/Schemas/${one.id}`)).body)).toEqual(placed(one))
      expect(placed((await client.get(`/Schemas/${one.id.toUpperCase()}`)).body)).toEqual(placed(one))
    }
  })

  test('every advertised attribute can be written, read back and removed', async () => {
    const client = open()
    const [id] = await createUsers(client, 'ana')
    const { body: schema } = await client.get(`/Schemas/${urns.user}`)
    const writable = schema.attributes.filter((one: Attribute) => one.mutability === 'readWrite' && !one.required)
    expect(writable.length).toBeGreaterThan(15)
    for (const attribute of writable) {
      const value = sample(attribute)
      const added = await client.patch(`/Users/${id}`, { op: 'add', path: attribute.name, value })
      expect([attribute.name, added.body[attribute.name]]).toEqual([attribute.name, value])
      const removed = await client.patch(`/Users/${id}`, { op: 'remove', path: attribute.name })
      expect(removed.body).not.toHaveProperty(attribute.name)
    }
  })

  test('the password is not advertised, and members.display is returned on request', async () => {
    const client = open()
    const userSchema = (await client.get(`/Schemas/${urns.user}`)).body
    const groupSchema = (await client.get(`/Schemas/${urns.group}`)).body
    expect(userSchema.attributes.map(({ name }: Attribute) => name)).not.toContain('password')
    const members = groupSchema.attributes.find(({ name }: Attribute) => name === 'members')
    expect(members.subAttributes.find(({ name }: Attribute) => name === 'display').returned).toBe('request')
  })
})

/** Each request of a test finds the server on another port. */
function placed(resource: object): string {
  return JSON.stringify(resource).replace(/127\.0\.0\.1:\d+/g, 'host')
}

interface Attribute {
  readonly name: string
  readonly type: string
  readonly multiValued: boolean
  readonly required: boolean
  readonly mutability: string
  readonly subAttributes?: readonly Attribute[]
}

function sample({ name, type, multiValued, subAttributes = [] }: Attribute): unknown {
  const simple = { string: `${name} of Ana`, boolean: true, reference: 'https://example.com/x', binary: 'QUJD' }
  if (type !== 'complex') return simple[type as keyof typeof simple] ?? 1
  const value = Object.fromEntries(subAttributes.map((part) => [part.name, sample(part)]))
  return multiValued ? [value] : value
}
