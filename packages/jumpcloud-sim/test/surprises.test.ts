// Surprises that receivers report about JumpCloud and that no other test is named after.
import { expect, test } from 'vitest'
import { addPeople, createActiveWorld, type World } from './world.ts'

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

async function push(fields: Record<string, unknown>, form: Record<string, unknown> = {}) {
  const world = await createActiveWorld({ groupManagement: false, form })
  await world.act('create-user', { username: 'ana', email: 'ana@example.com', ...fields })
  await world.act('bind-user', { user: 'ana' })
  return { world, body: lastBody(world) }
}

function lastBody({ target }: World): Record<string, unknown> {
  return JSON.parse(target.requests.at(-1)?.body ?? '{}')
}

test('a PUT carries the id, empty arrays that clear, and what the target supplied itself', async () => {
  const { world } = await push({ phoneNumbers: [{ type: 'work', number: '1' }], jobTitle: 'Boss', department: 'Sales' })
  await world.act('update-user', { user: 'ana', set: { location: 'x', costCenter: '1' } })
  const [id] = world.target.users.keys()
  await world.act('update-user', {
    user: 'ana',
    set: { phoneNumbers: [], jobTitle: '', department: '', costCenter: '' },
  })
  expect(lastBody(world)).toMatchObject({ id, phoneNumbers: [], addresses: [] })
  expect(lastBody(world)).not.toHaveProperty('title')
  expect(lastBody(world)).not.toHaveProperty(ENTERPRISE)
})

test('what the target supplied in its last answer comes back to it, and meta does not', async () => {
  const world = await createActiveWorld({ groupManagement: false })
  world.target.supplied = { photos: [{ value: 'p.png' }], meta: { version: '1' }, groups: [{ value: 'g' }] }
  await addPeople(world, [])
  await world.act('bind-user', { user: 'ana' })
  await world.act('update-user', { user: 'ana', set: { jobTitle: 'Boss' } })
  expect(lastBody(world)).toMatchObject({ photos: [{ value: 'p.png' }], title: 'Boss' })
  expect(Object.keys(lastBody(world))).not.toContain('meta')
  expect(Object.keys(lastBody(world))).not.toContain('groups')
})

test('the enterprise URN is listed although there is no enterprise object', async () => {
  const { body } = await push({})
  expect(body.schemas).toContain(ENTERPRISE)
  expect(body).not.toHaveProperty(ENTERPRISE)
})

test('an address carries primary, which RFC 7643 does not have there; work comes first', async () => {
  const { body } = await push({
    addresses: [
      { type: 'home', country: 'PT' },
      { type: 'work', country: 'BR' },
    ],
  })
  expect(body.addresses).toEqual([
    { country: 'BR', primary: true, type: 'work' },
    { country: 'PT', primary: false, type: 'home' },
  ])
})

test.each([
  [{ displayname: 'Ana S.' }, 'Ana S.'],
  [{ firstname: 'Ana', lastname: 'Souza' }, 'Ana Souza'],
  [{ firstname: 'Ana' }, 'Ana'],
  [{}, 'ana'],
])('displayName is always sent: %j gives %s', async (fields, displayName) => {
  expect((await push(fields)).body).toMatchObject({ displayName })
})

test('a user without names is sent without them, and only Insights tells that a target refused him', async () => {
  const world = await createActiveWorld({ groupManagement: false })
  world.target.intercept = ({ method }) =>
    method === 'POST' ? { status: 400, headers: [], body: 'name is required' } : undefined
  await world.act('create-user', { username: 'ana', email: 'ana@example.com' })
  await world.act('bind-user', { user: 'ana' })
  expect(lastBody(world).name).toEqual({})
  expect(await world.see('mails')).toEqual([])
  expect(await world.see('insights', { success: false })).toHaveLength(1)
})

test('custom attributes are never sent', async () => {
  const { world } = await push({ attributes: [{ name: 'role', value: 'secret-role' }] })
  expect(JSON.stringify(world.target.requests)).not.toContain('secret-role')
})

test('an attribute that was taken off the export list is not sent, and not cleared either', async () => {
  const { world, body } = await push(
    { jobTitle: 'Boss', department: 'Sales' },
    { excludedAttributes: ['title', 'department'] },
  )
  expect(body).not.toHaveProperty('title')
  expect(body).not.toHaveProperty(ENTERPRISE)
  await world.act('update-user', { user: 'ana', set: { jobTitle: 'Chief' } })
  expect(world.target.requests.filter(({ method }) => method === 'PUT')).toHaveLength(2)
})
