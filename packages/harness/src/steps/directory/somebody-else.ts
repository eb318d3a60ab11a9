// Somebody else at the endpoint: plain SCIM with the run's token, outside the identity provider. The requests are in no transcript, and on a
// foreign target they go through the guard into the ledger like all others.
import { VerbError } from '@scimulator/shared/behaviour'
import { type Exchange, jsonBody, type ScimRequest } from '@scimulator/shared/provisioning'
import { isJsonObject, urns } from '@scimulator/shared/scim'
import type { DirectoryGroup, DirectoryUser } from '../../scenario/directory-input.ts'
import { readOwnResources } from '../../world/own-resources.ts'
import type { SyncSourceAccess } from '../../world/source-book.ts'
import type { World } from '../../world/world.ts'
import { userBody } from './user-resource.ts'

type Endpoint = 'Users' | 'Groups'

export interface PatchOperation {
  readonly op: 'add' | 'replace' | 'remove'
  readonly path: string
  readonly value?: unknown
}

/** @throws VerbError when the endpoint refuses; it says what was answered */
export async function postUser(world: World, user: DirectoryUser): Promise<{ id: string }> {
  return created(await send(world, 'POST', 'Users', userBody(user)))
}

/** @throws VerbError */
export async function postGroup(world: World, { members, ...group }: DirectoryGroup): Promise<{ id: string }> {
  const values: { value: string }[] = []
  for (const name of members) values.push({ value: await idOf(world, name) })
  const body = { schemas: [urns.group], ...group, ...(values.length === 0 ? {} : { members: values }) }
  return created(await send(world, 'POST', 'Groups', body))
}

/** @throws VerbError */
export async function patch(
  world: World,
  endpoint: Endpoint,
  id: string,
  operations: readonly PatchOperation[],
): Promise<void> {
  await send(world, 'PATCH', `${endpoint}/${encodeURIComponent(id)}`, {
    schemas: [urns.patchOp],
    Operations: operations,
  })
}

/** @throws VerbError */
export async function remove(world: World, endpoint: Endpoint, id: string): Promise<void> {
  await send(world, 'DELETE', `${endpoint}/${encodeURIComponent(id)}`)
}

/** Of a user by userName, or of a group by name. @throws VerbError not-found */
export async function idOf(world: World, name: string, endpoint?: Endpoint): Promise<string> {
  for (const one of endpoint ? [endpoint] : (['Users', 'Groups'] as const)) {
    const found = (await readOwnResources(world, accessOf(world), one)).find(({ key }) => isSame(key, name))
    if (found) return found.value.id
  }
  throw new VerbError('not-found', `The directory has no ${endpoint === 'Groups' ? 'group' : 'user'} "${name}".`)
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

async function send(world: World, method: ScimRequest['method'], path: string, body?: unknown): Promise<Exchange> {
  const { url, token } = accessOf(world)
  const exchange = await world.send({
    method,
    url: `${url}/${path}`,
    headers: [
      ['Authorization', `Bearer ${token}`],
      ['Accept', 'application/scim+json'],
      ['User-Agent', 'Scimulator'],
      ...(body === undefined ? [] : ([['Content-Type', 'application/scim+json']] as const)),
    ],
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const { response, failure } = exchange
  if (response && response.status < 300) return exchange
  const answer = response
    ? `was answered ${response.status}: ${response.body.slice(0, 200)}`
    : `got no answer (${failure?.message})`
  throw new VerbError('refused', `${method} ${path.split('/')[0]} ${answer}`)
}

function created({ response }: Exchange): { id: string } {
  const body = response && jsonBody(response)
  const id = body?.kind === 'json' && isJsonObject(body.value) ? body.value.id : undefined
  if (typeof id === 'string' || typeof id === 'number') return { id: String(id) }
  throw new VerbError('refused', 'The endpoint created a resource without saying its id.')
}

/**
 * @param source under whose name the access was saved; the newest by default
 * @throws VerbError while nobody has access
 */
export function accessOf({ sources }: World, source?: string): SyncSourceAccess {
  const access = sources.find(source)
  if (access) return access
  if (source !== undefined) throw new VerbError('not-found', `No source was saved as "${source}".`)
  throw new VerbError('refused', 'No client has access to the directory yet. Add a source first: receiver.add-source.')
}
