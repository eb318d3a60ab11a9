// docs/reference/operations.md lists what is answered: each of these is asked once, of a tenant that has what its path names.
import request from 'supertest'
import { beforeAll, expect, test } from 'vitest'
import { OPERATIONS } from '../../src/graph/operations/index.ts'
import { type Method, NON_GALLERY, openSurface, type Surface } from './surface.ts'

let surface: Surface
let known: Readonly<Record<string, string>>

beforeAll(async () => {
  surface = await openSurface()
  const [user, group, app] = [await surface.user('ana'), await surface.group('Sales'), await surface.app()]
  const assignment = { principalId: user, resourceId: app.id, appRoleId: app.roleId }
  const made = await surface.graph('post', `/users/${user}/appRoleAssignments`, assignment)
  const application = (await surface.graph('get', `/applications(appId='${app.appId}')`)).body.id
  const job = app.jobPath.split('/').at(-1) ?? ''
  known = {
    ...{ user, group, application, job, assignment: made.body.id, servicePrincipal: app.id, template: NON_GALLERY },
    ...{ member: user, owner: user, object: user, item: user, connection: user, directory: 'customappsso' },
  }
})

/** Deleting what others need comes last. */
const calls = OPERATIONS.map(({ method, template }) => [method, template] as const).sort(
  ([a], [b]) => Number(a === 'DELETE') - Number(b === 'DELETE'),
)

test.each(calls)('%s %s is answered', async (method, template) => {
  const path = template.replace(/\{(\w+)\}/g, (_whole, name: string) => known[name] ?? 'x')
  const asked = surface.call(method.toLowerCase() as Method, `/beta${path}`).set('ConsistencyLevel', 'eventual')
  const { status, body } = await (method === 'GET' || method === 'DELETE' ? asked : asked.send({}))
  expect([status < 500, status]).toEqual([true, status])
  expect(body.error?.message ?? '').not.toMatch(/^Resource not found for the segment/)
  expect(status).not.toBe(405)
})

test('what is not on the list is not answered', async () => {
  const answer = await request(surface.server).get('/v1.0/teams').set('Authorization', `Bearer ${surface.token}`)
  expect(answer.status).toBe(404)
})
