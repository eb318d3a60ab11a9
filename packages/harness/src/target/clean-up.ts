// Deletes what a ledger holds, and nothing that does not carry the run's own name when it is looked at again: ids may have been given to
// others since, by an endpoint that uses them again or whose database was put back.

import { copiedRequest } from '@scimulator/shared/platform'
import { carryOut, type Exchange, type Send } from '@scimulator/shared/provisioning'
import type { JsonObject } from '@scimulator/shared/scim'
import type { Inventory } from './inventory.ts'
import { nounOf } from './judge-request.ts'
import type { ListNames } from './listed-names.ts'
import { isOwnResource } from './own-resource.ts'
import { bodyObject, idOf, resourcesIn } from './read-answer.ts'
import { idKey, isAddressable, type ResourceKind, type ResourceRef } from './resource-kind.ts'
import type { LedgerEntry, MadeResource, Posting, RunLedger } from './run-ledger.ts'
import {
  deleteRequest,
  findByName,
  getRequest,
  nameAttribute,
  pathOf,
  type TargetConnection,
} from './target-connection.ts'

/** Something of the run's own that is still at the target, or may be. */
export interface Leftover {
  readonly kind: ResourceKind
  readonly name: string
  readonly id?: string
  readonly reason: string
  /** A command that removes it, or looks for it where the id is not known. The token is left to the reader. */
  readonly byHand: string
}

/** What a look at something of the run's own needs. */
export interface LookOptions {
  readonly connection: TargetConnection
  readonly owns: (value: string) => boolean
  /** Waits in milliseconds: what is still there although its deletion was answered well is looked at again. Default: not at all. */
  wait?(ms: number): Promise<void>
}

/** Who decides which looks after deletions wait. */
export interface LookingLater {
  /** Whether the look after this deletion, which was answered well, waits for the end. */
  mayWait(one: MadeResource, owns: (value: string) => boolean): boolean
  /** A deletion was looked at, at its place. */
  looked(one: MadeResource, isThere: boolean): void
}

export interface CleanUpOptions extends LookOptions {
  readonly ledger: RunLedger
  /** Ids that were there before the run; a resource that is found by its name is none of them. */
  readonly inventory?: Pick<Inventory, 'has'>
  note(entry: LedgerEntry): Promise<void>
  /** A resource as a look moments ago has shown it, with nothing written since: it need not be looked at once more. */
  seen?(ref: ResourceRef): JsonObject | undefined
  /** Shows names of several at once, where that costs less than a look at each. */
  readonly listNames?: ListNames
  /** Where looks after deletions can wait for others. */
  readonly later?: LookingLater
  /** How many deletions are under way at once. */
  readonly parallelism?: number
}

/** Groups first, then users. Never throws for what the target answers. @returns what is left */
export async function cleanUp(options: CleanUpOptions): Promise<Leftover[]> {
  const { ledger, parallelism = 8 } = options
  const leftovers: Leftover[] = []
  const shown: Doubtful[] = []
  await carryOut(ledger.unanswered(), parallelism, async (posting) => {
    const leftover = await lookFor(posting, options)
    if (leftover) leftovers.push(leftover)
  })
  await carryOut(ledger.takenOver(), parallelism, async (ref) => {
    const name = await ownNameOf(ref, options)
    if (name !== undefined && !leftovers.some(({ id }) => id === ref.id)) {
      leftovers.push(doubtful({ ...ref, name }, options.connection))
    }
  })
  for (const kind of ['Groups', 'Users'] as const) {
    const made = [...ledger.made()].reverse().filter((one) => one.kind === kind)
    const ids = made.filter((one) => !options.seen?.(one)).map(({ id }) => id)
    const listed = (await options.listNames?.(kind, ids)) ?? new Map<string, JsonObject>()
    await carryOut(made, parallelism, async (one) => {
      const reason = await remove(one, options, listed.get(one.id))
      if (reason?.startsWith(DELETED)) shown.push({ one, reason })
      else if (reason !== undefined) leftovers.push(leftoverOf(one, reason, options.connection))
    })
  }
  const stayed = await lookAgain(shown, options)
  return [...leftovers, ...stayed.map(({ one, reason }) => leftoverOf(one, reason, options.connection))]
}

