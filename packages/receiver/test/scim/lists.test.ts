import { urns } from '@scimulator/shared/scim'
import { expect, test } from 'vitest'
import { ana, createUsers, group, onEveryHost, user } from './service-provider.ts'

const people = ['ana', 'bo', 'cy', 'di', 'ed', 'flo', 'gus']

onEveryHost((open) => {
  test.each([
    ['userName eq "ANA@example.com"', 1],
    ['externalId eq "ext-Ana"', 1],
    ['externalId eq "EXT-ANA"', 0],
    ['emails.value eq "ana@EXAMPLE.com"', 1],
    ['emails[type eq "work"].value eq "ana@example.com"', 1],
    ['emails[type eq "home"].value eq "ana@example.com"', 0],
    ['displayName eq "ana example" and active eq true', 1],
    ['displayName eq "ana example" and active eq false', 0],
    ['active eq "True" and userName sw "ana"', 1],
    [`${urns.enterpriseUser}:employeeNumber eq "42"`, 1],
    ['userName eq "nobody"', 0],
    ['not (userName pr)', 0],
    ['userName eq "nobody" or name.familyName co "xamp"', 1],
    ['meta.created ge "2026-01-05T08:00:00Z" and meta.resourceType eq "User"', 2],
    ['userName eq bo@example.com', 1],
    ['groups.display eq "Sales"', 1],
  ])('filter %s finds %i', async (filter, count) => {
    const client = open()
    const { body } = await client.create('/Users', ana)
    await client.create('/Users', user('bo@example.com'))
    await client.create('/Groups', group('Sales', [body.id]))
    const answer = await client.get(`/Users?filter=${encodeURIComponent(filter)}`)
    expect([answer.status, answer.body.totalResults, answer.body.Resources.length]).toEqual([200, count, count])
    const searched = await client.create('/Users/.search', { schemas: [urns.searchRequest], filter })
    expect([searched.status, idsOf(searched.body)]).toEqual([200, idsOf(answer.body)])
  })

  test('a filter is read as Entra encodes it, and finds people by id and by group', async () => {
    const client = open()
    const { body } = await client.create('/Users', { ...ana, userName: 'ana+1@example.com' })
    const { body: sales } = await client.create('/Groups', group('Sales', [body.id]))
    const paths = [
      '/Users?filter=userName+eq+%22ana%2b1%40example.com%22',
      '/Users?filter=emails%5Btype+eq+%22work%22%5D.value+eq+%22ana%40example.com%22',
      `/Users?filter=id+eq+%22${body.id}%22`,
      `/Users?filter=groups.value+eq+%22${sales.id}%22`,
    ]
    for (const path of paths) expect(idsOf((await client.get(path)).body)).toEqual([body.id])
    const groups = await client.get(`/Groups?excludedAttributes=members&filter=members.value+eq+%22${body.id}%22`)
    expect(groups.body.Resources).toEqual([expect.not.objectContaining({ members: expect.anything() })])
    expect(idsOf(groups.body)).toEqual([sales.id])
  })

  //  startIndex | count | shown            | itemsPerPage
  test.each([
    [undefined, undefined, ['ana', 'bo', 'cy', 'di', 'ed'], 5],
    [1, 2, ['ana', 'bo'], 2],
    [3, 2, ['cy', 'di'], 2],
    [7, 5, ['gus'], 1],
    [8, 5, [], 0],
    [0, 1, ['ana'], 1],
    [-4, 1, ['ana'], 1],
    [1, 0, [], 0],
    [1, -1, [], 0],
    [1, 1000, people.slice(0, 6), 6],
  ])('startIndex %s and count %s show %j', async (startIndex, count, shown, itemsPerPage) => {
    const client = open({ limits: { pageSize: 5, maxResults: 6 } })
    await createUsers(client, ...people)
    const parameters = [
      ...(startIndex === undefined ? [] : [`startIndex=${startIndex}`]),
      ...(count === undefined ? [] : [`count=${count}`]),
    ]
    for (const more of [[], ['filter=userName%20pr'], ['sortBy=userName']]) {
      const { body } = await client.get(`/Users?${[...parameters, ...more].join('&')}`)
      expect(body).toMatchObject({ schemas: [urns.listResponse], totalResults: 7, itemsPerPage })
      expect(body.startIndex).toBe(Math.max(1, startIndex ?? 1))
      expect((body.Resources ?? []).map((one: { userName: string }) => one.userName)).toEqual(shown)
    }
  })

  test('pages put together show everybody once', async () => {
    const client = open()
    await createUsers(client, ...people)
    const seen: string[] = []
    for (let startIndex = 1; startIndex <= people.length; startIndex += 3) {
      seen.push(...idsOf((await client.get(`/Users?startIndex=${startIndex}&count=3`)).body))
    }
    expect(new Set(seen).size).toBe(people.length)
  })

  test('sortBy and sortOrder order the list', async () => {
    const client = open()
    for (const [name, title] of [
      ['ana', 'b'],
      ['bo', 'C'],
      ['cy', 'a'],
    ] as const) {
      await client.create('/Users', user(name, { title }))
    }
    await client.create('/Users', user('di'))
    const ascending = await client.get('/Users?sortBy=title&attributes=userName')
    const descending = await client.get('/Users?sortBy=TITLE&sortOrder=descending')
    expect(namesOf(ascending.body)).toEqual(['cy', 'ana', 'bo', 'di'])
    expect(namesOf(descending.body)).toEqual(['di', 'bo', 'ana', 'cy'])
  })

  test.each([
    ['attributes=userName', ['schemas', 'id', 'userName']],
    ['attributes=USERNAME,name.givenName', ['schemas', 'id', 'userName', 'name']],
    [`attributes=${urns.enterpriseUser}:department`, ['schemas', 'id', urns.enterpriseUser]],
    [`attributes=${urns.user}:userName`, ['schemas', 'id', 'userName']],
    ['attributes=nothing', ['schemas', 'id']],
    ['attributes=meta.version', ['schemas', 'id', 'meta']],
  ])('%s shows only what was asked for, in lists, single answers and writes', async (query, names) => {
    const client = open()
    const created = await client.send('POST', `/Users?${query}`, ana)
    const shown = [
      created.body,
      (await client.get(`/Users/${created.body.id}?${query}`)).body,
      (await client.get(`/Users?${query}`)).body.Resources[0],
      (await client.send('PUT', `/Users/${created.body.id}?${query}`, ana)).body,
    ]
    for (const resource of shown) expect(Object.keys(resource).sort()).toEqual([...names].sort())
  })

  test('excludedAttributes leaves out, but never id', async () => {
    const client = open()
    const { body } = await client.create('/Users', ana)
    const shown = (await client.get(`/Users/${body.id}?excludedAttributes=emails,id,name.familyName`)).body
    expect(shown).toMatchObject({ id: body.id, name: { givenName: 'Ana' } })
    expect(shown).not.toHaveProperty('emails')
    expect(shown.name).not.toHaveProperty('familyName')
  })

  test('the base path searches both resource types, by GET and by .search', async () => {
    const client = open()
    await client.create('/Users', { ...ana, displayName: 'Sales' })
    await client.create('/Groups', group('Sales'))
    const filter = 'displayName eq "sales"'
    const answers = [
      await client.get(`/?filter=${encodeURIComponent(filter)}`),
      await client.get(''),
      await client.create('/.search', {
        schemas: [urns.searchRequest],
        filter,
        attributes: ['displayName'],
        count: 10,
      }),
      await client.get(
        `?filter=${encodeURIComponent('userName eq "ana@example.com" or meta.resourceType eq "Group"')}`,
      ),
    ]
    for (const { status, body } of answers) expect([status, body.totalResults]).toEqual([200, 2])
  })

  test('the root pages across resource types', async () => {
    const client = open()
    await createUsers(client, 'ana', 'bo')
    await client.create('/Groups', group('Sales'))
    const { body } = await client.get('/?startIndex=2&count=2')
    expect(body.Resources.map((one: { meta: { resourceType: string } }) => one.meta.resourceType)).toEqual([
      'User',
      'Group',
    ])
    expect(body.totalResults).toBe(3)
  })
})

function idsOf(body: { Resources?: readonly { id: string }[] }): readonly string[] {
  return (body.Resources ?? []).map(({ id }) => id)
}

function namesOf(body: { Resources: readonly { userName: string }[] }): readonly string[] {
  return body.Resources.map(({ userName }) => userName)
}
