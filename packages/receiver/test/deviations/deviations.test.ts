import { createRealSchedule, type Schedule } from '@scimulator/shared/runtime'
import { urns } from '@scimulator/shared/scim'
import { describe, expect, test } from 'vitest'
import type { DeviationChoice } from '../../src/deviations/deviation-setting.ts'
import { DEVIATIONS, DeviationName } from '../../src/deviations/deviations.ts'
import { slow } from '../../src/deviations/slow.ts'
import type { HandlerRequest } from '../../src/scim/handler-port.ts'
import { type Company, company, enterprise, type IdentityProvider, identityProvider, user } from '../lark/company.ts'

interface World extends Company {
  readonly idp: IdentityProvider
  readonly ana: string
  readonly bo: string
  readonly group: string
}

/** Lark's own rules stand in the way of some sights; those are taken at a plain service provider. */
type ProfileName = 'lark' | 'rfc'

async function worldOf(deviations: readonly DeviationChoice[], profile: ProfileName = 'lark'): Promise<World> {
  const world = profile === 'lark' ? company() : company({ profile, sources: [{ token: 'secret' }] })
  const plain = () => identityProvider(world.receiver, 'rfc', 'http://lark.example/scim/v2', 'secret')
  const idp = profile === 'lark' ? await world.source() : plain()
  const ana = (await idp.create(user('ana@contoso.example', { externalId: 'x-1', title: 'Boss' }))).body.id
  const manager = enterprise({ manager: { value: ana } })
  const bo = (await idp.create(user('bo@contoso.example', manager))).body.id
  const members = [{ value: ana }, { value: bo }]
  const group = (await idp.send('post', '/Groups', { schemas: [urns.group], displayName: 'Sales', members })).body.id
  await world.act('set-deviations', { deviations })
  return { ...world, idp, ana, bo, group }
}

const list = (filter: string, more = '') => `/Users?filter=${encodeURIComponent(filter)}${more}`
const patchGroup = (world: World, ...Operations: object[]) =>
  world.idp.send('patch', `/Groups/${world.group}`, { schemas: [urns.patchOp], Operations })
const membersOf = async (world: World) => (await world.see('user-groups')).Sales?.members

const ana = async (world: World) => (await world.idp.send('get', `/Users/${world.ana}`)).body
const additionOf = ({ group }: World, id: string): HandlerRequest => {
  const Operations = [{ op: 'add', path: 'members', value: [{ value: id }] }]
  return {
    method: 'PATCH',
    target: `/scim/v2/Groups/${group}`,
    rawHeaders: ['Authorization', 'Bearer secret', 'Content-Type', 'application/scim+json'],
    body: new TextEncoder().encode(JSON.stringify({ schemas: [urns.patchOp], Operations })),
    baseUrl: 'http://lark.example',
  }
}
const groupOf = async (world: World) => (await world.idp.send('get', `/Groups/${world.group}`)).body
const deactivate = (world: World) => world.idp.patch(world.ana, { op: 'replace', path: 'active', value: false })

/** What somebody sees who looks; the right answer first, the deviation's after it. */
const cases: Readonly<
  Record<
    DeviationName,
    [right: unknown, wrong: unknown, look: (world: World) => Promise<unknown>, profile?: ProfileName]
  >
