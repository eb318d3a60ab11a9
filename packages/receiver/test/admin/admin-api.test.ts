import request from 'supertest'
import { describe, expect, test } from 'vitest'
import { adminOpenApi } from '../../src/lark/api/openapi.ts'
import { OPERATIONS } from '../../src/lark/api/operations.ts'
import { type Company, company, user } from '../lark/company.ts'

type Method = 'get' | 'post' | 'patch' | 'delete'

/** Each operation as it is called. */
const CALLS = OPERATIONS.map(({ method, template }) => [method.toLowerCase() as Method, template] as const)

const api = ({ receiver }: Company, method: Method, path: string) =>
  request(receiver.handle)[method](`/admin/v1${path}`)

const password = 'correct horse battery'

/** Hashing a password is slow on purpose, so only tests of signing in have one. */
async function staffed(withPassword: { password?: string } = {}) {
  const world = company({ adminSignIn: 'required' })
  const sync = { name: 'Sync', email: 'sync@x.io', permissions: ['Directory Sync'] }
  await world.act('add-administrator', { ...sync, ...withPassword })
  await world.act('add-administrator', { name: 'Log', email: 'log@x.io', permissions: ['Admin log'] })
  const tokenOf = async (administrator: string) =>
    (await world.act('create-personal-token', { administrator })).token ?? ''
  const tokens = {
    primary: await tokenOf('primary.administrator@default.example'),
    sync: await tokenOf('sync@x.io'),
    log: await tokenOf('log@x.io'),
  }
  return { ...world, tokens }
}

const filled = (path: string) => path.replace(/\{\w+\}/g, 'nobody')
const NEEDS_SYNC = CALLS.filter(([, path]) => /^\/sync-(sources|log)/.test(path))

/** The least that each operation's body asks for. */
const BODY: Readonly<Record<string, object>> = {
  '/sync-sources': { kind: 'Entra ID' },
  '/sync-sources/preview': { kind: 'Entra ID' },
}

describe('who may', () => {
  test.each(CALLS)('A02: %s %s is 401 for nobody', async (method, path) => {
    const answer = await api(await staffed(), method, filled(path)).send({})
    expect(answer.status).toBe(401)
    expect(answer.headers['www-authenticate']).toContain('Bearer')
  })

  test.each(NEEDS_SYNC)('A02: %s %s is 403 without the Directory Sync permission', async (method, path) => {
    const world = await staffed()
    const ask = (token: string) =>
      api(world, method, filled(path))
        .set('authorization', `Bearer ${token}`)
        .send(BODY[path] ?? {})
    const refused = await ask(world.tokens.log)
    expect(refused.status).toBe(403)
    expect(refused.body.error.message).toContain('Directory Sync')
    expect([200, 404]).toContain((await ask(world.tokens.sync)).status)
    expect([200, 404]).toContain((await ask(world.tokens.primary)).status)
  })

  test('A02: the admin log is 403 without the Admin log permission', async () => {
    const world = await staffed()
    const ask = (token: string) => api(world, 'get', '/admin-log').set('authorization', `Bearer ${token}`)
    expect((await ask(world.tokens.sync)).status).toBe(403)
    expect((await ask(world.tokens.log)).status).toBe(200)
    expect((await ask(world.tokens.primary)).status).toBe(200)
    expect((await ask('made-up')).status).toBe(401)
  })

  test('only primary administrators add administrators and make tokens for others', async () => {
    const world = await staffed()
    const as = { authorization: `Bearer ${world.tokens.sync}` }
    const add = await api(world, 'post', '/administrators').set(as).send({ name: 'X', email: 'x@x.io', primary: true })
    expect(add.status).toBe(403)
    const token = await api(world, 'post', '/administrators/log@x.io/tokens').set(as)
    expect(token.status).toBe(403)
    expect((await api(world, 'post', '/administrators/sync@x.io/tokens').set(as)).status).toBe(200)
  })
})

