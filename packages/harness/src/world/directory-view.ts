import type { ViewItem } from '@scimulator/shared/behaviour'
import { urns } from '@scimulator/shared/scim'
import { z } from 'zod'
import { type Resource, UnreadableTarget } from '../target/scim-reading.ts'
import { isPlainObject } from '../written/plain-object.ts'
import { DirectoryGroupItem, DirectoryUserItem } from './directory-item.ts'
import { readOwnResources } from './own-resources.ts'
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
    describes:
      'Users read over SCIM with the token of a sync source, by userName; the value is the SCIM resource, with the enterprise extension’s attributes beside it.',
    query: DirectoryQuery,
    item: DirectoryUserItem,
    read: (world, query) => readUsers(world, accessOf(world, query)),
  },
  {
    name: 'directory.groups',
    describes: 'Groups read over SCIM, by displayName; members are a sorted list of userNames and group names.',
    query: DirectoryQuery,
    item: DirectoryGroupItem,
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
  const users = await readOwnResources(world, access, 'Users')
  const names = new Map(users.map(({ key, value }) => [value.id, key]))
  return sorted(users.map(({ key, value }) => ({ key, value: withExtension(value, names) })))
}

/** The enterprise extension's attributes stand beside the others too, and of the manager is said who it is. */
function withExtension(user: Resource, names: ReadonlyMap<string, string>): Record<string, unknown> {
  const extension = user[urns.enterpriseUser]
  if (!isPlainObject(extension)) return user
  const { manager } = extension
  return { ...extension, ...(manager === undefined ? {} : { manager: withPerson(manager, names) }), ...user }
}

/** RFC 7643 §4.3 has a manager with `value`; a text instead of it, and a list, are what some endpoints have. */
function withPerson(manager: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(manager)) return manager.map((one) => withPerson(one, names))
  const id = isPlainObject(manager) ? manager.value : manager
  const person = typeof id === 'string' ? (names.get(id) ?? id) : null
  return isPlainObject(manager) ? { ...manager, person } : manager
}

async function readGroups(world: World, access: SyncSourceAccess): Promise<ViewItem[]> {
  const [users, groups] = await Promise.all([
    readOwnResources(world, access, 'Users'),
    readOwnResources(world, access, 'Groups'),
  ])
  const names = new Map([...users, ...groups].map(({ key, value }) => [value.id, key]))
  return sorted(
    groups.map(({ key, value }) => {
      const members = memberIds(value).flatMap((id) => names.get(id) ?? (isGone(world, id) ? [] : id))
      return { key, value: { ...value, members: members.sort(byCodeUnit) } }
    }),
  )
}

/**
 * An endpoint may leave the id of a user or group that was deleted in its groups; RFC 7644 §3.6 says nothing of references. Nobody is a
 * member by it.
 */
function isGone({ target }: World, id: string): boolean {
  return (
    target !== undefined &&
    (['Users', 'Groups'] as const).some((kind) => target.ledger.standing({ kind, id }) === 'gone')
  )
}

const Members = z.array(z.looseObject({ value: z.coerce.string() }))

function memberIds(group: Resource): string[] {
  const members = Members.safeParse(group.members ?? [])
  return members.success ? members.data.map(({ value }) => value) : []
}

function sorted(items: readonly ViewItem[]): ViewItem[] {
  return [...items].sort((a, b) => byCodeUnit(a.key, b.key))
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
