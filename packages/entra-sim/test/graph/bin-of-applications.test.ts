// Deleted applications lie in the bin, each with its service principal beside it, and come back one by one (Graph: Restore deleted item).
import { DAY_MS } from '@scimulator/shared/runtime'
import { beforeEach, describe, expect, test } from 'vitest'
import { openSurface, type Surface } from './surface.ts'

let surface: Surface

beforeEach(async () => {
  surface = await openSurface()
})

const BIN = '/directory/deletedItems'
const inBin = async (type: string) =>
  (await surface.graph('get', `${BIN}/microsoft.graph.${type}`)).body.value.map(({ id }: { id: string }) => id)

async function deleted() {
  const app = await surface.app()
  const application: string = (await surface.graph('get', `/applications(appId='${app.appId}')`)).body.id
  const ana = await surface.user('ana')
  const assignment = { principalId: ana, resourceId: app.id, appRoleId: app.roleId }
  await surface.graph('post', `/users/${ana}/appRoleAssignments`, assignment)
  expect((await surface.graph('delete', `/applications/${application}`)).status).toBe(204)
  return { ...app, application, ana }
}

test('both are in it, and nowhere else', async () => {
  const { id, application, appId, jobPath } = await deleted()
  expect([await inBin('application'), await inBin('servicePrincipal')]).toEqual([[application], [id]])
  for (const path of [`/applications/${application}`, `/servicePrincipals/${id}`, jobPath])
    expect((await surface.graph('get', path)).status).toBe(404)
  const { body } = await surface.graph('get', `${BIN}/${application}`)
  expect(body).toMatchObject({ appId, displayName: 'Lark', deletedDateTime: '2026-01-05T08:00:00Z' })
  const count = await surface.graph('get', `${BIN}/microsoft.graph.application/$count`)
  expect(count.text).toBe('1')
})

test('an application comes back alone, and its service principal with its assignments afterwards', async () => {
  const { id, application, ana } = await deleted()
  const restored = await surface.graph('post', `${BIN}/${application}/restore`)
  expect([restored.status, restored.body.id, restored.body.displayName]).toEqual([200, application, 'Lark'])
  expect((await surface.graph('get', `/servicePrincipals/${id}`)).status).toBe(404)
  expect((await surface.graph('post', `${BIN}/${id}/restore`)).status).toBe(200)
  expect((await surface.graph('get', `/servicePrincipals/${id}`)).status).toBe(200)
  const assigned = (await surface.graph('get', `/servicePrincipals/${id}/appRoleAssignedTo`)).body.value
  expect(assigned).toMatchObject([{ principalId: ana }])
  expect([await inBin('application'), await inBin('servicePrincipal')]).toEqual([[], []])
  expect((await surface.graph('get', `/servicePrincipals/${id}/synchronization/jobs`)).body.value).toEqual([])
})

describe('a restore collides', () => {
  test('where a service principal’s application is not there', async () => {
    const { id } = await deleted()
    const { status, body } = await surface.graph('post', `${BIN}/${id}/restore`)
    expect([status, body.error.message]).toEqual([400, expect.stringContaining('restore that first')])
    expect(await inBin('servicePrincipal')).toEqual([id])
  })

  test('where it has another service principal meanwhile', async () => {
    const { id, application, appId } = await deleted()
    await surface.graph('post', `${BIN}/${application}/restore`)
    expect((await surface.graph('post', '/servicePrincipals', { appId })).status).toBe(201)
    const { status, body } = await surface.graph('post', `${BIN}/${id}/restore`)
    expect([status, body.error.message]).toEqual([400, expect.stringContaining('property appId already exists')])
  })

  test('where a person’s name has been taken; under a new name the person comes back', async () => {
    const first = await surface.user('ana')
    await surface.graph('delete', `/users/${first}`)
    await surface.user('ana')
    const refused = await surface.graph('post', `${BIN}/${first}/restore`)
    expect([refused.status, refused.body.error.message]).toEqual([
      400,
      expect.stringContaining('property userPrincipalName already exists'),
    ])
    expect(await inBin('user')).toEqual([first])
    const newName = { newUserPrincipalName: 'ana2@contoso.example' }
    const restored = await surface.graph('post', `${BIN}/${first}/restore`, newName)
    expect([restored.status, restored.body.userPrincipalName]).toEqual([200, 'ana2@contoso.example'])
    expect((await surface.graph('get', '/users/ana2@contoso.example')).body.id).toBe(first)
  })
})

test('what is deleted from the bin, and what has lain there for 30 days, is gone', async () => {
  const { id, application } = await deleted()
  expect((await surface.graph('delete', `${BIN}/${id}`)).status).toBe(204)
  expect((await surface.graph('post', `${BIN}/${id}/restore`)).status).toBe(404)
  await surface.schedule.advanceTo(surface.schedule.now() + 30 * DAY_MS)
  expect(surface.tenant.view.deletedApps.has(application)).toBe(false)
})

test('a service principal of a registered application is deleted alone, and the bin outlives a restart', async () => {
  const { body: application } = await surface.graph('post', '/applications', { displayName: 'tf' })
  const { body: principal } = await surface.graph('post', '/servicePrincipals', { appId: application.appId })
  await surface.graph('delete', `/servicePrincipals/${principal.id}`)
  expect([await inBin('application'), await inBin('servicePrincipal')]).toEqual([[], [principal.id]])
  const { control } = surface.tenant
  control.restore(JSON.parse(JSON.stringify(control.snapshot())))
  expect(await inBin('servicePrincipal')).toEqual([principal.id])
  control.reset()
  expect(surface.tenant.view.deletedApps.size).toBe(0)
})