describe('signing in', () => {
  test('a session is opened with a password, is who it says, and ends after twelve hours', async () => {
    const world = await staffed({ password })
    const opened = await api(world, 'post', '/session').send({ email: 'SYNC@x.io', password: password })
    expect(opened.status).toBe(201)
    const cookie = String(opened.headers['set-cookie'])
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict/)
    const pair = cookie.split(';')[0] ?? ''
    const who = () => api(world, 'get', '/session').set('cookie', pair)
    expect((await who()).body).toMatchObject({ email: 'sync@x.io', permissions: ['Directory Sync'] })
    await world.advance('12h')
    expect((await who()).status).toBe(401)
  })

  test('a closed session no longer works', async () => {
    const world = await staffed({ password })
    const opened = await api(world, 'post', '/session').send({ email: 'sync@x.io', password: password })
    const pair = String(opened.headers['set-cookie']).split(';')[0] ?? ''
    expect((await api(world, 'delete', '/session').set('cookie', pair)).body).toEqual({ closed: true })
    expect((await api(world, 'get', '/session').set('cookie', pair)).status).toBe(401)
  })

  test.each([
    ['sync@x.io', 'wrong password'],
    ['log@x.io', 'correct horse battery'],
    ['nobody@x.io', 'correct horse battery'],
  ])('%s with %s is refused with the same words', async (email, given) => {
    const answer = await api(await staffed({ password }), 'post', '/session').send({ email, password: given })
    expect(answer.status).toBe(403)
    expect(answer.body.error.message).toBe('The email address and the password do not belong together.')
  })

  test('the admin log names who was signed in, whatever the request says', async () => {
    const world = await staffed({ password })
    const as = { authorization: `Bearer ${world.tokens.sync}` }
    await api(world, 'post', '/sync-sources').set(as).send({ kind: 'JumpCloud', as: 'log@x.io', organisation: 'other' })
    expect(Object.values(await world.see('admin-log'))).toMatchObject([{ administrator: 'sync@x.io' }])
  })

  test('in a demo the primary administrator is signed in, and can act as somebody else', async () => {
    const world = company()
    await world.act('add-administrator', { name: 'Log', email: 'log@x.io', permissions: ['Admin log'] })
    expect((await api(world, 'get', '/sync-sources')).status).toBe(200)
    expect((await api(world, 'get', '/sync-sources').set('x-act-as', 'log@x.io')).status).toBe(403)
    expect((await api(world, 'get', '/session').set('x-act-as', 'log@x.io')).body.email).toBe('log@x.io')
  })

  test('in a demo other machines and pages from elsewhere are refused', async () => {
    const world = company()
    expect((await api(world, 'get', '/members').set('host', 'lark.example')).status).toBe(403)
    expect((await api(world, 'get', '/members').set('origin', 'https://evil.example')).status).toBe(403)
  })

  test('where the control surface has a token, the admin API asks for a sign-in as well', async () => {
    expect((await api(company({ controlToken: 'secret' }), 'get', '/members')).status).toBe(401)
  })

  test('in a demo a wrong token is not taken for the primary administrator', async () => {
    const answer = await api(company(), 'get', '/members').set('authorization', 'Bearer made-up')
    expect(answer.status).toBe(401)
  })

  test('no secret is in the stored state', async () => {
    const world = await staffed({ password })
    const stored = JSON.stringify(world.receiver.snapshot())
    for (const secret of [password, ...Object.values(world.tokens)]) expect(stored).not.toContain(secret)
  })
})