interface Doubtful {
  readonly one: MadeResource
  readonly reason: string
}

/** How the reason begins where a deletion was answered well. */
const DELETED = 'DELETE was answered 2'

/** Milliseconds before each further look: reads may lag behind writes. */
const LOOKS_MS = [300, 1_000, 3_000]

async function lookAgain(doubtful: readonly Doubtful[], options: CleanUpOptions): Promise<readonly Doubtful[]> {
  let left = doubtful
  for (const ms of options.wait ? LOOKS_MS : []) {
    if (left.length === 0) return left
    await options.wait?.(ms)
    const still: Doubtful[] = []
    await carryOut(left, options.parallelism ?? 8, async (each) => {
      if (await isThere(each.one, options)) still.push(each)
      else await record({ event: 'gone', kind: each.one.kind, id: each.one.id }, options)
    })
    left = still
  }
  return left
}

/** A POST without an answer: the name is looked up, and what has it and was not there before is the run's. */
async function lookFor(posting: Posting, { connection, ledger, note, owns, inventory }: CleanUpOptions) {
  const { kind, name, seq } = posting
  if (name.trim() === '' || !owns(name)) return undefined
  const exchange = await connection.send(findByName(connection, kind, name))
  const status = exchange.response?.status
  if (status === undefined || status >= 300) {
    const reason = `the POST got no clear answer, and the lookup by name ${answerText(exchange)}`
    return { kind, name, reason, byHand: curl('GET', findByName(connection, kind, name).url) }
  }
  const named = resourcesIn(exchange.response && bodyObject(exchange.response), kind).filter(({ resource }) =>
    hasName(resource[nameAttribute(kind)], name),
  )
  const isTheirs = ({ id }: { id: string }): boolean =>
    !isAddressable(id) || (inventory?.has({ kind, id }) ?? false) || ledger.standing({ kind, id }) === 'taken-over'
  const found = named.filter((one) => !isTheirs(one))
  for (const { id } of found) await record({ event: 'made', seq, kind, id }, { ledger, note })
  if (found.length > 0) return undefined
  // What was there before is somebody's, whatever name the endpoint has given it since: nobody is told to delete that.
  const left = named.find(({ id }) => !inventory?.has({ kind, id }))
  if (left) return doubtful({ kind, id: left.id, name }, connection)
  await record({ event: 'refused', seq }, { ledger, note })
  return undefined
}

/** By hand it is looked at, not deleted. */
function doubtful({ kind, id, name }: MadeResource, connection: TargetConnection): Leftover {
  const reason = 'it has a name of the run, but by what the endpoint says it was there before; it was left alone'
  return { kind, id, name, reason, byHand: curl('GET', getRequest(connection, pathOf({ kind, id })).url) }
}

/** The name of an account that the run was given and left alone, when it is one of the run's after all. */
async function ownNameOf(
  ref: ResourceRef,
  { connection, inventory, owns }: CleanUpOptions,
): Promise<string | undefined> {
  if (inventory?.has(ref)) return undefined
  const resource = resourceIn(await connection.send(getRequest(connection, pathOf(ref))), ref)
  const name = resource?.[nameAttribute(ref.kind)]
  return typeof name === 'string' && owns(name) ? name : undefined
}

function hasName(value: unknown, name: string): boolean {
  return typeof value === 'string' && value.trim().toLowerCase() === name.trim().toLowerCase()
}

/** @returns why it is still there, or undefined when it is gone */
async function remove(
  one: MadeResource,
  options: CleanUpOptions,
  listed: JsonObject | undefined,
): Promise<string | undefined> {
  const { connection, owns } = options
  const known = options.seen?.(one) ?? listed
  if (known && isOwnResource(known, one.kind, owns)) return deleteAndLook(one, options)
  const seen = await connection.send(getRequest(connection, pathOf(one)))
  const resource = resourceIn(seen, one)
  if (resource && !isOwnResource(resource, one.kind, owns)) {
    // It is not ours to delete. Ours is gone, or lost behind the one that has its id now.
    await record({ event: 'gone', kind: one.kind, id: one.id }, options)
    return undefined
  }
  const isSure = resource !== undefined || seen.response?.status === 404 || seen.response?.status === 410
  if (!isSure && !(await isFoundByName(one, connection.send, options))) {
    return `it could not be looked at before it is deleted: GET ${answerText(seen)}`
  }
  return deleteAndLook(one, options)
}

