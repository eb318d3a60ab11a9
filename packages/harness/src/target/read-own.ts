// What a run has made, as the target shows it: each id by a GET of its own, several at a time, so that the reading costs what the run has
// made and not what is there. Ids that were deleted are asked for as well: an endpoint may say 204 and keep the account.
import { carryOut, type Exchange, jsonBody, type Send } from '@scimulator/shared/provisioning'
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '@scimulator/shared/scim'
import { isOwnResource } from './own-resource.ts'
import { answeredObject, idOf } from './read-answer.ts'
import { idKey, type ResourceKind, type ResourceRef } from './resource-kind.ts'
import type { MadeResource, RunLedger } from './run-ledger.ts'
import type { RunNames } from './run-names.ts'
import { type Resource, UnreadableTarget } from './scim-reading.ts'
import { findByName, getRequest, nameAttribute, pathOf, type TargetAccess } from './target-connection.ts'

export interface OwnReading {
  readonly access: TargetAccess
  readonly names: RunNames
  readonly ledger: Pick<RunLedger, 'made' | 'deleted'>
  /** Those that the run may work on although it has not made them. */
  readonly adopted: readonly ResourceRef[]
  /** Under the guard; its answers have the wire's names. */
  readonly send: Send
  readonly twins: Twins
}

/** A twin is made by a POST, so that each name is asked for once after it; what was found is read again by its id. */
export interface Twins {
  readonly sought: Set<string>
  readonly found: Map<string, ResourceRef>
}

const AT_A_TIME = 8

/** In the order in which they were made, in the wire's names. @throws UnreadableTarget when an answer says neither that it is there nor that it is not */
export async function readOwn(reading: OwnReading, kind: ResourceKind): Promise<(Resource & JsonObject)[]> {
  const { ledger, adopted, names } = reading
  const present = [...ledger.made(), ...adopted].filter((ref) => ref.kind === kind)
  const deleted = ledger.deleted().filter((ref) => ref.kind === kind)
  const [made, kept, twins] = await Promise.all([
    readEach(reading, present),
    readEach(reading, deleted),
    readTwins(reading, kind),
  ])
  const known = new Set([...present, ...deleted].map(idKey))
  return [
    ...made,
    // An id that was given to somebody else in the meantime is not the run's own any more.
    ...kept.filter((resource) => isOwnResource(resource, kind, names.owns)),
    ...twins.filter(({ id }) => !known.has(idKey({ kind, id }))),
  ]
}

async function readEach(reading: OwnReading, refs: readonly ResourceRef[]): Promise<(Resource & JsonObject)[]> {
  const found = new Map<ResourceRef, Resource & JsonObject>()
  await carryOut(refs, AT_A_TIME, async (ref) => {
    const resource = resourceIn(await reading.send(getRequest(connectionOf(reading), pathOf(ref))), ref)
    if (resource) found.set(ref, resource)
  })
  return refs.flatMap((ref) => found.get(ref) ?? [])
}

function connectionOf({ access, send }: OwnReading) {
  return { url: access.url, send, headers: [['Authorization', `Bearer ${access.token}`] as const] }
}

function resourceIn(
  { request, response, failure }: Exchange,
  { id }: ResourceRef,
): (Resource & JsonObject) | undefined {
  if (response?.status === 404 || response?.status === 410) return undefined
  const body = response?.status === 200 ? jsonBody(response) : undefined
  // JSON.parse yields nothing else.
  const value = body?.kind === 'json' ? (body.value as JsonValue) : undefined
  if (isJsonObject(value)) return { ...value, id: idOf(value) ?? id }
  const came = response
    ? `answered ${response.status} with ${body?.kind ?? 'another body'}`
    : `got no answer (${failure?.message})`
  throw new UnreadableTarget(`GET ${request.url} ${came}, where a resource, 404 or 410 is expected.`)
}

/** More names than this are not asked for: what makes two of one account does so with the first. */
const MOST_NAMES = 25

/**
 * Others under the run's own names that no answer has told it of, such as an account that one POST made twice. Asked for by the whole
 * name, because endpoints have an index of it; whatever they make of the filter, only what bears the names of this run is taken.
 */
async function readTwins(reading: OwnReading, kind: ResourceKind): Promise<(Resource & JsonObject)[]> {
  const { ledger, twins, names } = reading
  const known = [...twins.found.values()].filter((ref) => ref.kind === kind)
  const made = ledger.made().filter((one) => one.kind === kind && one.name !== '')
  const own = new Set(ledger.made().map(idKey))
  const unsought = made.slice(0, MOST_NAMES).filter((one) => !twins.sought.has(idKey(one)))
  const found = new Map<string, Resource & JsonObject>()
  for (const one of await readEach(reading, known)) {
    // A list may call somebody else by the name that was asked for; read by the id they are who they are.
    if (isOwnResource(one, kind, names.owns)) found.set(one.id, one)
    else twins.found.delete(idKey({ kind, id: one.id }))
  }
  await carryOut(unsought, AT_A_TIME, async (one) => {
    for (const named of await seekNamed(reading, one)) {
      const ref = { kind, id: named.id }
      if (own.has(idKey(ref))) continue
      twins.found.set(idKey(ref), ref)
      found.set(named.id, named)
    }
  })
  return [...found.values()]
}

async function seekNamed(reading: OwnReading, { kind, id, name }: MadeResource): Promise<(Resource & JsonObject)[]> {
  const { names, send, twins } = reading
  const exchange = await send(findByName(connectionOf(reading), kind, name))
  if ((exchange.response?.status ?? 500) < 500) twins.sought.add(idKey({ kind, id }))
  const listed = answeredObject(exchange)?.Resources
  const list = isJsonArray(listed) ? listed.filter(isJsonObject) : []
  return list.flatMap((one) => {
    const found = idOf(one)
    return found !== undefined && isNamedBy(one, kind, names.mark) ? [{ ...one, id: found }] : []
  })
}

function isNamedBy(resource: JsonObject, kind: ResourceKind, mark: string): boolean {
  const name = resource[nameAttribute(kind)]
  return typeof name === 'string' && name.toLowerCase().startsWith(`${mark}-`)
}
