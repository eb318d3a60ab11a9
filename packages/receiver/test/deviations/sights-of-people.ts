import { urns } from '@scimulator/shared/scim'
import { user } from '../lark/company.ts'
import { ana, deactivate, type Sights } from './deviating-world.ts'

/** What becomes of people when they are written. */
export const SIGHTS_OF_PEOPLE = {
  'no-soft-delete': [
    'Inactive',
    'Active',
    async (world) => {
      await world.idp.patch(world.ana, { op: 'replace', path: 'active', value: false })
      return (await world.see('members'))['ana@contoso.example']?.status
    },
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
  'rename-needs-email': [
    [200, 200, 201],
    [400, 200, 400],
    async ({ idp, ana }) => {
      const userName = { op: 'replace', path: 'userName', value: 'ann@contoso.example' }
      const mail = { op: 'replace', path: 'emails[type eq "work"].value', value: 'ann@contoso.example' }
      const off = { op: 'replace', path: 'active', value: false }
      const alone = await idp.patch(ana, userName, off)
      const together = await idp.patch(ana, userName, mail, off)
      const emails = [{ type: 'work', value: 'other@contoso.example' }]
      const created = await idp.create(user('cy@contoso.example', { emails }))
      return [alone.status, together.status, created.status]
    },
    'rfc',
  ],
  'put-requires-all': [
    200,
    400,
    async ({ idp, ana }) =>
      (await idp.send('put', `/Users/${ana}`, { schemas: [urns.user], userName: 'ana@contoso.example', emails: null }))
        .status,
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
  'deleted-external-id-taken': [
    201,
    409,
    async ({ idp, ana }) => {
      await idp.send('delete', `/Users/${ana}`)
      return (await idp.create(user('cy@contoso.example', { externalId: 'x-1' }))).status
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
} satisfies Sights
