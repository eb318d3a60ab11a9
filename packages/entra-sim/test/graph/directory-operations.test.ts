// Users, groups and assignments over plain HTTP, operation by operation: what it answers, and what it refuses.
import { beforeEach, describe, expect, test } from 'vitest'
import { NOBODY, openSurface, type Surface } from './surface.ts'

let surface: Surface
beforeEach(async () => {
  surface = await openSurface()
})
const app: Surface['app'] = (...given) => surface.app(...given)
const graph: Surface['graph'] = (...given) => surface.graph(...given)
const group: Surface['group'] = (...given) => surface.group(...given)
const user: Surface['user'] = (...given) => surface.user(...given)

describe('users', () => {
  test('are created with the properties that Graph shows by default, others when selected', async () => {
    const id = await user('ana', {
      mobilePhone: '+47 1',
      businessPhones: ['+47 2'],
      onPremisesExtensionAttributes: { extensionAttribute1: 'x' },
    })
    const shown = await graph('get', `/users/${id}`)
    expect(shown.body).toMatchObject({
      id,
      userPrincipalName: 'ana@contoso.example',
      mobilePhone: '+47 1',
      businessPhones: ['+47 2'],
    })
    expect(shown.body).not.toHaveProperty('accountEnabled')
    const selected = await graph(
      'get',
      `/users/ana@contoso.example?$select=accountEnabled,onPremisesExtensionAttributes`,
    )
    expect(selected.body).toEqual({
      '@odata.context': expect.stringMatching(/\$metadata#users\/\$entity$/),
      accountEnabled: true,
      onPremisesExtensionAttributes: { extensionAttribute1: 'x' },
    })
  })

  test('are changed, and a value is taken away by null', async () => {
    const id = await user('ana', { jobTitle: 'Engineer' })
    expect((await graph('patch', `/users/${id}`, { jobTitle: null, department: 'R&D' })).status).toBe(204)
    const shown = await graph('get', `/users/${id}?$select=jobTitle,department`)
    expect(shown.body).toMatchObject({ jobTitle: null, department: 'R&D' })
  })

  test.each([
    ['a name that is taken', { userPrincipalName: 'ana@contoso.example' }, 'already exists'],
    ['an unknown property', { userPrincipalName: 'bo@contoso.example', shoeSize: 42 }, "Invalid property 'shoeSize'"],
    ['a missing property', { userPrincipalName: 'bo@contoso.example', displayName: undefined }, 'displayName'],
  ])('%s is refused with 400', async (_what, more, message) => {
    await user('ana')
    const body = { accountEnabled: true, displayName: 'Bo', mailNickname: 'bo', ...more }
    const answer = await graph('post', '/users', body)
    expect(answer.status).toBe(400)
    expect(answer.body.error).toMatchObject({ code: 'Request_BadRequest', message: expect.stringContaining(message) })
    expect(answer.body.error.innerError).toHaveProperty('request-id')
  })

  test('are found by filter, sorted, counted and paged', async () => {
    for (const name of ['ana', 'bo', 'chen', 'dag']) await user(name, { department: name === 'dag' ? 'Sales' : 'R&D' })
    const path = "/users?$filter=department eq 'r%26d'&$orderby=displayName desc&$count=true&$top=2&$select=displayName"
    const first = await graph('get', path).set('ConsistencyLevel', 'eventual')
    expect(first.body['@odata.count']).toBe(3)
    expect(first.body.value).toEqual([{ displayName: 'chen' }, { displayName: 'bo' }])
    const next = new URL(first.body['@odata.nextLink'])
    const rest = `${next.pathname.replace('/v1.0', '')}${next.search}`
    const second = await graph('get', rest).set('ConsistencyLevel', 'eventual')
    expect(second.body.value).toEqual([{ displayName: 'ana' }])
    expect(second.body).not.toHaveProperty('@odata.nextLink')
  })

  test('have a manager who can be set, read and taken away', async () => {
    const [ana, bo] = [await user('ana'), await user('bo')]
    const reference = { '@odata.id': `https://graph.microsoft.com/v1.0/users/${ana}` }
    expect((await graph('put', `/users/${bo}/manager/$ref`, reference)).status).toBe(204)
    expect((await graph('get', `/users/${bo}/manager`)).body.id).toBe(ana)
    expect((await graph('delete', `/users/${bo}/manager/$ref`)).status).toBe(204)
    expect((await graph('get', `/users/${bo}/manager`)).status).toBe(404)
    expect((await graph('put', `/users/${ana}/manager/$ref`, reference)).status).toBe(400)
  })

  test('go to the bin, come back, and go for good', async () => {
    const id = await user('ana')
    expect((await graph('delete', `/users/${id}`)).status).toBe(204)
    expect((await graph('get', `/users/${id}`)).status).toBe(404)
    const bin = await graph('get', '/directory/deletedItems/microsoft.graph.user')
    expect(bin.body.value).toMatchObject([{ id, deletedDateTime: '2026-01-05T08:00:00Z' }])
    expect((await graph('post', `/directory/deletedItems/${id}/restore`)).body.userPrincipalName).toBe(
      'ana@contoso.example',
    )
    await graph('delete', `/users/${id}`)
    expect((await graph('delete', `/directory/deletedItems/${id}`)).status).toBe(204)
    expect((await graph('post', `/directory/deletedItems/${id}/restore`)).status).toBe(404)
  })
})

describe('groups', () => {
  test('have members, added and removed by reference, nested ones too', async () => {
    const [ana, sales, all] = [await user('ana'), await group('Sales'), await group('All')]
    const reference = (id: string) => ({ '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${id}` })
    expect((await graph('post', `/groups/${sales}/members/$ref`, reference(ana))).status).toBe(204)
    expect((await graph('post', `/groups/${all}/members/$ref`, reference(sales))).status).toBe(204)
    expect((await graph('post', `/groups/${sales}/members/$ref`, reference(ana))).status).toBe(400)
    expect((await graph('post', `/groups/${sales}/members/$ref`, reference(NOBODY))).status).toBe(404)
    const members = await graph('get', `/groups/${all}/members`)
    expect(members.body.value).toMatchObject([{ '@odata.type': '#microsoft.graph.group', id: sales }])
    const expanded = await graph('get', `/groups/${sales}?$expand=members`)
    expect(expanded.body.members).toMatchObject([{ '@odata.type': '#microsoft.graph.user', id: ana }])
    expect((await graph('delete', `/groups/${sales}/members/${ana}/$ref`)).status).toBe(204)
    expect((await graph('delete', `/groups/${sales}/members/${ana}/$ref`)).status).toBe(404)
  })

  test('can be made with members and by rule', async () => {
    const ana = await user('ana', { department: 'Sales' })
    const bound = await group('Bound', { 'members@odata.bind': [`https://graph.microsoft.com/v1.0/users/${ana}`] })
    const rule = { groupTypes: ['DynamicMembership'], membershipRule: 'user.department -eq "Sales"' }
    const dynamic = await group('Dynamic', rule)
    for (const id of [bound, dynamic]) {
      expect((await graph('get', `/groups/${id}/members`)).body.value).toMatchObject([{ id: ana }])
    }
  })

  test('can have the processing of their rule paused', async () => {
    const ana = await user('ana', { department: 'Sales' })
    const rule = { groupTypes: ['DynamicMembership'], membershipRule: 'user.department -eq "Sales"' }
    const dynamic = await group('Dynamic', { ...rule, membershipRuleProcessingState: 'Paused' })
    const members = async () => (await graph('get', `/groups/${dynamic}/members`)).body.value
    expect(await members()).toEqual([])
    await graph('patch', `/groups/${dynamic}`, { membershipRuleProcessingState: 'On' })
    expect(await members()).toMatchObject([{ id: ana }])
    await graph('patch', `/groups/${dynamic}`, { membershipRuleProcessingState: 'Paused' })
    await graph('patch', `/users/${ana}`, { department: 'R&D' })
    expect(await members()).toMatchObject([{ id: ana }])
    expect((await graph('get', `/groups/${dynamic}`)).body).toMatchObject({ membershipRuleProcessingState: 'Paused' })
  })
})

describe('delta', () => {
  test('tells what changed after the link, members and removals included', async () => {
    const [ana, sales] = [await user('ana'), await group('Sales')]
    const link = async (path: string): Promise<string> => {
      const url = new URL((await graph('get', path)).body['@odata.deltaLink'])
      return `${url.pathname.replace('/v1.0', '')}${url.search}`
    }
    const [users, groups] = [await link('/users/delta?$select=displayName'), await link('/groups/delta')]
    expect((await graph('get', users)).body.value).toEqual([])
    await graph('post', `/groups/${sales}/members/$ref`, { '@odata.id': `x/${ana}` })
    await graph('delete', `/users/${ana}`)
    expect((await graph('get', users)).body.value).toEqual([{ id: ana, '@removed': { reason: 'changed' } }])
    expect((await graph('get', groups)).body.value).toMatchObject([{ id: sales, 'members@delta': [{ id: ana }] }])
    expect((await graph('get', '/users/delta?$deltatoken=latest')).body.value).toEqual([])
  })

  test('a token that was not given out is refused', async () => {
    expect((await graph('get', '/users/delta?$deltatoken=abc')).status).toBe(400)
  })
})

describe('assignments', () => {
  test('are granted once per role and taken back', async () => {
    const ana = await user('ana')
    const { id, appId } = await app()
    const roles = await graph('get', `/servicePrincipals(appId='${appId}')?$select=appRoles`)
    const body = { principalId: ana, resourceId: id, appRoleId: roles.body.appRoles[0].id }
    const made = await graph('post', `/servicePrincipals/${id}/appRoleAssignedTo`, body)
    expect([made.status, made.body.principalDisplayName]).toEqual([201, 'ana'])
    expect((await graph('post', `/servicePrincipals/${id}/appRoleAssignedTo`, body)).status).toBe(400)
    expect((await graph('get', `/users/${ana}/appRoleAssignments`)).body.value).toHaveLength(1)
    const wrong = { ...body, appRoleId: NOBODY }
    expect((await graph('post', `/servicePrincipals/${id}/appRoleAssignedTo`, wrong)).status).toBe(400)
    const path = `/servicePrincipals/${id}/appRoleAssignedTo/${made.body.id}`
    expect((await graph('delete', path)).status).toBe(204)
    expect((await graph('delete', path)).status).toBe(404)
  })
})
