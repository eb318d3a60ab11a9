import type { ViewItem } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { ResourceKind } from '../target/resource-kind.ts'
import { type Resource, readResources, UnreadableTarget } from '../target/scim-reading.ts'
import type { OwnView } from './own-view.ts'
import type { SyncSourceAccess } from './source-book.ts'
import type { World } from './world.ts'

const DirectoryQuery = z.strictObject({
  source: z.string().optional().describe('Name under which the sync source was saved; the newest by default'),
})

/** Users and groups as any SCIM client with the sync source's token reads them; on a foreign target only those of this run. */
export const DIRECTORY_VIEWS: readonly OwnView[] = [
  {
    name: 'directory.users',
    describes: 'Users read over SCIM with the token of a sync source, by userName; the value is the SCIM resource',
    query: DirectoryQuery,
    read: (world, query) => readUsers(world, accessOf(world, query)),
  },
  {
    name: 'directory.groups',
    describes: 'Groups read over SCIM, by displayName; members are a sorted list of userNames and group names',
    query: DirectoryQuery,
    read: (world, query) => readGroups(world, accessOf(world, query)),
  },
]

function accessOf(world: World, query: unknown): SyncSourceAccess {
  const { source } = DirectoryQuery.parse(query)
  const access = world.sources.find(source)
  if (access) return access
  const known = world.sources.all().map(({ name }) => name)
  throw new UnreadableTarget(
    source === undefined
      ? 'No sync source is known, so the directory cannot be read. Add one first: receiver.add-source.'
      : `No sync source was saved as "${source}". Known: ${known.join(', ') || 'none'}.`,
  )
}

async function readUsers(world: World, access: SyncSourceAccess): Promise<ViewItem[]> {
  const users = await readAll(world, access, 'Users')
  return sorted(users.map((user) => ({ key: nameOf(user, 'userName'), value: user })))
}

async function readGroups(world: World, access: SyncSourceAccess): Promise<ViewItem[]> {
  const [users, groups] = await Promise.all([readAll(world, access, 'Users'), readAll(world, access, 'Groups')])
  const names = new Map([
    ...users.map((user) => [user.id, nameOf(user, 'userName')] as const),
    ...groups.map((group) => [group.id, nameOf(group, 'displayName')] as const),
  ])
  return sorted(
    groups.map((group) => {
      const members = memberIds(group).map((id) => names.get(id) ?? id)
      return { key: nameOf(group, 'displayName'), value: { ...group, members: members.sort(byCodeUnit) } }
    }),
  )
}

/** On a foreign target other people's accounts live beside ours and are not read. */
function readAll({ target, send }: World, access: SyncSourceAccess, kind: ResourceKind): Promise<Resource[]> {
  return target ? target.readOwn(kind) : readResources(send, access, kind)
}

function memberIds(group: Resource): string[] {
  const members = z.array(z.looseObject({ value: z.string() })).safeParse(group.members ?? [])
  return members.success ? members.data.map(({ value }) => value) : []
}

function nameOf(resource: Resource, key: string): string {
  const name = resource[key]
  return typeof name === 'string' ? name : resource.id
}

function sorted(items: readonly ViewItem[]): ViewItem[] {
  return [...items].sort((a, b) => byCodeUnit(a.key, b.key))
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
