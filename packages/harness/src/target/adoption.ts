// Accounts that were there and that the run may work on, because their owner names them. They are read and saved before, may be changed,
// are never deleted, and are put back at the end.
import { carryOut, type ScimRequest } from '@scimulator/shared/provisioning'
import { asText, equalJson, isJsonArray, type JsonObject, type JsonValue } from '@scimulator/shared/scim'
import { BadInput } from '../written/problem.ts'
import { foreignValues } from './foreign-values.ts'
import type { Inventory } from './inventory.ts'
import { nounOf } from './judge-request.ts'
import { bodyObject, idOf, resourcesIn } from './read-answer.ts'
import { idKey, RESOURCE_KINDS, type ResourceRef } from './resource-kind.ts'
import { findByName, getRequest, nameAttribute, pathOf, type TargetConnection } from './target-connection.ts'

/** A resource as it was before the run. */
export interface SavedResource extends ResourceRef {
  readonly resource: JsonObject
}

export interface Adoption {
  readonly saved: readonly SavedResource[]
  has(ref: ResourceRef): boolean
  /** Whether a value that endpoints match by is that of somebody adopted: it goes over the wire as it is. */
  owns(value: string): boolean
}

export const NOBODY_ADOPTED: Adoption = adoptionOf([])

function adoptionOf(saved: readonly SavedResource[]): Adoption {
  const keys = new Set(saved.map(idKey))
  const values = new Set(saved.flatMap(({ resource }) => foreignValues(resource).map(({ value }) => folded(value))))
  return { saved, has: (ref) => keys.has(idKey(ref)), owns: (value) => values.has(folded(value)) }
}

/** One userName, group name or id a line; `#` begins a comment. */
export function namesInFile(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '')
}

/** Reads those who are named. @throws BadInput for a name that nobody, or more than one, has */
export async function adoptNamed(connection: TargetConnection, names: readonly string[]): Promise<Adoption> {
  const saved: SavedResource[] = []
  for (const name of names) saved.push(await findNamed(connection, name))
  return adoptionOf(saved)
}

/** Reads every account: for a target that a test suite has started itself. */
export async function adoptAll(connection: TargetConnection, inventory: Inventory): Promise<Adoption> {
  const refs = RESOURCE_KINDS.flatMap((kind) => inventory.ids(kind).map((id) => ({ kind, id })))
  const saved: SavedResource[] = []
  await carryOut(refs, 8, async (ref) => {
    const resource = await readOne(connection, ref)
    if (resource) saved.push({ ...ref, resource })
  })
  return adoptionOf(saved)
}

async function findNamed(connection: TargetConnection, name: string): Promise<SavedResource> {
  for (const kind of RESOURCE_KINDS) {
    const { response } = await connection.send(findByName(connection, kind, name))
    const listed = response && response.status < 300 ? resourcesIn(bodyObject(response), kind) : []
    const found = listed.filter(({ resource }) => folded(asText(resource[nameAttribute(kind)] ?? '')) === folded(name))
    if (found.length > 1)
      throw new BadInput(`--adopt: ${found.length} ${kind.toLowerCase()} are named "${name}". Give an id.`)
    const resource = found[0] && (await readOne(connection, found[0]))
    if (found[0] && resource) return { kind, id: found[0].id, resource }
  }
  for (const kind of RESOURCE_KINDS) {
    const resource = await readOne(connection, { kind, id: name })
    if (resource) return { kind, id: name, resource }
  }
  throw new BadInput(`--adopt: nothing at ${connection.url} has the userName, group name or id "${name}".`)
}

async function readOne(connection: TargetConnection, ref: ResourceRef): Promise<JsonObject | undefined> {
  const { response } = await connection.send(getRequest(connection, pathOf(ref)))
  const body = response && response.status < 300 ? bodyObject(response) : undefined
  const id = body && idOf(body)
  return id !== undefined && idKey({ ...ref, id }) === idKey(ref) ? body : undefined
}

/** Puts back what has changed. @returns a line for each that is not as it was */
export async function putBack(connection: TargetConnection, saved: readonly SavedResource[]): Promise<string[]> {
  const lines: string[] = []
  await carryOut(saved, 4, async (one) => {
    const line = await putOneBack(connection, one)
    if (line !== undefined) lines.push(line)
  })
  return lines
}

async function putOneBack(connection: TargetConnection, saved: SavedResource): Promise<string | undefined> {
  const what = `${nounOf(saved.kind)} ${saved.id} (adopted)`
  const now = await readOne(connection, saved)
  if (!now) return `${what} is gone and cannot be put back`
  const changed = changedAttributes(saved.resource, now)
  if (changed.length === 0) return undefined
  const put = await connection.send(writing(connection, saved, 'PUT', withoutMeta(saved.resource)))
  if ((put.response?.status ?? 500) >= 300) {
    await connection.send(writing(connection, saved, 'PATCH', restoringPatch(saved.resource, changed)))
  }
  const after = await readOne(connection, saved)
  const left = after ? changedAttributes(saved.resource, after) : changed
  return left.length === 0 ? undefined : `${what} could not be put back: ${left.join(', ')}`
}

/** Written by the endpoint alone (RFC 7643 §3.1, §4.1.2). */
const ITS_OWN: ReadonlySet<string> = new Set(['meta', 'groups'])

function changedAttributes(before: JsonObject, now: JsonObject): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(now)])
  return [...names].filter((name) => !ITS_OWN.has(name) && !equalJson(sorted(before[name]), sorted(now[name])))
}

/** The order of a multi-valued attribute means nothing. */
function sorted(value: JsonValue | undefined): JsonValue | undefined {
  return isJsonArray(value) ? [...value].map((item) => JSON.stringify(item)).sort() : value
}

function withoutMeta({ meta: _meta, groups: _groups, ...resource }: JsonObject): JsonObject {
  return resource
}

function restoringPatch(before: JsonObject, changed: readonly string[]): JsonValue {
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
    Operations: changed.map((path) =>
      before[path] === undefined ? { op: 'remove', path } : { op: 'replace', path, value: before[path] },
    ),
  }
}

function writing(
  connection: TargetConnection,
  ref: ResourceRef,
  method: 'PUT' | 'PATCH',
  body: JsonValue,
): ScimRequest {
  const request = getRequest(connection, pathOf(ref))
  const headers = [...request.headers, ['Content-Type', 'application/scim+json']] as const
  return { ...request, method, headers, body: JSON.stringify(body) }
}

function folded(text: string): string {
  return text.trim().toLowerCase()
}