> = {
  'no-soft-delete': [
    'Inactive',
    'Active',
    async (world) => {
      await world.idp.patch(world.ana, { op: 'replace', path: 'active', value: false })
      return (await world.see('members'))['ana@contoso.example']?.status
    },
  ],
  'delete-not-supported': [204, 405, async ({ idp, ana }) => (await idp.send('delete', `/Users/${ana}`)).status],
  'filter-answers-404': [200, 404, async ({ idp }) => (await idp.send('get', list('userName eq "nobody"'))).status],
  'case-sensitive-user-name': [1, 0, async ({ idp }) => (await idp.find('userName eq "ANA@contoso.example"')).length],
  'wrong-items-per-page': [
    1,
    50,
    async ({ idp }) =>
      (await idp.send('get', list('userName eq "ana@contoso.example"', '&count=50'))).body.itemsPerPage,
  ],
  'string-booleans-refused': [
    200,
    400,
    async ({ idp, ana }) => (await idp.patch(ana, { op: 'Replace', path: 'active', value: 'False' })).status,
  ],
  'string-false-is-true': [
    'Inactive',
    'Active',
    async (world) => {
      await world.idp.patch(world.ana, { op: 'Replace', path: 'active', value: 'False' })
      return (await world.see('members'))['ana@contoso.example']?.status
    },
  ],
  'member-remove-empties-group': [
    ['bo@contoso.example'],
    [],
    async (world) => {
      await patchGroup(world, { op: 'Remove', path: 'members', value: [{ value: world.ana }] })
      return membersOf(world)
    },
  ],
  'member-add-replaces': [
    ['ana@contoso.example', 'bo@contoso.example', 'cy@contoso.example'],
    ['cy@contoso.example'],
    async (world) => {
      const cy = (await world.idp.create(user('cy@contoso.example'))).body.id
      await patchGroup(world, { op: 'Add', path: 'members', value: [{ value: cy }] })
      return membersOf(world)
    },
  ],
  'inactive-users-hidden': [
    1,
    0,
    async ({ idp, ana }) => {
      await idp.patch(ana, { op: 'replace', path: 'active', value: false })
      return (await idp.find('userName eq "ana@contoso.example"')).length
    },
  ],
  'members-despite-excluded': [
    undefined,
    2,
    async ({ idp, group }) =>
      (await idp.send('get', `/Groups/${group}?excludedAttributes=members`)).body.members?.length,
  ],
  'put-requires-all': [
    200,
    400,
    async ({ idp, ana }) =>
      (await idp.send('put', `/Users/${ana}`, { schemas: [urns.user], userName: 'ana@contoso.example', emails: null }))
        .status,
  ],
  'conflict-without-scim-type': [
    'uniqueness',
    undefined,
    async ({ idp }) => (await idp.create(user('ana@contoso.example'))).body.scimType,
  ],
  'conflict-answers-500': [409, 500, async ({ idp }) => (await idp.create(user('ana@contoso.example'))).status],
  'unknown-filter-returns-all': [
    'invalidFilter',
    2,
    async ({ idp }) => {
      const { body } = await idp.send('get', list('userName like "a"'))
      return body.scimType ?? body.totalResults
    },
  ],
  'external-id-not-echoed': [
    'x-1',
    undefined,
    async ({ idp, ana }) => (await idp.send('get', `/Users/${ana}`)).body.externalId,
  ],
  'external-id-not-filterable': [1, 0, async ({ idp }) => (await idp.find('externalId eq "x-1"')).length],
  'charset-refused': [
    201,
    415,
    async ({ receiver, idp }) => {
      const answer = await receiver.scim({
        method: 'POST',
        target: '/scim/v2/Users',
        baseUrl: 'http://lark.example',
        rawHeaders: ['Authorization', `Bearer ${idp.token}`, 'Content-Type', 'application/scim+json; charset=utf-8'],
        body: new TextEncoder().encode(JSON.stringify(user('cy@contoso.example'))),
      })
      return answer.status
    },
  ],
  'first-page-only': [
    'bo@contoso.example',
    'ana@contoso.example',
    async ({ idp }) => (await idp.send('get', '/Users?startIndex=2&count=1')).body.Resources[0].userName,
  ],
  'patch-without-path-ignored': [
    'Clerk',
    'Boss',
    async (world) => {
      await world.idp.patch(world.ana, { op: 'replace', value: { title: 'Clerk' } })
      return (await world.see('members'))['ana@contoso.example']?.jobTitle
    },
  ],
  'filtered-add-refused': [
    200,
    400,
    async ({ idp, ana }) =>
      (await idp.patch(ana, { op: 'Add', path: 'phoneNumbers[type eq "mobile"].value', value: '+1' })).status,
  ],
  'manager-as-string': [
    'object',
    'string',
    async ({ idp, bo }) => typeof (await idp.send('get', `/Users/${bo}`)).body[urns.enterpriseUser].manager,
  ],
  'discovery-missing': [200, 404, async ({ idp }) => (await idp.send('get', '/ServiceProviderConfig')).status],
  'error-without-body': [true, false, async ({ idp }) => (await idp.send('get', '/Users/nobody')).text !== ''],
  'user-agent-required': [200, 403, async ({ idp }) => (await idp.send('get', '/Users')).status],
  'integer-ids': ['string', 'number', async ({ idp, ana }) => typeof (await idp.send('get', `/Users/${ana}`)).body.id],
  'double-slash-refused': [200, 404, async ({ idp }) => (await idp.send('get', '//Users')).status],
  'dotted-keys-ignored': [
    'Ana',
    undefined,
    async (world) => {
      await world.idp.patch(world.ana, { op: 'replace', value: { 'name.givenName': 'Ana' } })
      return (await ana(world)).name?.givenName
    },
    'rfc',
  ],
  'user-name-fixed': [
    'anna@contoso.example',
    'ana@contoso.example',
    async (world) => {
      await world.idp.patch(world.ana, { op: 'replace', path: 'userName', value: 'anna@contoso.example' })
      return (await ana(world)).userName
    },
    'rfc',
  ],
  'manager-not-written': [
    true,
    false,
    async (world) => {
      const cy = (await world.idp.create(user('cy@contoso.example'))).body.id
      await world.idp.patch(world.bo, { op: 'Replace', path: `${urns.enterpriseUser}:manager`, value: cy })
      const { body } = await world.idp.send('get', `/Users/${world.bo}`)
      return body[urns.enterpriseUser].manager.value === cy
    },
    'rfc',
  ],
  'group-rename-not-done': [
    'Sellers',
    'Sales',
    async (world) => {
      await patchGroup(world, { op: 'replace', value: { displayName: 'Sellers' } })
      return (await world.idp.send('get', `/Groups/${world.group}`)).body.displayName
    },
    'rfc',
  ],
  'created-inactive-is-active': [
    false,
    true,
    async ({ idp }) => (await idp.create(user('cy@contoso.example', { active: false }))).body.active,
    'rfc',
  ],
  'deleted-still-there': [
    [204, 404],
    [204, 200],
    async ({ idp, ana }) => {
      const { status } = await idp.send('delete', `/Users/${ana}`)
      return [status, (await idp.send('get', `/Users/${ana}`)).status]
    },
    'rfc',
  ],
  'disable-deletes': [
    [200, 1],
    [200, 0],
    async (world) => {
      const { status } = await deactivate(world)
      return [status, (await world.idp.find('userName eq "ana@contoso.example"')).length]
    },
    'rfc',
  ],
  'patch-wipes-others': [
    ['Boss', 1],
    [undefined, undefined],
    async (world) => {
      await world.idp.patch(world.ana, { op: 'add', path: 'phoneNumbers', value: [{ type: 'work', value: '+1' }] })
      await world.idp.patch(world.ana, { op: 'replace', value: { title: 'Boss' } })
      await world.idp.patch(world.ana, { op: 'replace', path: 'nickName', value: 'Annie' })
      const { title, phoneNumbers } = await ana(world)
      return [title, phoneNumbers?.length]
    },
    'rfc',
  ],
  'filtered-add-replaces': [
    ['mobile', 'work'],
    ['mobile'],
    async (world) => {
      await world.idp.patch(world.ana, { op: 'replace', path: 'phoneNumbers', value: [{ type: 'work', value: '+1' }] })
      await world.idp.patch(world.ana, { op: 'add', path: 'phoneNumbers[type eq "mobile"].value', value: '+2' })
      return (await ana(world)).phoneNumbers.map(({ type }: { type: string }) => type).sort()
    },
    'rfc',
  ],
  'only-one-operation': [
    ['Annie', 'Clerk'],
    ['Annie', 'Boss'],
    async (world) => {
      await world.idp.patch(
        world.ana,
        { op: 'replace', path: 'nickName', value: 'Annie' },
        { op: 'replace', path: 'title', value: 'Clerk' },
      )
      const { nickName, title } = await ana(world)
      return [nickName, title]
    },
    'rfc',
  ],
  'filtered-add-ignored': [
    [200, '+2'],
    [204, undefined],
    async (world) => {
      const change = { op: 'Add', path: 'phoneNumbers[type eq "mobile"].value', value: '+2' }
      const { status } = await world.idp.patch(world.ana, change)
      return [status, (await ana(world)).phoneNumbers?.[0].value]
    },
    'rfc',
  ],
  'remove-not-done': [
    undefined,
    'Boss',
    async (world) => {
      await world.idp.patch(world.ana, { op: 'remove', path: 'title' })
      return (await ana(world)).title
    },
    'rfc',
  ],
  'urn-keys-ignored': [
    ['Annie', 'Sales'],
    ['Annie', undefined],
    async (world) => {
      const value = { nickName: 'Annie', [`${urns.enterpriseUser}:department`]: 'Sales' }
      await world.idp.patch(world.ana, { op: 'replace', value })
      const shown = await ana(world)
      return [shown.nickName, shown[urns.enterpriseUser]?.department]
    },
    'rfc',
  ],
  'put-active-ignored': [
    ['Clerk', false],
    ['Clerk', true],
    async (world) => {
      await world.idp.send('put', `/Users/${world.ana}`, user('ana@contoso.example', { active: false, title: 'Clerk' }))
      const { title, active } = await ana(world)
      return [title, active]
    },
    'rfc',
  ],
  'return-refused': [
    [200, true],
    [400, false],
    async (world) => {
      await deactivate(world)
      const { status } = await world.idp.patch(world.ana, { op: 'Add', path: 'active', value: 'True' })
      return [status, (await ana(world)).active]
    },
    'rfc',
  ],
  'duplicates-created': [
    [409, ['Ana'], 'Boss'],
    [201, ['Ana', 'Second'], 'Boss'],
    async (world) => {
      await world.idp.patch(world.ana, { op: 'replace', path: 'displayName', value: 'Ana' })
      const created = await world.idp.create(user('ana@contoso.example', { displayName: 'Second' }))
      const change = { op: 'replace', value: { userName: 'ana@contoso.example', nickName: 'Two' } }
      if (created.status === 201) await world.idp.patch(created.body.id, change)
      const found = await world.idp.find('userName eq "ana@contoso.example"')
      return [created.status, found.map(({ displayName }) => displayName), (await ana(world)).title]
    },
    'rfc',
  ],
  'create-takes-over': [
    [true, 'ana@contoso.example'],
    [false, 'cy@contoso.example'],
    async (world) => {
      const emails = [{ type: 'work', value: 'ana@contoso.example' }]
      const created = await world.idp.create(user('cy@contoso.example', { emails }))
      return [created.body.id !== world.ana, (await ana(world)).userName]
    },
    'rfc',
  ],
  'deleted-name-taken': [
    [201, 1],
    [409, 0],
    async ({ idp, ana }) => {
      await idp.send('delete', `/Users/${ana}`)
      const { status } = await idp.create(user('ANA@contoso.example'))
      return [status, (await idp.find('userName eq "ana@contoso.example"')).length]
    },
    'rfc',
  ],
  'rename-empties-group': [
    ['Sellers', 2],
    ['Sellers', undefined],
    async (world) => {
      await patchGroup(world, { op: 'Replace', path: 'displayName', value: 'Sellers' })
      const { displayName, members } = await groupOf(world)
      return [displayName, members?.length]
    },
    'rfc',
  ],
  'group-filter-ignored': [
    0,
    1,
    async ({ idp }) => (await idp.send('get', '/Groups?filter=displayName+eq+"Nobody"')).body.totalResults,
    'rfc',
  ],
  'member-filter-remove-not-done': [
    1,
    2,
    async (world) => {
      await patchGroup(world, { op: 'remove', path: `members[value eq "${world.ana}"]` })
      return (await groupOf(world)).members.length
    },
    'rfc',
  ],
  'member-filter-remove-empties-group': [
    1,
    undefined,
    async (world) => {
      await patchGroup(world, { op: 'remove', path: `members[value eq "${world.ana}"]` })
      return (await groupOf(world)).members?.length
    },
    'rfc',
  ],
  'repeated-member-add-refused': [
    [204, 204],
    [204, 500],
    async (world) => {
      const cy = (await world.idp.create(user('cy@contoso.example'))).body.id
      const add = (id: string) => patchGroup(world, { op: 'Add', path: 'members', value: [{ value: id }] })
      return [(await add(cy)).status, (await add(world.ana)).status]
    },
    'rfc',
  ],
  'only-one-member-added': [
    4,
    3,
    async (world) => {
      const cy = (await world.idp.create(user('cy@contoso.example'))).body.id
      const di = (await world.idp.create(user('di@contoso.example'))).body.id
      await patchGroup(world, { op: 'Add', path: 'members', value: [{ value: cy }, { value: di }] })
      return (await groupOf(world)).members.length
    },
    'rfc',
  ],
  'members-in-post-ignored': [
    1,
    undefined,
    async ({ idp, ana }) => {
      const group = { schemas: [urns.group], displayName: 'Crew', members: [{ value: ana }] }
      return (await idp.send('post', '/Groups', group)).body.members?.length
    },
    'rfc',
  ],
  'absent-member-remove-refused': [
    [204, 204],
    [204, 404],
    async (world) => {
      const path = `members[value eq "${world.ana}"]`
      const first = await patchGroup(world, { op: 'remove', path })
      const again = await patchGroup(world, { op: 'Remove', path: 'members', value: [{ value: world.ana }] })
      return [first.status, again.status]
    },
    'rfc',
  ],
  'group-delete-removes-people': [
    [204, 200],
    [204, 404],
    async (world) => {
      const { status } = await world.idp.send('delete', `/Groups/${world.group}`)
      return [status, (await world.idp.send('get', `/Users/${world.ana}`)).status]
    },
    'rfc',
  ],
  'concurrent-members-lost': [
    5,
    3,
    async (world) => {
      const more = ['cy', 'di', 'ed'].map((name) => world.idp.create(user(`${name}@contoso.example`)))
      const ids: string[] = (await Promise.all(more)).map(({ body }) => body.id)
      await Promise.all(ids.map((id) => world.receiver.scim(additionOf(world, id))))
      return (await groupOf(world)).members.length
    },
    'rfc',
  ],
  'capital-operations': [
    [200, 200],
    [400, 200],
    async ({ idp, ana }) => {
      const change = { path: 'nickName', value: 'Annie' }
      const capital = await idp.patch(ana, { op: 'Replace', ...change })
      return [capital.status, (await idp.patch(ana, { op: 'replace', ...change })).status]
    },
    'rfc',
  ],
  'filtered-replace-not-done': [
    [200, 204],
    [400, 204],
    async (world) => {
      const path = 'emails[type eq "work"].value'
      const { status } = await world.idp.patch(world.ana, { op: 'replace', path, value: 'a@contoso.example' })
      const remove = { op: 'remove', path: `members[value eq "${world.ana}"]` }
      return [status, (await patchGroup(world, remove)).status]
    },
    'rfc',
  ],
  'special-characters-not-found': [
    [1, 1, 1],
    [0, 0, 1],
    async ({ idp }) => {
      await idp.create(user("o'neil@contoso.example", { displayName: 'Zoë' }))
      const filters = [
        `userName eq "o'neil@contoso.example"`,
        'displayName eq "Zoë"',
        'userName eq "ana@contoso.example"',
      ]
      return Promise.all(filters.map(async (filter) => (await idp.find(filter)).length))
    },
    'rfc',
  ],
  'groups-missing': [
    [200, 200],
    [404, 200],
    async ({ idp }) => [(await idp.send('get', '/Groups')).status, (await idp.send('get', '/Users')).status],
    'rfc',
  ],
  'manager-text-refused': [
    [200, 200],
    [400, 200],
    async ({ idp, ana, bo }) => {
      const path = `${urns.enterpriseUser}:manager`
      const text = await idp.patch(ana, { op: 'Add', path, value: bo })
      return [text.status, (await idp.patch(ana, { op: 'add', path, value: { value: bo } })).status]
    },
    'rfc',
  ],
  'active-as-text': [
    [true, false],
    ['True', 'False'],
    async (world) => {
      const { active } = await ana(world)
      await deactivate(world)
      return [active, (await ana(world)).active]
    },
    'rfc',
  ],
  'text-changed': [
    ['Zoë 𝒵', 'Plain'],
    ['Zo? ?', 'Plain'],
    async ({ idp }) => {
      const { body } = await idp.create(user('zoe@contoso.example', { displayName: 'Zoë 𝒵', title: 'Plain' }))
      return [body.displayName, body.title]
    },
    'rfc',
  ],
  'patch-not-supported': [200, 501, async (world) => (await deactivate(world)).status, 'rfc'],
  'put-not-supported': [
    200,
    405,
    async ({ idp, ana }) => (await idp.send('put', `/Users/${ana}`, user('ana@contoso.example'))).status,
    'rfc',
  ],
  'total-results-wrong': [2, 1, async ({ idp }) => (await idp.send('get', '/Users?count=1')).body.totalResults, 'rfc'],
  'email-required': [
    [201, 201],
    [400, 201],
    async ({ idp }) => {
      const bare = await idp.create({ schemas: [urns.user], userName: 'cy@contoso.example' })
      return [bare.status, (await idp.create(user('di@contoso.example'))).status]
    },
    'rfc',
  ],
  'reactivated-by-update': [
    false,
    true,
    async (world) => {
      await deactivate(world)
      await world.idp.patch(world.ana, { op: 'replace', path: 'title', value: 'Clerk' })
      return (await ana(world)).active
    },
    'rfc',
  ],
  'deactivation-drops-memberships': [
    2,
    1,
    async (world) => {
      await deactivate(world)
      return (await world.idp.send('get', `/Groups/${world.group}`)).body.members.length
    },
    'rfc',
  ],
  'email-change-ignored': [
    ['anna@contoso.example', 'ann@contoso.example'],
    ['ana@contoso.example', 'ana@contoso.example'],
    async (world) => {
      const before = await ana(world)
      await world.idp.patch(world.ana, {
        op: 'replace',
        path: 'emails[type eq "work"].value',
        value: 'anna@contoso.example',
      })
      const patched = (await ana(world)).emails[0].value
      await world.idp.send('put', `/Users/${world.ana}`, {
        ...before,
        emails: [{ type: 'work', value: 'ann@contoso.example' }],
      })
      return [patched, (await ana(world)).emails[0].value]
    },
    'rfc',
  ],
  slow: [undefined, 'slow;dur=30000', async ({ idp }) => (await idp.send('get', '/Users')).headers['server-timing']],
}

