// Okta's own client does an administrator's job against the simulator, over https, in a process of its own.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEndpoint } from '../endpoint.ts'
import { listeningOrganization } from './organization.ts'

let organization: Awaited<ReturnType<typeof listeningOrganization>>
let seen: Record<string, unknown>

beforeAll(async () => {
  const endpoint = createEndpoint()
  organization = await listeningOrganization(async (request) => {
    const { json, status = 200 } = { json: undefined, ...endpoint.reply(request) }
    const response = { status, headers: [], body: json ? JSON.stringify(json) : '' }
    return { request, startedAt: 0, durationMs: 1, response }
  })
  await organization.act('create-application', { label: 'Lark' })
  await organization.act('configure-scim', { baseUrl: 'https://scim.test/v2', token: 'secret' })
  seen = await organization.script('./administrator.mjs')
}, 60_000)

afterAll(() => organization.close())

const logins = (names: string): string[] => names.split(' ').map((name) => `${name}@example.com`)

test('people are made, activated at once or STAGED', () => {
  const active = ['00u', 20, 'ACTIVE']
  expect(seen.created).toEqual([active, active, active, active, ['00u', 20, 'STAGED']])
  expect(seen.createdIsDate).toBe(true)
})

test('a list is walked page by page by its Link headers', () => {
  expect(seen.paged).toEqual(logins('ana bo cy dee eli'))
})

test('filter, search with an order, and q', () => {
  expect(seen.filtered).toEqual(logins('eli'))
  expect(seen.searched).toEqual(logins('eli dee cy bo ana'))
  expect(seen.found).toEqual(logins('ana'))
  expect(seen.byLogin).toBe(true)
})

test('POST sets what it names, PUT empties what it does not', () => {
  expect(seen.updated).toMatchObject({ title: 'Engineer', department: 'Sales' })
  expect(seen.replaced).toMatchObject({ city: 'Bonn' })
  expect(seen.replaced).not.toHaveProperty('department')
})

test('states, and who is gone', () => {
  expect([seen.suspended, seen.unsuspended]).toEqual(['SUSPENDED', 'ACTIVE'])
  expect(seen.left).toEqual(logins('ana bo dee eli'))
  expect(seen.deleted).toMatchObject({ status: 404, errorCode: 'E0000007' })
})

test('groups are made, found, filled, renamed and deleted', () => {
  expect(seen.group).toEqual(['OKTA_GROUP', { name: 'Sales', description: 'Who sells' }, true])
  expect(seen.groups).toEqual(['Sales', 'Engineering', 'Support'])
  expect(seen.groupsFound).toEqual([['Engineering'], ['Support'], ['Sales']])
  expect([seen.members, seen.groupsOfAna]).toEqual([logins('ana'), ['Sales']])
  expect(seen.renamed).toEqual({ name: 'Sellers', description: null })
  expect(seen.noGroup).toMatchObject({ status: 404, errorCode: 'E0000007' })
  expect(seen.sameName).toMatchObject({ status: 409, errorCode: 'E0000055' })
})

test('an application is made; it comes to rest before it is deleted', () => {
  expect(seen.own).toEqual(['0oa', 'Wiki', 'ACTIVE', 'SAML_2_0', []])
  expect(seen.apps).toEqual(['Lark', 'Wiki'])
  expect(seen.activeApp).toMatchObject({ status: 400, errorCode: 'E0000001' })
  expect(seen.noApp).toMatchObject({ status: 404, errorCode: 'E0000007' })
})

test('who is assigned arrives at the endpoint, alone or through a group', () => {
  expect(seen.assigned).toEqual([true, 'USER', 'ana@example.com', 'ana'])
  expect(seen.arrived).toEqual(['PROVISIONED', 'SYNCHRONIZED', expect.any(String), true])
  expect([seen.groupAssigned, seen.appGroups]).toEqual([[true, 3], [true]])
  expect(seen.appUsers).toEqual([
    ['ana@example.com', 'USER'],
    ['bo@example.com', 'GROUP'],
  ])
  expect([seen.appsOfSales, seen.appLinks]).toEqual([['Lark'], ['Lark']])
  expect(seen.nobody).toEqual([])
  expect(seen.unassigned).toMatchObject({ status: 404, errorCode: 'E0000007' })
})

test('what provisioning does is read and changed in parts, and what is mapped is not written by hand', () => {
  expect(seen.features).toContain('PUSH_PROFILE_UPDATES')
  expect(seen.feature).toEqual(['USER_PROVISIONING', 'ENABLED'])
  expect(seen.changedFeature).toEqual(['DISABLED', 'ENABLED'])
  expect(seen.mapped).toMatchObject({
    ...{ status: 403, errorCode: 'E0000075' },
    errorSummary: expect.stringContaining('givenName attribute'),
  })
})

test('a profile mapping is found by its application, read and changed in parts', () => {
  expect(seen.mapping).toEqual([true, 'user.firstName'])
  expect(seen.changedMapping).toEqual(["String.toUpperCase(user.lastName) + '!'", 8])
  expect(seen.wrongMapping).toMatchObject({ status: 400, errorCode: 'E0000045' })
})

test('the log is read to its end, and polled for what is new', () => {
  expect(seen.logged).toEqual([
    ...['user.lifecycle.create', 'user.lifecycle.suspend', 'user.lifecycle.unsuspend'],
    ...['group.user_membership.add', 'group.user_membership.remove'],
  ])
  expect(seen.polled).toEqual([['group.user_membership.add', 'SUCCESS', ['User', 'UserGroup']]])
})

test('what is refused has the code, the summary and the causes of Okta', () => {
  expect(seen.taken).toEqual({
    ...{ status: 400, errorCode: 'E0000001', errorSummary: 'Api validation failed: login' },
    errorCauses: [{ errorSummary: 'login: An object with this field already exists in the current organization' }],
  })
  expect(seen.blank).toMatchObject({
    errorCode: 'E0000001',
    errorCauses: [
      { errorSummary: 'firstName: The field cannot be left blank' },
      { errorSummary: 'lastName: The field cannot be left blank' },
    ],
  })
  expect(seen.notSuspended).toMatchObject({ status: 400, errorCode: 'E0000001' })
  expect(seen.badSearch).toMatchObject({ status: 400, errorCode: 'E0000031' })
  expect(seen.wrongToken).toMatchObject({ status: 401, errorCode: 'E0000011' })
})
