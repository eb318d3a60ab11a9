// The 25 tests of Microsoft's validation kit for the app gallery, by their names, against `entra up` and an endpoint (AzureAD/SCIMReferenceCode,
// Microsoft.SCIM.LogicAppValidationTemplate/StandardLogicApp: SCIM-Validation-Test-Overview.md and the workflows of users, groups and SCIM).
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, CLIENT, type GalleryKit, graphOf, openGalleryKit, startProgram } from './gallery-kit.ts'

const running: ChildProcess[] = []
const folder = mkdtempSync(join(tmpdir(), 'scimulator-gallery-'))
let kit: GalleryKit

beforeAll(async () => {
  kit = await openGalleryKit(running)
}, 120_000)
afterAll(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User'
const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group'
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp'

const userNamed = (name: string) => kit.find('/Users', `userName eq "${name}@contoso.example"`)
const groupNamed = (name: string) => kit.find('/Groups', `displayName eq "${name}"`)
const statusOf = async (id: string, action: string) => (await kit.logged(id, action))?.provisioningStatusInfo.status
const ref = (id: string) => ({ '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${id}` })
const patch = (path: string, ...Operations: readonly object[]) =>
  kit.scim('PATCH', path, { schemas: [PATCH_OP], Operations })

async function provisionedUser(name: string, more: object = {}): Promise<string> {
  const id = await kit.user(name, more)
  await kit.assign('users', id)
  await kit.cycle()
  expect(await statusOf(id, 'Create')).toBe('success')
  return id
}

async function provisionedGroup(name: string): Promise<string> {
  const id = await kit.group(name)
  await kit.assign('groups', id)
  await kit.cycle()
  expect(await statusOf(id, 'Create')).toBe('success')
  return id
}

async function onDemand(objectId: string, objectTypeName: 'User' | 'Group'): Promise<void> {
  const [{ id: ruleId }] = (await kit.graph('GET', `${kit.jobPath}/schema`)).body.synchronizationRules
  const body = { parameters: [{ ruleId, subjects: [{ objectId, objectTypeName }] }] }
  const { status } = await kit.graph('POST', `${kit.jobPath}/provisionOnDemand`, body)
  expect(status).toBe(200)
}

async function changeOfMembers(group: string): Promise<{ readonly oldValue: string; readonly newValue: string }> {
  const { modifiedProperties } = await kit.logged(group, 'Update')
  return modifiedProperties.find(({ displayName }: { displayName: string }) => displayName === 'members')
}

async function changeOfManager(id: string) {
  const { modifiedProperties } = await kit.logged(id, 'Update')
  return modifiedProperties.find(({ displayName }: { displayName: string }) => displayName.includes('manager'))
}

const USER_TESTS: Readonly<Record<string, () => Promise<void>>> = {
  async Create_User_Test() {
    expect(await userNamed('create')).toBeUndefined()
    await provisionedUser('create')
    expect(await userNamed('create')).toMatchObject({ userName: 'create@contoso.example', active: true })
  },
  async Update_User_Test() {
    const id = await provisionedUser('update', { jobTitle: 'Engineer', department: 'IT' })
    await kit.graph('PATCH', `/users/${id}`, { jobTitle: 'Director', department: 'R&D' })
    await kit.cycle()
    expect(await statusOf(id, 'Update')).toBe('success')
    expect(await userNamed('update')).toMatchObject({ title: 'Director', [ENTERPRISE]: { department: 'R&D' } })
  },
  async Disable_User_Test() {
    const id = await provisionedUser('disable')
    await kit.graph('PATCH', `/users/${id}`, { accountEnabled: false })
    await kit.cycle()
    expect(await statusOf(id, 'Disable')).toBe('success')
    expect((await userNamed('disable')).active).toBe(false)
  },
  async Delete_User_Test() {
    const id = await provisionedUser('delete')
    expect((await kit.graph('DELETE', `/users/${id}`)).status).toBe(204)
    await kit.cycle()
    expect((await kit.graph('DELETE', `/directory/deletedItems/${id}`)).status).toBe(204)
    await kit.cycle()
    expect(await statusOf(id, 'Delete')).toBe('success')
    expect(await userNamed('delete')).toBeUndefined()
  },
  async User_Update_Manager_Test() {
    const [id, first, second] = [
      await provisionedUser('led'),
      await provisionedUser('one'),
      await provisionedUser('two'),
    ]
    for (const boss of [first, second]) {
      expect((await kit.graph('PUT', `/users/${id}/manager/$ref`, ref(boss))).status).toBe(204)
      await kit.cycle()
      const { id: target } = await userNamed(boss === first ? 'one' : 'two')
      expect((await changeOfManager(id)).newValue).toContain(target)
      expect((await userNamed('led'))[ENTERPRISE].manager.value).toBe(target)
    }
    expect((await kit.graph('DELETE', `/users/${id}/manager/$ref`)).status).toBe(204)
    await kit.cycle()
    expect((await changeOfManager(id)).newValue || null).toBeNull()
    expect((await userNamed('led'))[ENTERPRISE]?.manager).toBeUndefined()
  },
  async Restore_User_Test() {
    const id = await kit.user('restore')
    const assignment = await kit.assign('users', id)
    await kit.cycle()
    expect((await userNamed('restore')).active).toBe(true)
    expect((await kit.graph('DELETE', `/users/${id}/appRoleAssignments/${assignment}`)).status).toBe(204)
    await kit.cycle()
    expect([await statusOf(id, 'Disable'), (await userNamed('restore')).active]).toEqual(['success', false])
    await kit.assign('users', id)
    await kit.cycle()
    expect([await statusOf(id, 'Update'), (await userNamed('restore')).active]).toEqual(['success', true])
  },
  async POD_User_Test() {
    const id = await kit.user('demand')
    await kit.assign('users', id)
    await onDemand(id, 'User')
    expect((await userNamed('demand')).active).toBe(true)
    expect(await statusOf(id, 'Create')).toBe('success')
  },
}

const GROUP_TESTS: Readonly<Record<string, () => Promise<void>>> = {
  async Create_Group_Test() {
    await provisionedGroup('CreateGroup')
    expect((await groupNamed('CreateGroup')).displayName).toBe('CreateGroup')
  },
  async Update_Group_Test() {
    const id = await provisionedGroup('UpdateGroup')
    await kit.graph('PATCH', `/groups/${id}`, { displayName: 'UpdatedGroup' })
    await kit.cycle()
    expect(await statusOf(id, 'Update')).toBe('success')
    expect([await groupNamed('UpdateGroup'), (await groupNamed('UpdatedGroup'))?.displayName]).toEqual([
      undefined,
      'UpdatedGroup',
    ])
  },
  async Delete_Group_Test() {
    const id = await provisionedGroup('DeleteGroup')
    expect((await kit.graph('DELETE', `/groups/${id}`)).status).toBe(204)
    await kit.cycle()
    expect([await statusOf(id, 'Delete'), await groupNamed('DeleteGroup')]).toEqual(['success', undefined])
  },
  async Group_Update_Add_Member_Test() {
    const [member, id] = [await provisionedUser('joiner'), await provisionedGroup('JoinGroup')]
    expect((await kit.graph('POST', `/groups/${id}/members/$ref`, ref(member))).status).toBe(204)
    await kit.cycle()
    const { oldValue, newValue } = await changeOfMembers(id)
    const target = await userNamed('joiner')
    expect([oldValue || null, newValue.includes(target.id)]).toEqual([null, true])
    expect((await groupNamed('JoinGroup')).members).toMatchObject([{ value: target.id }])
  },
  async Group_Update_Remove_Member_Test() {
    const [member, id] = [await provisionedUser('leaver'), await provisionedGroup('LeaveGroup')]
    await kit.graph('POST', `/groups/${id}/members/$ref`, ref(member))
    await kit.cycle()
    expect((await kit.graph('DELETE', `/groups/${id}/members/${member}/$ref`)).status).toBe(204)
    await kit.cycle()
    const { oldValue, newValue } = await changeOfMembers(id)
    expect([oldValue.includes((await userNamed('leaver')).id), newValue || null]).toEqual([true, null])
    expect((await groupNamed('LeaveGroup')).members).toBeUndefined()
  },
  async POD_Group_Test() {
    const id = await kit.group('DemandGroup')
    await kit.assign('groups', id)
    await onDemand(id, 'Group')
    expect([await statusOf(id, 'Create'), (await groupNamed('DemandGroup')).displayName]).toEqual([
      'success',
      'DemandGroup',
    ])
  },
  async Restore_Group_Test() {
    const id = await kit.group('RestoreGroup')
    const assignment = await kit.assign('groups', id)
    await kit.cycle()
    expect(await groupNamed('RestoreGroup')).toBeDefined()
    expect((await kit.graph('DELETE', `/groups/${id}/appRoleAssignments/${assignment}`)).status).toBe(204)
    await kit.cycle()
    expect([await statusOf(id, 'Delete'), await groupNamed('RestoreGroup')]).toEqual(['success', undefined])
    await kit.assign('groups', id)
    await kit.cycle()
    expect(await groupNamed('RestoreGroup')).toBeDefined()
  },
}

async function paged(path: '/Users' | '/Groups'): Promise<void> {
  const pages = [0, 1].map((page) => kit.scim('GET', `${path}?startIndex=${page * 5 + 1}&count=5`))
  const seen = (await Promise.all(pages)).map(({ status, body }) => [status, body.startIndex, body.Resources.length])
  expect(seen).toEqual([
    [200, 1, 5],
    [200, 6, 5],
  ])
}

async function created(path: string, body: object): Promise<string> {
  const answer = await kit.scim('POST', path, body)
  expect(answer.status).toBe(201)
  expect(answer.body).toMatchObject(body)
  return answer.body.id
}

const SCIM_TESTS: Readonly<Record<string, () => Promise<void>>> = {
  async Schema_Discoverability_Test() {
    const { Resources } = (await kit.scim('GET', '/Schemas')).body
    const schema = (await kit.graph('GET', `${kit.jobPath}/schema`)).body
    const mapped: readonly string[] = schema.synchronizationRules[0].objectMappings.flatMap(
      ({ attributeMappings }: { attributeMappings: readonly { targetAttributeName: string }[] }) =>
        attributeMappings.map(({ targetAttributeName }) => targetAttributeName),
    )
    const known: ReadonlySet<string> = new Set(
      Resources.flatMap(({ id, attributes }: { id: string; attributes: readonly { name: string }[] }) =>
        attributes.flatMap(({ name }) => [name, `${id}:${name}`].map((text) => text.toLowerCase())),
      ),
    )
    const top = (path: string) =>
      path
        .replace(/\[.*$/, '')
        .replace(/\.(?!\d)[^:]*$/, '')
        .toLowerCase()
    const missing = mapped.filter((path) => !known.has(top(path)) && path !== 'externalId')
    expect([mapped.length > 15, missing]).toEqual([true, []])
  },
  async SCIM_Null_Update_Test() {
    const id = await created('/Users', { schemas: [USER], userName: 'null@contoso.example', title: 'T', nickName: 'N' })
    for (const value of ['', null]) {
      const ops = ['title', 'nickName'].map((path) => ({ op: 'replace', path, value }))
      expect((await patch(`/Users/${id}`, ...ops)).status).toBe(200)
      const { body } = await kit.scim('GET', `/Users/${id}`)
      expect([body.title || null, body.nickName || null]).toEqual([null, null])
    }
  },
  async SCIM_User_Create_Test() {
    await created('/Users', { schemas: [USER], userName: 'scim@contoso.example', active: true })
  },
  async SCIM_User_Update_Test() {
    const id = await created('/Users', { schemas: [USER], userName: 'scim-update@contoso.example' })
    const values = { displayName: 'New', title: 'Head', 'name.givenName': 'Ana' }
    const ops = Object.entries(values).map(([path, value]) => ({ op: 'Replace', path, value }))
    expect((await patch(`/Users/${id}`, ...ops)).status).toBe(200)
    const { body } = await kit.scim('GET', `/Users/${id}`)
    expect(body).toMatchObject({ displayName: 'New', title: 'Head', name: { givenName: 'Ana' } })
  },
  async SCIM_Group_Create_Test() {
    await created('/Groups', { schemas: [GROUP], displayName: 'ScimGroup' })
  },
  async SCIM_Group_Update_Test() {
    const id = await created('/Groups', { schemas: [GROUP], displayName: 'ScimGroupBefore' })
    const { status } = await patch(`/Groups/${id}`, { op: 'Replace', path: 'displayName', value: 'ScimGroupAfter' })
    expect([200, 204]).toContain(status)
    expect((await kit.scim('GET', `/Groups/${id}`)).body.displayName).toBe('ScimGroupAfter')
  },
  async Validate_Credentials_Test() {
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'kit',
      client_secret: CLIENT.secret,
    })
    const granted = await fetch(`${kit.endpoint}/oauth/token`, { method: 'POST', body: form })
    const { access_token: token, expires_in: seconds } = (await granted.json()) as Record<string, string & number>
    expect([Number(seconds) >= 60 * 60, Number(seconds) <= 360 * 60]).toEqual([true, true])
    const answer = await ask(`${kit.endpoint}/scim/v2/Users`, 'GET', { authorization: `Bearer ${token}` })
    expect(answer.status).toBe(200)
  },
  async Federated_Identity_Test() {
    const entra = await startProgram(running, 'entra', 'up', '--client-id', 'kit', '--client-secret', 'kit-secret')
    const act = (verb: string, input: object) => ask(`${entra}/_scimulator/verbs/${verb}`, 'POST', {}, input)
    await act('create-app', { name: 'Kit' })
    const { items } = (await ask(`${entra}/_scimulator/views/federation`, 'GET', {})).body
    const [
      {
        value: { jwksPath, ...shown },
      },
    ] = items
    const file = join(folder, 'federation.json')
    writeFileSync(file, JSON.stringify({ id: 'kit', jwksUrl: `${entra}${jwksPath}`, ...shown }))
    const options = ['--profile', 'rfc', '--token', 'secret', '--federation', file, '--auth', 'oauth2']
    const endpoint = await startProgram(running, 'receiver', 'up', ...options)
    const workloadIdentity = { tokenEndpoint: `${endpoint}/oauth/token`, clientId: 'kit' }
    await act('set-credentials', { tenantUrl: `${endpoint}/scim/v2`, workloadIdentity })
    const graph = graphOf(entra, 'v1.0')
    const [{ id }] = (await graph('GET', "/servicePrincipals?$filter=displayName eq 'Kit'")).body.value
    const [{ id: job }] = (await graph('GET', `/servicePrincipals/${id}/synchronization/jobs`)).body.value
    const path = `/servicePrincipals/${id}/synchronization/jobs/${job}/validateCredentials`
    expect((await graph('POST', path, { useSavedCredentials: true })).status).toBe(204)
  },
  async SCIM_User_Pagination_Test() {
    for (let n = 0; n < 11; n++)
      await kit.scim('POST', '/Users', { schemas: [USER], userName: `page${n}@contoso.example` })
    await paged('/Users')
  },
  async SCIM_Group_Pagination_Test() {
    for (let n = 0; n < 11; n++) await kit.scim('POST', '/Groups', { schemas: [GROUP], displayName: `Page${n}` })
    await paged('/Groups')
  },
  async SCIM_Update_Manager_Test() {
    const make = (name: string) => created('/Users', { schemas: [USER], userName: `${name}@contoso.example` })
    const [id, first, second] = [await make('direct'), await make('direct-one'), await make('direct-two')]
    const path = `${ENTERPRISE}:manager`
    for (const [op, value, expected] of [
      ['Add', first, first],
      ['Replace', second, second],
      ['Replace', '', undefined],
    ]) {
      expect((await patch(`/Users/${id}`, { op, path, value })).status).toBe(200)
      expect((await kit.scim('GET', `/Users/${id}`)).body[ENTERPRISE]?.manager?.value).toBe(expected)
    }
  },
}

const TESTS = Object.entries({ ...USER_TESTS, ...GROUP_TESTS, ...SCIM_TESTS })

test('there are 25', () => expect(TESTS).toHaveLength(25))

test.each(TESTS)('%s', { timeout: 60_000 }, async (_name, run) => run())
