// What a person is on the wire (O117, O207 to O213, O227 to O229, O301 to O313).
import { describe, expect, test } from 'vitest'
import { bodyOf, createWorld, NOBODY, withAna } from './world.ts'

const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User'
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const ANA = { user: 'ana@example.com' }

/** An endpoint that has Ana as soon as she was sent, with a value of its own. */
function keeping() {
  let kept: Record<string, unknown> | undefined
  return createWorld((request) => {
    const body = Object(bodyOf(request))
    if (request.method === 'POST' || request.method === 'PUT') {
      const next = { nickName: 'its own', ...body, id: 'a1' }
      kept = next
      return { status: request.method === 'POST' ? 201 : 200, json: next }
    }
    if (request.method === 'PATCH') return { status: 204 }
    return request.url.includes('filter') || !kept ? NOBODY : { json: kept }
  })
}

test('a POST has its members in order, a placeholder as password, and nothing without a value', async () => {
  const world = keeping()
  await withAna(world)
  await world.act('assign-user', ANA)
  const post = world.sent.find(({ method }) => method === 'POST')
  const body = Object(bodyOf(post))
  expect(Object.keys(body)).toEqual([
    ...['schemas', 'userName', 'name', 'emails', 'externalId', 'groups', 'password', 'active'],
  ])
  expect(body).toMatchObject({
    ...{ schemas: [CORE], userName: 'ana@example.com', name: { givenName: 'Ana', familyName: 'Berg' } },
    ...{ emails: [{ primary: true, value: 'ana@example.com', type: 'work' }], groups: [], active: true },
  })
  expect([body.externalId.slice(0, 3), body.password.length]).toEqual(['00u', 8])
  expect(post?.headers).toEqual([
    ['Accept', 'application/scim+json'],
    ['Accept-Charset', 'utf-8'],
    ['Content-Type', 'application/scim+json; charset=utf-8'],
    ['User-Agent', 'Okta SCIM Client 1.0.0'],
    ['Authorization', 'Bearer secret'],
  ])
  expect(world.sent[0]?.headers.map(([name]) => name)).not.toContain('Content-Type')
})

describe('a changed profile', () => {
  test('goes back in what came, with what was emptied empty and the password not again', async () => {
    const world = keeping()
    await withAna(world)
    await world.act('update-user', { ...ANA, set: { title: 'Buyer', department: 'Sales' } })
    await world.act('assign-user', ANA)
    world.traffic()
    await world.act('update-user', { ...ANA, set: { title: null, department: 'Purchase' } })
    const put = Object(bodyOf(world.sent[1]))
    expect(world.traffic()).toEqual(['GET /Users/a1', 'PUT /Users/a1'])
    expect(put).toMatchObject({
      title: '',
      [ENTERPRISE]: { department: 'Purchase' },
      nickName: 'its own',
      active: true,
    })
    expect(put.schemas).toEqual([CORE, ENTERPRISE])
  })

  test('of an attribute that is not mapped sends nothing', async () => {
    const world = keeping()
    await withAna(world)
    await world.act('assign-user', ANA)
    world.traffic()
    await world.act('update-user', { ...ANA, set: { city: 'Oslo' } })
    expect(world.traffic()).toEqual([])
  })

  test('of an attribute that is on create only sends nothing, and it goes with the next as it was at the create', async () => {
    const world = keeping()
    await withAna(world)
    await world.act('set-mapping', { externalName: 'userType', source: 'userType', pushStatus: 'DONT_PUSH' })
    await world.act('update-user', { ...ANA, set: { userType: 'Temp' } })
    await world.act('assign-user', ANA)
    world.traffic()
    await world.act('update-user', { ...ANA, set: { userType: 'Staff' } })
    expect(world.traffic()).toEqual([])
    await world.act('update-user', { ...ANA, set: { title: 'Buyer' } })
    expect(bodyOf(world.sent[1])).toMatchObject({ userType: 'Temp', title: 'Buyer' })
  })

  test('of an attribute that came on create only after the person is left as the endpoint has it', async () => {
    const world = keeping()
    await withAna(world)
    await world.act('assign-user', ANA)
    await world.act('set-mapping', { externalName: 'nickName', source: 'nickName', pushStatus: 'DONT_PUSH' })
    world.traffic()
    await world.act('update-user', { ...ANA, set: { nickName: 'Annie', title: 'Buyer' } })
    expect(bodyOf(world.sent[1])).toMatchObject({ nickName: 'its own', title: 'Buyer' })
  })
})

test('external names with a choice, and a namespace of its own, find their place', async () => {
  const world = keeping()
  await withAna(world)
  const own = 'urn:example:1.0:User'
  await world.act('set-mapping', { externalName: "phoneNumbers.^[type=='work'].value", source: 'primaryPhone' })
  await world.act('set-mapping', { externalName: 'badge', externalNamespace: own, source: 'employeeNumber' })
  await world.act('update-user', { ...ANA, set: { primaryPhone: '+1 425 555 0142', employeeNumber: '7' } })
  await world.act('assign-user', ANA)
  expect(bodyOf(world.sent.find(({ method }) => method === 'POST'))).toMatchObject({
    phoneNumbers: [{ type: 'work', value: '+1 425 555 0142' }],
    ...{ schemas: [CORE, own], [own]: { badge: '7' } },
  })
})

describe('the loss of an application', () => {
  test("the wizard's sends back what came, but for active", async () => {
    const world = keeping()
    await withAna(world)
    await world.act('assign-user', ANA)
    const before = Object(bodyOf(world.sent.find(({ method }) => method === 'POST')))
    world.traffic()
    await world.act('unassign-user', ANA)
    const put = world.sent[1]
    expect(bodyOf(put)).toEqual({ nickName: 'its own', ...before, id: 'a1', active: false })
    expect(world.traffic()).toEqual(['GET /Users/a1', 'PUT /Users/a1'])
  })

  test("the catalogue's is one PATCH without a path, with what was typed as Authorization", async () => {
    const world = keeping()
    await withAna(world, 'catalogue')
    await world.act('assign-user', ANA)
    world.traffic()
    await world.act('unassign-user', ANA)
    const [patch] = world.sent
    expect(bodyOf(patch)).toEqual({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
      Operations: [{ op: 'replace', value: { active: false } }],
    })
    expect(patch?.headers).toContainEqual(['Authorization', 'secret'])
    expect(world.traffic()).toEqual(['PATCH /Users/a1'])
  })
})
