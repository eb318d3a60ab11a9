import { expect, test } from 'vitest'
import { type Client, createUsers, group, onEveryHost, user } from './service-provider.ts'

const sources = [
  { token: 'secret', organisation: 'red' },
  { token: 'other', organisation: 'blue' },
]
const blue = { authorization: 'Bearer other' }

onEveryHost((open) => {
  test('organisations do not see each other, and names are free in each', async () => {
    const client = open({ sources })
    const [ana = ''] = await createUsers(client, 'ana')
    const { body: sales } = await client.create('/Groups', group('Sales', [ana]))
    const second = await client.send('POST', '/Users', user('ana'), blue)
    expect(second.status).toBe(201)
    for (const path of [`/Users/${ana}`, `/Groups/${sales.id}`]) {
      expect((await client.get(path, blue)).status).toBe(404)
      expect((await client.send('DELETE', path, undefined, blue)).status).toBe(404)
      expect((await client.send('PATCH', path, { Operations: [] }, blue)).status).toBe(404)
    }
    expect((await client.get('/Users?filter=userName%20eq%20%22ana%22', blue)).body.Resources).toMatchObject([
      { id: second.body.id },
    ])
    expect((await client.get('/Groups', blue)).body.totalResults).toBe(0)
  })

  test('somebody of another organisation cannot become a member', async () => {
    const client = open({ sources })
    const [ana = ''] = await createUsers(client, 'ana')
    const answer = await client.send('POST', '/Groups', group('Sales', [ana]), blue)
    expect([answer.status, answer.body.scimType]).toEqual([400, 'invalidValue'])
  })

  test("an organisation's own URL admits its own tokens only, and locations stay below it", async () => {
    const client = open({ sources, publicUrl: 'https://scim.example.com' })
    const red = await ownUrl(client, 'red', {})
    const foreign = await ownUrl(client, 'red', blue)
    expect([red.status, foreign.status]).toEqual([201, 401])
    expect(red.headers.location).toMatch(/^https:\/\/scim\.example\.com\/organisations\/red\/scim\/v2\/Users\//)
  })

  test('meta.location begins with the public URL when there is one', async () => {
    const client = open({ publicUrl: 'https://scim.example.com/base' })
    const { body, headers } = await client.create('/Users', user('ana'))
    expect(body.meta.location).toBe(`https://scim.example.com/base/scim/v2/Users/${body.id}`)
    expect(headers.location).toBe(body.meta.location)
  })
})

/** A create at the URL of an organisation: the client's paths begin with /scim/v2, so this one leaves it first. */
function ownUrl(client: Client, organisation: string, headers: Readonly<Record<string, string>>) {
  return client.sendTo(`/organisations/${organisation}/scim/v2/Users`, 'POST', user('ana'), headers)
}
