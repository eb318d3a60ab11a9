import { urns } from '@scimulator/shared/scim'
import { expect, test } from 'vitest'
import { createUsers, group, onEveryHost, user } from './service-provider.ts'

onEveryHost((open) => {
  //  attributes of a user | scimType
  test.each([
    [{ userName: 5 }, 'invalidValue'],
    [{ userName: true }, 'invalidValue'],
    [{ userName: ['ana'] }, 'invalidValue'],
    [{ userName: { value: 'ana' } }, 'invalidValue'],
    [{ userName: null }, 'invalidValue'],
    [{ title: ['a'] }, 'invalidValue'],
    [{ title: false }, 'invalidValue'],
    [{ emails: 'a@b.c' }, 'invalidValue'],
    [{ emails: { value: 'a@b.c' } }, 'invalidValue'],
    [{ emails: [5] }, 'invalidValue'],
    [{ emails: [['a@b.c']] }, 'invalidValue'],
    [{ name: 'Ana' }, 'invalidValue'],
    [{ active: 'perhaps' }, 'invalidValue'],
    [{ active: 1 }, 'invalidValue'],
    [{ [urns.enterpriseUser]: 'R&D' }, 'invalidValue'],
    [{ schemas: urns.user }, 'invalidSyntax'],
    [{ schemas: [5] }, 'invalidSyntax'],
    [{ schemas: [urns.group] }, 'invalidSyntax'],
  ])('a user with %j is refused by POST and PUT', async (attributes, scimType) => {
    const client = open()
    const [id] = await createUsers(client, 'bo')
    const everybody = async () => (await client.get('/Users?excludedAttributes=meta.location')).body
    const before = await everybody()
    const body = { ...user('ana'), ...attributes }
    const answers = [await client.create('/Users', body), await client.send('PUT', `/Users/${id}`, body)]
    expect(answers.map((answer) => [answer.status, answer.body.scimType])).toEqual([
      [400, scimType],
      [400, scimType],
    ])
    expect(await everybody()).toEqual(before)
  })

  test.each([
    ['title', ['a']],
    ['title', true],
    ['title', 7],
    ['userName', { value: 'x' }],
    ['name', 'x'],
  ])('a PATCH of %s with %j is refused', async (path, value) => {
    const client = open()
    const [id] = await createUsers(client, 'bo')
    const answer = await client.patch(`/Users/${id}`, { op: 'replace', path, value })
    expect([answer.status, answer.body.scimType]).toEqual([400, 'invalidValue'])
    expect((await client.get(`/Users/${id}`)).body.meta.version).toBe('W/"1"')
  })

  test('half of a surrogate pair is refused, and a whole one is kept', async () => {
    const client = open()
    const withName = (text: string) => `{"schemas":["${urns.user}"],"userName":"${text}"}`
    for (const half of ['a\\ud83d', '\\ude00', '\\ude00\\ud83d', '\\uD83Dx']) {
      expect((await client.send('POST', '/Users', withName(half))).body.scimType).toBe('invalidSyntax')
    }
    const kept = await client.send('POST', '/Users', withName('\\ud83d\\ude00 and \\\\ud83d'))
    expect([kept.status, kept.body.userName]).toEqual([201, '😀 and \\ud83d'])
  })

  //  filter of groups | does it find the group
  test.each([
    ['members[type eq "User"]', true],
    ['members[type eq "Group"]', false],
    ['members.display eq "bo"', true],
    ['members.display eq "nobody"', false],
    ['members[value pr and display sw "b"]', true],
    ['members.$ref co "/Users/"', true],
    ['members[$ref co "/Groups/"]', false],
    ['not (members.type eq "User")', false],
  ])('groups are found by what is made on read of a member: %s', async (filter, isFound) => {
    const client = open()
    await client.create('/Groups', group('Sales', await createUsers(client, 'bo')))
    const answer = await client.get(`/Groups?filter=${encodeURIComponent(filter)}`)
    expect([answer.status, answer.body.totalResults]).toEqual([200, isFound ? 1 : 0])
  })
})
