// /api/v1/groups/rules (O920).
import { expect, test } from 'vitest'
import { createSurface } from './surface.ts'

const RULES = '/api/v1/groups/rules'

async function created() {
  const surface = await createSurface()
  const { ask, world } = surface
  const group = (await ask('post', '/api/v1/groups', { profile: { name: 'Sales' } })).body
  const profile = { login: 'a@example.com', email: 'a@example.com', firstName: 'Ana', lastName: 'Berg' }
  await ask('post', '/api/v1/users', { profile: { ...profile, department: 'Sales' } })
  const written = (value: string, groupIds = [group.id]) => ({
    ...{ type: 'group_rule', name: 'R', conditions: { expression: { value, type: 'urn:okta:expression:1.0' } } },
    actions: { assignUserToGroups: { groupIds } },
  })
  const made = await ask('post', RULES, written("user.department == 'Legal'"))
  const one = `${RULES}/${made.body.id}`
  const members = async () => (await world.see('memberships')).length
  return { ...surface, made, one, written, members }
}

test('a rule is made INACTIVE, changed, activated, deactivated and deleted', async () => {
  const { ask, made, one, written, members } = await created()
  expect(made).toMatchObject({ status: 200, body: { type: 'group_rule', status: 'INACTIVE', name: 'R' } })
  expect((await ask('get', RULES)).body).toEqual([made.body])
  const changed = await ask('put', one, written("user.department == 'Sales'"))
  expect(changed.body.conditions.expression.value).toBe("user.department == 'Sales'")
  expect((await ask('post', `${one}/lifecycle/activate`)).status).toBe(204)
  expect([await members(), (await ask('get', one)).body.status]).toEqual([1, 'ACTIVE'])
  expect(await ask('put', one, written('true'))).toMatchObject({ status: 400, body: { errorCode: 'E0000001' } })
  expect((await ask('post', `${one}/lifecycle/deactivate`)).status).toBe(204)
  expect((await ask('delete', `${one}?removeUsers=true`)).status).toBe(202)
  expect([await members(), (await ask('get', one)).body.errorCode]).toEqual([0, 'E0000007'])
})

test.each([
  [{ name: 'S' }, 400, 'E0000001'],
  [{ value: 'user.' }, 400, 'E0000001'],
  [{ groupIds: ['00gnothing'] }, 404, 'E0000007'],
] as const)('%j is refused', async (given, status, errorCode) => {
  const { ask, written } = await created()
  const {
    value = 'true',
    groupIds,
    name,
  } = { name: 'T', ...given } as { value?: string; groupIds?: string[]; name: string }
  const body = 'name' in given ? { name } : { ...written(value, groupIds), name }
  expect(await ask('post', RULES, body)).toMatchObject({ status, body: { errorCode } })
})