/** The resource of an answer to a GET by id, if it is that one. */
function resourceIn({ response }: Exchange, { kind, id }: ResourceRef): JsonObject | undefined {
  const body = response && response.status < 300 ? bodyObject(response) : undefined
  const answered = body && idOf(body)
  return answered !== undefined && idKey({ kind, id: answered }) === idKey({ kind, id }) ? body : undefined
}

async function isFoundByName(one: MadeResource, send: Send, { connection, owns }: CleanUpOptions): Promise<boolean> {
  if (!owns(one.name)) return false
  const { response } = await send(findByName(connection, one.kind, one.name))
  const found = response && response.status < 300 ? resourcesIn(bodyObject(response), one.kind) : []
  return found.some(({ id, resource }) => id === one.id && isOwnResource(resource, one.kind, owns))
}

async function deleteAndLook(one: MadeResource, options: CleanUpOptions): Promise<string | undefined> {
  const { connection } = options
  const deletion = await sendDeletion(one, connection)
  const status = deletion.response?.status
  const isGone = status !== undefined && (status < 300 || status === 404 || status === 410)
  if (!isGone) return `DELETE ${answerText(deletion)}`
  if (status < 300 && options.later?.mayWait(one, options.owns)) {
    await record({ event: 'gone', kind: one.kind, id: one.id }, options)
    return undefined
  }
  const stayed = await isThere(one, options)
  options.later?.looked(one, stayed)
  if (stayed) return `DELETE was answered ${status}, and it is still there`
  await record({ event: 'gone', kind: one.kind, id: one.id }, options)
  return undefined
}

/** Where every write has to name a version (RFC 6585 §3), it is the one that was just looked at. */
async function sendDeletion(one: MadeResource, connection: TargetConnection): Promise<Exchange> {
  const request = deleteRequest(connection, one)
  const exchange = await connection.send(request)
  if (exchange.response?.status !== 428) return exchange
  return connection.send({ ...request, headers: [...request.headers, ['If-Match', '*']] })
}

/** Looks at what was deleted, again and again where reads lag behind. @returns undefined when it is gone */
export async function stillThere(one: MadeResource, options: LookOptions): Promise<Leftover | undefined> {
  for (const ms of options.wait ? LOOKS_MS : [0]) {
    if (!(await isThere(one, options))) return undefined
    await options.wait?.(ms)
  }
  return leftoverOf(one, `${DELETED}xx, and it is still there`, options.connection)
}

/** An endpoint that only switches accounts off has done what it does; there is no further request that would remove them. */
async function isThere(one: MadeResource, { connection, owns }: LookOptions): Promise<boolean> {
  const body = resourceIn(await connection.send(getRequest(connection, pathOf(one))), one)
  return body !== undefined && isOwnResource(body, one.kind, owns) && body.active !== false
}

async function record(entry: LedgerEntry, { ledger, note }: Pick<CleanUpOptions, 'ledger' | 'note'>): Promise<void> {
  ledger.apply(entry)
  await note(entry)
}

function leftoverOf({ kind, id, name }: MadeResource, reason: string, connection: TargetConnection): Leftover {
  return { kind, id, name, reason, byHand: curl('DELETE', deleteRequest(connection, { kind, id }).url) }
}

/** `user scimulator-…-ana@example.com (id 42): DELETE answered 405` */
export function leftoverText({ kind, id, name, reason }: Leftover): string {
  return `${nounOf(kind)} ${name === '' ? '(no name)' : name}${id === undefined ? '' : ` (id ${id})`}: ${reason}`
}

function answerText({ response, failure }: Exchange): string {
  // Why nothing more is sent is told once, for the whole run.
  if (failure?.kind === 'blocked') return 'was not sent any more'
  return response ? `was answered ${response.status}` : `got no answer (${failure?.kind}: ${failure?.message})`
}

function curl(method: string, url: string): string {
  return copiedRequest({ method, url, headers: [['Authorization', '']] }, 'TOKEN')
}