describe('each deviation does what it says, and only when it is on', () => {
  test.each(DeviationName.options)('%s', async (name) => {
    const [right, wrong, look, profile] = cases[name]
    expect(await look(await worldOf([], profile))).toEqual(right)
    expect(await look(await worldOf([name], profile))).toEqual(wrong)
  })
})

test('integer ids can be used in paths, filters and members as they were given', async () => {
  const world = await worldOf(['integer-ids'])
  const [first] = await world.idp.find('userName eq "ana@contoso.example"')
  expect(first?.id).toBe(1)
  expect((await world.idp.send('get', '/Users/1')).body.userName).toBe('ana@contoso.example')
  await patchGroup(world, { op: 'remove', path: 'members', value: [{ value: '1' }] })
  expect(await membersOf(world)).toEqual(['bo@contoso.example'])
})

describe('a deviation that waits takes its pause', () => {
  const timing = async (choice: unknown) => {
    const world = await worldOf([])
    await world.act('set-deviations', { deviations: [choice] })
    return (await world.idp.send('get', '/Users')).headers['server-timing']
  }

  test.each(['slow=2s', 'slow: 2s', { slow: '2s' }, { name: 'slow', ms: 2_000 }])('%j', async (choice) => {
    expect(await timing(choice)).toBe('slow;dur=2000')
  })

  test('and waits for it where time is real', async () => {
    const waits: number[] = []
    const real = createRealSchedule(() => {})
    const schedule: Schedule = {
      ...real,
      now: () => 5_000,
      at(due, actor, run) {
        waits.push(due)
        void run()
        return { due, actor, cancel() {} }
      },
    }
    const ok = { status: 200, headers: {}, body: '' }
    const request = { method: 'GET', target: '/', rawHeaders: [], body: new Uint8Array(), baseUrl: 'http://a' }
    const answer = await slow.create({ schedule, pauseMs: 2_000 })(async () => ok)(request)
    expect([waits, answer.status]).toEqual([[7_000], 200])
  })

  test('its own without one', async () => {
    expect(await timing({ name: 'slow' })).toBe('slow;dur=30000')
  })

  test('what is on is told in the form that may be written again', async () => {
    const world = await worldOf([])
    const answer = await world.act('set-deviations', { deviations: ['slow=2s', 'integer-ids', 'slow=1m'] })
    expect(answer).toEqual({ deviations: [{ name: 'slow', ms: 60_000 }, 'integer-ids'] })
  })

  test.each([
    'slow=',
    'slow=soon',
    'integer-ids=2s',
    { slow: 2 },
    { slow: '2s', other: '1s' },
    { name: 'slow', ms: -1 },
  ])('%j is refused', async (choice) => {
    await expect(timing(choice)).rejects.toThrow(
      /Known: no-soft-delete|Unrecognized key|>=0|expected string|A pause is written/,
    )
  })
})

