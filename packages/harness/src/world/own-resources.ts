import { type Resource, readResources } from '../target/scim-reading.ts'
import type { SyncSourceAccess } from './source-book.ts'
import type { World } from './world.ts'

export interface NamedResource {
  /** userName of a user, displayName of a group; the id where there is none. */
  readonly key: string
  readonly value: Resource
}

const NAME = { Users: 'userName', Groups: 'displayName' } as const

/** What the run works on, by name: all that the source sees, and on a foreign target only the run's own. @throws UnreadableTarget */
export async function readOwnResources(
  world: World,
  access: SyncSourceAccess,
  endpoint: 'Users' | 'Groups',
): Promise<readonly NamedResource[]> {
  const { target, send } = world
  const resources = target ? await target.readOwn(endpoint) : await readResources(send, access, endpoint)
  return resources.map((value) => ({ key: nameOf(value, NAME[endpoint]), value }))
}

function nameOf(resource: Resource, key: string): string {
  const name = resource[key]
  return typeof name === 'string' ? name : resource.id
}
