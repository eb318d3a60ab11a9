// What scripts trip over in Graph, and so here: names that do not exist, queries that need a header, bodies that are not taken.
import { beforeEach, describe, expect, test } from 'vitest'
import { type Method, openSurface, type Surface } from './surface.ts'

let surface: Surface

beforeEach(async () => {
  surface = await openSurface()
})

const namesIn = (body: { value: readonly { displayName: string }[] }) =>
  body.value.map(({ displayName }) => displayName)
const eventual = async (path: string) => (await surface.graph('get', path).set('ConsistencyLevel', 'eventual')).body

describe('a name in $select that Graph does not declare is refused', () => {
  test.each<[path: string, type: string]>([
    ['/users?$select=id,nickName', 'user'],
    ['/users/ana@contoso.example?$select=nickName', 'user'],
    ['/users/delta?$select=nickName', 'user'],
    ['/groups?$select=nickName', 'group'],
    ['/groups/delta?$select=nickName', 'group'],
    ['/applications?$select=nickName', 'application'],
    ['/servicePrincipals?$select=nickName', 'servicePrincipal'],
    ['/users/ana@contoso.example/memberOf?$select=nickName', 'directoryObject'],
  ])('%s', async (path, type) => {
    await surface.user('ana')
    const { status, body } = await surface.graph('get', path)
    expect([status, body.error.code]).toEqual([400, 'BadRequest'])
    expect(body.error.message).toContain(`named 'nickName' on type 'microsoft.graph.${type}'`)
  })

  test.each([
    '/users?$select=id,DisplayName,assignedLicenses,signInActivity,extension_0123_skill,employeeOrgData/division',
    '/groups?$select=id,visibility,assignedLabels,members',
    '/groups/delta?$select=displayName,members',
    '/applications?$select=appId,requiredResourceAccess',
    '/servicePrincipals?$select=appId,oauth2PermissionScopes,tags',
    '/users/ana@contoso.example/memberOf?$select=id,userPrincipalName,groupTypes',
    '/users?$select=*',
  ])('and what it declares is not: %s', async (path) => {
    await surface.user('ana')
    expect((await surface.graph('get', path)).status).toBe(200)
  })

  test('nor is anything in beta, which declares more', async () => {
    expect((await surface.call('get', '/beta/users?$select=infoCatalogs')).status).toBe(200)
  })
})

test.each(["/users?$filter=nickName eq 'a'", '/groups?$orderby=nickName', '/groups?$search="nickName:a"'])(
  '%s is refused where there is nobody, too',
  async (path) => {
    const { status, body } = await surface.graph('get', path).set('ConsistencyLevel', 'eventual')
    expect([status, body.error.message]).toEqual([400, "Could not find a property named 'nickName'."])
  },
)

describe('$search', () => {
  beforeEach(async () => {
    for (const name of ['Oscar Ward', 'Ana', 'WaterFront'])
      await surface.user(name.replace(' ', '.'), { displayName: name })
  })

  test('finds by the beginnings of words, counted, and together with a filter', async () => {
    const path = '/users?$search="displayName:wa"&$orderby=displayName&$count=true'
    const body = await eventual(path)
    expect([namesIn(body), body['@odata.count']]).toEqual([['Oscar Ward', 'WaterFront'], 2])
    expect(namesIn(await eventual(`${path}&$filter=startswith(displayName,'O')`))).toEqual(['Oscar Ward'])
    expect(namesIn(await eventual('/users?$search="userPrincipalName:an" OR "displayName:front"'))).toEqual([
      'Ana',
      'WaterFront',
    ])
  })

  test('is refused without the header, and a batch has one of its own', async () => {
    const url = '/users?$search="displayName:wa"'
    const { status, body } = await surface.graph('get', url)
    expect([status, body.error.code]).toEqual([400, 'Request_UnsupportedQuery'])
    const headers = { ConsistencyLevel: 'eventual' }
    const requests = [
      { id: '1', method: 'GET', url },
      { id: '2', method: 'GET', url, headers },
    ]
    const { responses } = (await surface.graph('post', '/$batch', { requests })).body
    expect(responses.map((one: { status: number }) => one.status)).toEqual([400, 200])
  })
})

