import { urns } from '@scimulator/shared/scim'
import { user } from '../lark/company.ts'
import { additionOf, deactivate, groupOf, membersOf, patchGroup, type Sights } from './deviating-world.ts'

/** Groups, and who is in them. */
export const SIGHTS_OF_GROUPS = {
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
  'members-despite-excluded': [
    undefined,
    2,
    async ({ idp, group }) =>
      (await idp.send('get', `/Groups/${group}?excludedAttributes=members`)).body.members?.length,
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
    [200, 200],
    [200, 500],
    async (world) => {
      const cy = (await world.idp.create(user('cy@contoso.example'))).body.id
      const add = (id: string) => patchGroup(world, { op: 'Add', path: 'members', value: [{ value: id }] })
      return [(await add(cy)).status, (await add(world.ana)).status]
    },
    'rfc',
  ],
  'group-wrong-types': ['object', 'string', async (world) => typeof (await groupOf(world)).members[0], 'rfc'],
  'only-one-member-removed': [
    0,
    1,
    async (world) => {
      const value = [{ value: world.ana }, { value: world.bo }]
      await patchGroup(world, { op: 'remove', path: 'members', value })
      return (await groupOf(world)).members?.length ?? 0
    },
    'rfc',
  ],
  'one-group-only': [
    [2, 1],
    [1, 1],
    async (world) => {
      const members = [{ value: world.ana }]
      const body = { schemas: [urns.group], displayName: 'Second', members }
      const second = (await world.idp.send('post', '/Groups', body)).body
      return [(await groupOf(world)).members.length, second.members.length]
    },
    'rfc',
  ],
  'large-group-cut': [
    [120, 119],
    [100, 99],
    async (world) => {
      const names = Array.from({ length: 118 }, (_, index) => `p${index}@contoso.example`)
      const people = await Promise.all(names.map((name) => world.idp.create(user(name))))
      const value = people.map(({ body }) => ({ value: body.id }))
      await patchGroup(world, { op: 'add', path: 'members', value })
      const whole = (await groupOf(world)).members.length
      await patchGroup(world, { op: 'remove', path: 'members', value: [{ value: world.ana }] })
      return [whole, (await groupOf(world)).members.length]
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
    [200, 200],
    [200, 404],
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
  'filtered-replace-not-done': [
    [200, 200],
    [400, 200],
    async (world) => {
      const path = 'emails[type eq "work"].value'
      const { status } = await world.idp.patch(world.ana, { op: 'replace', path, value: 'a@contoso.example' })
      const remove = { op: 'remove', path: `members[value eq "${world.ana}"]` }
      return [status, (await patchGroup(world, remove)).status]
    },
    'rfc',
  ],
  'groups-missing': [
    [200, 200],
    [404, 200],
    async ({ idp }) => [(await idp.send('get', '/Groups')).status, (await idp.send('get', '/Users')).status],
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
} satisfies Sights
