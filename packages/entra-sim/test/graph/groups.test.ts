// What Graph's pages on groups say may be written, and what is refused.
import { beforeEach, describe, expect, test } from 'vitest'
import { openSurface, type Surface } from './surface.ts'

let surface: Surface

beforeEach(async () => {
  surface = await openSurface()
})

const MANY = Array.from({ length: 21 }, (_, index) => `https://graph.microsoft.com/v1.0/directoryObjects/${index}`)

test('every property that a group has can be changed, and a description taken away', async () => {
  const { graph, group } = surface
  const id = await group('Sales', { description: 'People who sell' })
  const change = { displayName: 'Sales EMEA', description: null, mailNickname: 'sales-emea', securityEnabled: true }
  expect((await graph('patch', `/groups/${id}`, change)).status).toBe(204)
  expect((await graph('get', `/groups/${id}`)).body).toMatchObject(change)
  await graph('patch', `/groups/${id}`, { description: 'Sellers' })
  expect((await graph('get', `/groups/${id}`)).body).toMatchObject({ ...change, description: 'Sellers' })
})

test('what the documentation lets a caller say and provisioning never reads is taken', async () => {
  const { graph, user, group } = surface
  const ana = await user('ana')
  const owners = [`https://graph.microsoft.com/v1.0/users/${ana}`]
  const id = await group('Sales', { 'owners@odata.bind': owners, visibility: 'Private', isAssignableToRole: false })
  expect((await graph('get', `/groups/${id}`)).status).toBe(200)
  expect((await graph('patch', `/groups/${id}`, { visibility: 'Public' })).status).toBe(204)
})

test.each([
  ['an unknown property', { shoeSize: 42 }, "Invalid property 'shoeSize'"],
  ['a distribution list', { mailEnabled: true, securityEnabled: false }, 'mail-enabled'],
  ['neither security nor mail', { securityEnabled: false }, 'mail-enabled'],
  ['a Microsoft 365 group without mail', { groupTypes: ['Unified'] }, 'mailEnabled'],
  ['a dynamic group without a rule', { groupTypes: ['DynamicMembership'] }, 'membershipRule'],
  ['an alias with a space', { mailNickname: 'all of us' }, 'mailNickname'],
  ['no alias', { mailNickname: undefined }, 'mailNickname'],
  ['21 members at once', { 'members@odata.bind': MANY }, 'members@odata.bind'],
])('%s is refused with 400 at creation', async (_what, more, message) => {
  const { graph } = surface
  const body = { displayName: 'Sales', mailEnabled: false, mailNickname: 'sales', securityEnabled: true, ...more }
  const answer = await graph('post', '/groups', body)
  expect(answer.status).toBe(400)
  expect(answer.body.error).toMatchObject({ code: 'Request_BadRequest', message: expect.stringContaining(message) })
  expect((await graph('get', '/groups')).body.value).toEqual([])
})

test.each([
  ['an unknown property', { shoeSize: 42 }],
  ['no name', { displayName: null }],
  ['an empty name', { displayName: '' }],
  ['21 members at once', { 'members@odata.bind': MANY }],
])('%s is refused with 400 and changes nothing', async (_what, change) => {
  const { graph, group } = surface
  const id = await group('Sales')
  const before = (await graph('get', '/groups')).body.value
  const answer = await graph('patch', `/groups/${id}`, { description: 'Sellers', ...change })
  expect([answer.status, answer.body.error.code]).toEqual([400, 'Request_BadRequest'])
  expect((await graph('get', '/groups')).body.value).toEqual(before)
})

test('a Microsoft 365 group, and one whose members follow a rule', async () => {
  const { graph, user, group } = surface
  const ana = await user('ana', { department: 'Sales' })
  const unified = await group('All', { groupTypes: ['Unified'], mailEnabled: true, securityEnabled: false })
  expect((await graph('get', `/groups/${unified}`)).body).toMatchObject({
    mail: 'All@contoso.example',
    securityEnabled: false,
  })
  const rule = { membershipRule: 'user.department -eq "Sales"', membershipRuleProcessingState: 'On' }
  const dynamic = await group('Sales', { groupTypes: ['DynamicMembership'], ...rule })
  expect((await graph('get', `/groups/${dynamic}/members`)).body.value).toMatchObject([{ id: ana }])
})

describe('a refusal leaves nothing half done', () => {
  const url = (id: string) => `https://graph.microsoft.com/v1.0/directoryObjects/${id}`

  test('no group is made with a member who lies in the bin', async () => {
    const { graph, user, group } = surface
    const [ana, bo] = [await user('ana'), await user('bo')]
    await graph('delete', `/users/${bo}`)
    await group('Sales', { 'members@odata.bind': [url(ana), url(bo)] })
    expect((await graph('get', '/groups')).body.value).toEqual([])
  })

  test('no dynamic group is made with members', async () => {
    const { graph, user, group } = surface
    const rule = { groupTypes: ['DynamicMembership'], membershipRule: 'user.department -eq "Sales"' }
    await group('Sales', { ...rule, 'members@odata.bind': [url(await user('ana'))] })
    expect((await graph('get', '/groups')).body.value).toEqual([])
  })

  test('neither name nor members change when one member is there already', async () => {
    const { graph, user, group } = surface
    const [ana, bo] = [await user('ana'), await user('bo')]
    const id = await group('Sales', { 'members@odata.bind': [url(ana)] })
    const change = { displayName: 'Sales EMEA', 'members@odata.bind': [url(bo), url(ana)] }
    const answer = await graph('patch', `/groups/${id}`, change)
    expect(answer.status).toBe(400)
    expect(answer.body.error.message).toMatch(/already exist for the following modified properties: 'members'/)
    expect((await graph('get', `/groups/${id}`)).body).toMatchObject({ displayName: 'Sales' })
    expect((await graph('get', `/groups/${id}/members`)).body.value).toMatchObject([{ id: ana }])
  })
})

test('a member, a name and an assignment that are there already are refused in Graph’s words', async () => {
  const { graph, user, group, app } = surface
  const [ana, bo] = [await user('ana'), await user('bo')]
  const id = await group('Sales')
  const member = { '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${ana}` }
  expect((await graph('post', `/groups/${id}/members/$ref`, member)).status).toBe(204)
  expect((await graph('post', `/groups/${id}/members/$ref`, member)).body.error).toMatchObject({
    message: "One or more added object references already exist for the following modified properties: 'members'.",
  })
  expect((await graph('patch', `/users/${bo}`, { userPrincipalName: 'ANA@contoso.example' })).body.error).toMatchObject(
    {
      message: 'Another object with the same value for property userPrincipalName already exists.',
    },
  )
  expect((await graph('patch', `/users/${ana}`, { userPrincipalName: 'Ana@contoso.example' })).status).toBe(204)
  const { id: resourceId, roleId: appRoleId } = await app()
  const assigned = { principalId: ana.toUpperCase(), resourceId, appRoleId }
  const path = `/servicePrincipals/${resourceId}/appRoleAssignedTo`
  expect((await graph('post', path, assigned)).status).toBe(201)
  expect((await graph('post', path, { ...assigned, principalId: ana })).body.error).toMatchObject({
    code: 'Request_BadRequest',
    message: 'Permission being assigned already exists on the object',
  })
})