describe('members of a group', () => {
  test('are filtered and sorted by what is not shown, and narrowed to what is selected', async () => {
    const group = await surface.group('Staff')
    for (const [name, department] of [
      ['bo', 'Sales'],
      ['ana', 'Sales'],
      ['cy', 'R&D'],
    ] as const) {
      const id = await surface.user(name, { department })
      const reference = { '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${id}` }
      await surface.graph('post', `/groups/${group}/members/$ref`, reference)
    }
    const path = `/groups/${group}/members?$count=true`
    expect(namesIn(await eventual(`${path}&$orderby=displayName`))).toEqual(['ana', 'bo', 'cy'])
    const sales = await eventual(`${path}&$filter=department eq 'Sales'&$orderby=displayName desc`)
    expect([namesIn(sales), sales['@odata.count']]).toEqual([['bo', 'ana'], 2])
    expect(sales.value[0]).not.toHaveProperty('department')
    const selected = (await surface.graph('get', `/groups/${group}/members?$select=department&$top=1`)).body.value
    expect(selected).toEqual([{ '@odata.type': '#microsoft.graph.user', department: 'Sales' }])
    const refused = await surface.graph('get', `/groups/${group}/members?$orderby=displayName`)
    expect([refused.status, refused.body.error.code]).toEqual([400, 'Request_UnsupportedQuery'])
  })

  test('are added twenty at a time', async () => {
    const [group, ids] = [await surface.group('Staff'), [] as string[]]
    for (let n = 0; n < 21; n += 1) ids.push(await surface.user(`p${n}`))
    const bound = (some: readonly string[]) => ({
      'members@odata.bind': some.map((id) => `https://graph.microsoft.com/v1.0/directoryObjects/${id}`),
    })
    expect((await surface.graph('patch', `/groups/${group}`, bound(ids))).status).toBe(400)
    expect((await surface.graph('get', `/groups/${group}/members`)).body.value).toEqual([])
    expect((await surface.graph('patch', `/groups/${group}`, bound(ids.slice(1)))).status).toBe(204)
  })
})

test.each([0, 1_000])('a page of %i is refused, not cut', async (top) => {
  const { status, body } = await surface.graph('get', `/users?$top=${top}`)
  expect([status, body.error.code]).toEqual([400, 'Request_UnsupportedQuery'])
  expect(body.error.message).toContain(`'${top}'`)
  expect((await surface.graph('get', '/users?$top=999')).status).toBe(200)
})

describe('a user', () => {
  const body = {
    accountEnabled: true,
    displayName: 'Ana',
    mailNickname: 'ana',
    userPrincipalName: 'ana@contoso.example',
  }
  const passwordProfile = { forceChangePasswordNextSignIn: true, password: 'xWwvJ]6NMw+bWH-d' }

  test.each<[what: string, more: object, says: string]>([
    ['without a password', {}, 'A password must be specified'],
    [
      'with a profile that has none',
      { passwordProfile: { forceChangePasswordNextSignIn: true } },
      'A password must be',
    ],
    ['of a domain that is not verified', { passwordProfile, userPrincipalName: 'ana@other.example' }, 'domain portion'],
    ['of a subdomain', { passwordProfile, userPrincipalName: 'ana@eu.contoso.example' }, 'domain portion'],
    ['in no country', { passwordProfile, usageLocation: 'XX' }, "property 'usageLocation'"],
    ['in a country by name', { passwordProfile, usageLocation: 'Norway' }, "property 'usageLocation'"],
    ['in a country of three letters', { passwordProfile, usageLocation: 'NOR' }, "property 'usageLocation'"],
    ['with a name that is missing', { passwordProfile, displayName: undefined }, 'displayName'],
  ])('%s is refused, and is not there', async (_what, more, says) => {
    const { status, body: answer } = await surface.graph('post', '/users', { ...body, ...more })
    expect([status, answer.error.code]).toEqual([400, 'Request_BadRequest'])
    expect(answer.error.message).toContain(says)
    expect((await surface.graph('get', '/users')).body.value).toEqual([])
  })

  test.each<[what: string, more: object]>([
    ['with a password', { passwordProfile }],
    ['of the first domain, in any case', { passwordProfile, userPrincipalName: 'ana@CONTOSO.onmicrosoft.com' }],
    ['of a federated domain', { onPremisesImmutableId: 'abc' }],
    ['in a country', { passwordProfile, usageLocation: 'no' }],
  ])('%s is taken', async (_what, more) => {
    expect((await surface.graph('post', '/users', { ...body, ...more })).status).toBe(201)
  })

  test.each<[Method, object]>([
    ['patch', { userPrincipalName: 'ana@other.example' }],
    ['patch', { usageLocation: 'ZZ' }],
  ])('%s %j is refused', async (method, change) => {
    const id = await surface.user('ana')
    expect((await surface.graph(method, `/users/${id}`, change)).status).toBe(400)
  })
})