describe('what the console does', () => {
  test('a source goes through the wizard, is edited, and its token is refreshed', async () => {
    const world = company()
    const choices = { memberDeletionRule: 'delete', identifyingAttributes: ['email', 'mobile'] }
    const preview = await api(world, 'post', '/sync-sources/preview').send({ kind: 'Entra ID', configuration: choices })
    expect(preview.body).toMatchObject(choices)
    const added = await api(world, 'post', '/sync-sources').send({ kind: 'Entra ID', activate: true, ...choices })
    expect(added.body).toMatchObject({ url: expect.stringContaining('/scim/v2'), token: expect.any(String) })
    const { id } = added.body
    await api(world, 'patch', `/sync-sources/${id}`).send({ memberDeletionRule: 'reject' })
    await api(world, 'post', `/sync-sources/${id}/deactivate`).send()
    const details = await api(world, 'get', `/sync-sources/${id}`)
    expect(details.body).toMatchObject({
      memberDeletionRule: 'reject',
      status: 'inactive',
      identifyingAttributes: ['email', 'mobile'],
    })
    const refreshed = await api(world, 'post', `/sync-sources/${id}/refresh-token`).send({})
    expect(refreshed.body.token).not.toBe(added.body.token)
    await api(world, 'delete', `/sync-sources/${id}`)
    expect((await api(world, 'get', '/sync-sources')).body).toEqual({ items: [] })
  })

  test('members, departments, job titles and user groups are made by hand and read back', async () => {
    const world = company()
    await api(world, 'post', '/departments').send({ name: 'Sales' })
    await api(world, 'post', '/job-titles').send({ name: 'Clerk' })
    const made = await api(world, 'post', '/members').send({ name: 'Ana', email: 'ana@x.io', department: 'Sales' })
    expect(made.body.name).toBe('Ana')
    await api(world, 'post', '/user-groups').send({ name: 'Team', members: ['ana@x.io'] })
    await api(world, 'patch', '/members/ana@x.io').send({ jobTitle: 'Clerk', status: 'Inactive' })
    const member = await api(world, 'get', '/members/ana@x.io')
    const expected = { department: 'Sales', jobTitle: 'Clerk', status: 'Inactive', userGroups: ['Team'] }
    expect(member.body).toMatchObject({ ...expected, dataSource: 'Lark Admin Console' })
    await api(world, 'patch', '/user-groups/Team').send({ name: 'Crew' })
    expect((await api(world, 'get', '/user-groups')).body.items).toMatchObject([
      { name: 'Crew', members: ['ana@x.io'] },
    ])
    await api(world, 'delete', '/user-groups/Crew')
    await api(world, 'delete', '/members/ana@x.io')
    expect((await api(world, 'get', '/deleted-members')).body.items).toMatchObject([{ email: 'ana@x.io' }])
    await api(world, 'delete', '/deleted-members/ana@x.io')
    expect((await api(world, 'get', '/deleted-members')).body.items).toEqual([])
  })

  test('members come in pages', async () => {
    const world = company()
    for (const name of ['a', 'b', 'c']) await world.act('add-member', { name, email: `${name}@x.io` })
    const page = await api(world, 'get', '/members?offset=1&limit=1')
    expect(page.body.items).toMatchObject([{ email: 'b@x.io' }])
  })

  test('logs, notices and fields can be read and notices dismissed', async () => {
    const world = company()
    const entra = await world.source({ memberNotification: true })
    await entra.create(user('ana@x.io'))
    const read = async (path: string) => (await api(world, 'get', path)).body.items
    expect(await read('/sync-log?object=member')).toMatchObject([{ action: 'created', name: 'ana@x.io' }])
    expect(await read('/admin-log')).toMatchObject([{ eventType: 'Add sync source' }])
    expect(await read('/outbox')).toMatchObject([{ kind: 'new member' }])
    expect(await read('/fields')).toContainEqual(expect.objectContaining({ field: 'email', dataSource: 'SCIM' }))
    expect(await read('/notices')).toHaveLength(2)
    await api(world, 'post', '/notices/dismiss').send({ page: 'Field Management' })
    expect(await read('/notices')).toHaveLength(1)
  })

  test.each([
    ['post', '/sync-sources', { kind: 'Okta' }, 400],
    ['post', '/sync-sources', { kind: 'Entra ID', colour: 'red' }, 400],
    ['post', '/departments', { name: 'Sales' }, 409],
    ['get', '/members/nobody', undefined, 404],
    ['get', '/nowhere', undefined, 404],
    ['get', '/admin-log?eventType=Dance', undefined, 400],
  ] as const)('%s %s %j is %i', async (method, path, body, status) => {
    const world = company()
    await world.act('add-department', { name: 'Sales' })
    const answer = await (body ? api(world, method, path).send(body) : api(world, method, path))
    expect(answer.status).toBe(status)
    expect(answer.body.error.message).not.toBe('')
  })

  test('a body that is not JSON, or is sent like a form, is refused', async () => {
    const world = company()
    const broken = await api(world, 'post', '/departments').set('content-type', 'application/json').send('{')
    const form = await api(world, 'post', '/departments').set('content-type', 'text/plain').send('{"name":"Sales"}')
    expect([broken.status, form.status]).toEqual([400, 400])
    expect(await world.see('departments')).toEqual({})
  })
})

test('the OpenAPI document is served', async () => {
  expect((await api(company(), 'get', '/openapi.json')).body).toEqual(JSON.parse(JSON.stringify(adminOpenApi())))
})