test('deviations say once and completely what they are', () => {
  expect(new Set(DeviationName.options).size).toBe(DEVIATIONS.length)
  for (const { name, describes, pain, source, hurts, consequences } of DEVIATIONS) {
    expect({ name, isSentence: [describes, pain].every((text) => /^[A-Z].*\.$/.test(text)) }).toEqual({
      name,
      isSentence: true,
    })
    expect({ name, source: source !== '', hurts: new Set(hurts).size }).toEqual({
      name,
      source: true,
      hurts: hurts.length,
    })
    expect(hurts.length, name).toBeGreaterThan(0)
    expect(consequences, name).not.toContain(name)
  }
})

test('end states show all but those of decisions 7 and 11', () => {
  expect(DEVIATIONS.filter(({ seenBy }) => seenBy === 'protocol').map(({ name }) => name)).toEqual([
    'wrong-items-per-page',
    'conflict-without-scim-type',
    'discovery-missing',
    'error-without-body',
    'total-results-wrong',
    'email-required',
  ])
})

test('deviations of the options are on from the start, and again after a reset', async () => {
  const { receiver, act, source } = company({ deviations: ['discovery-missing'] })
  const status = async () => (await (await source()).send('get', '/Schemas')).status
  expect(await status()).toBe(404)
  await act('set-deviations', { deviations: [] })
  expect(await status()).toBe(200)
  receiver.reset()
  expect(await status()).toBe(404)
})

test('what a deviation remembers is forgotten by a reset', async () => {
  const world = company({ profile: 'rfc', sources: [{ token: 'secret' }], deviations: ['deleted-name-taken'] })
  const idp = identityProvider(world.receiver, 'rfc', 'http://lark.example/scim/v2', 'secret')
  const create = () => idp.create(user('ana@contoso.example'))
  await idp.send('delete', `/Users/${(await create()).body.id}`)
  expect((await create()).status).toBe(409)
  world.receiver.reset()
  expect((await create()).status).toBe(201)
})

test('a deviation that does not exist is refused with the names that do', () => {
  const options = { deviations: ['typo' as DeviationName] } // What a caller without types can write.
  expect(() => company(options)).toThrow('filter-answers-404')
})

test('a removal whose path names the member is understood even by a receiver that empties the group', async () => {
  const world = await worldOf(['member-remove-empties-group'])
  await patchGroup(world, { op: 'remove', path: `members[value eq "${world.ana}"]` })
  expect(await membersOf(world)).toEqual(['bo@contoso.example'])
})
