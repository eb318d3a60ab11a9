// What a guard cannot prevent is an endpoint that changes the wrong account by itself. Accounts that were there are therefore looked at
// again after the first write of each kind and at the end; the first change ends the run.
import { createHash } from 'node:crypto'
import { carryOut } from '@scimulator/shared/provisioning'
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '@scimulator/shared/scim'
import type { Inventory } from './inventory.ts'
import { nounOf } from './judge-request.ts'
import { bodyObject, idOf } from './read-answer.ts'
import { idKey, type ResourceKind, type ResourceRef } from './resource-kind.ts'
import { getRequest, pathOf, type TargetConnection } from './target-connection.ts'

export interface Bystanders {
  /** How many are watched. */
  readonly count: number
  /** Looks at all of them. @returns what has changed first, as a sentence; undefined when nothing has */
  look(after: string): Promise<string | undefined>
}

export interface WatchOptions {
  readonly connection: TargetConnection
  readonly inventory: Inventory
  /** Accounts that the run may change: their owner has said so. */
  isAdopted(ref: ResourceRef): boolean
  /** Whether a run of this command has made it. */
  isOfARun(ref: ResourceRef): boolean
  /** How many are watched at most. Default 200, a tenth of them groups. */
  readonly sample?: number
  readonly parallelism?: number
}

/** What was seen of an account: a hash of each attribute. Its values are not kept. */
interface Sight {
  readonly ref: ResourceRef
  readonly lastModified: string
  readonly hashes: ReadonlyMap<string, string>
}

/** Looks twice: an attribute that changes between two looks, such as a last sign-in, changes by itself and says nothing. */
export async function watchBystanders(options: WatchOptions): Promise<Bystanders> {
  const refs = sampleOf(options)
  const first = await seeAll(refs, options)
  const again = await seeAll(refs.slice(0, 20), options)
  const restless = new Set(
    again.flatMap((sight) =>
      differingAttributes(
        sight,
        first.find((one) => isSame(one, sight)),
      ),
    ),
  )
  return {
    count: first.length,
    async look(after) {
      const seen = new Map(
        (
          await seeAll(
            first.map(({ ref }) => ref),
            options,
          )
        ).map((sight) => [idKey(sight.ref), sight]),
      )
      for (const before of first) {
        const now = seen.get(idKey(before.ref))
        const changed = now ? differingAttributes(before, now).filter((name) => !restless.has(name)) : []
        if (!now) return goneText(before.ref, after)
        if (changed.length > 0) return changedText(before, now, changed, after)
      }
      return undefined
    },
  }
}

/** Spread evenly over all ids, so that old and new accounts are among them. */
function sampleOf({ inventory, isAdopted, sample = 200 }: WatchOptions): ResourceRef[] {
  const groups = spread(inventory.ids('Groups'), Math.ceil(sample / 10))
  const users = spread(inventory.ids('Users'), sample - groups.length)
  const refsOf = (kind: ResourceKind, ids: readonly string[]): ResourceRef[] => ids.map((id) => ({ kind, id }))
  return [...refsOf('Users', users), ...refsOf('Groups', groups)].filter((ref) => !isAdopted(ref))
}

function spread(ids: readonly string[], most: number): string[] {
  if (ids.length <= most) return [...ids]
  const step = ids.length / most
  return Array.from({ length: most }, (_, index) => ids[Math.floor(index * step)] ?? '').filter((id) => id !== '')
}

/** Those that can be read by their id now. */
async function seeAll(refs: readonly ResourceRef[], options: WatchOptions): Promise<Sight[]> {
  const sights: (Sight | undefined)[] = refs.map(() => undefined)
  await carryOut(refs.entries(), options.parallelism ?? 8, async ([index, ref]) => {
    sights[index] = await see(ref, options)
  })
  return sights.filter((sight) => sight !== undefined)
}

/** An answer that says nothing, such as a 503, says neither that the account is there nor that it is gone. */
async function see(ref: ResourceRef, { connection, isOfARun }: WatchOptions): Promise<Sight | undefined> {
  const { response } = await connection.send(getRequest(connection, pathOf(ref)))
  const body = response && response.status < 300 ? bodyObject(response) : undefined
  const isGone = response?.status === 404 || response?.status === 410
  if (!body) return isGone ? undefined : { ref, lastModified: '', hashes: new Map() }
  if (idOf(body) === undefined) return { ref, lastModified: '', hashes: new Map() }
  return { ref, lastModified: lastModifiedOf(body), hashes: hashesOf(body, ref, isOfARun) }
}

/** A group that everybody enters by a rule of the endpoint gets the run's accounts as well; that harms nobody who is in it. */
function hashesOf(
  body: JsonObject,
  { kind }: ResourceRef,
  isOfARun: WatchOptions['isOfARun'],
): ReadonlyMap<string, string> {
  const names = Object.keys(body).filter((name) => kind === 'Users' || name !== 'meta')
  const seenOf = (name: string): unknown =>
    name === 'meta' ? lastModifiedOf(body) : name === 'members' ? othersIn(body.members, isOfARun) : body[name]
  return new Map(names.map((name) => [name, hashOf(seenOf(name))]))
}

function othersIn(members: JsonValue | undefined, isOfARun: WatchOptions['isOfARun']): readonly string[] {
  const ids = isJsonArray(members) ? members.map((one) => (isJsonObject(one) ? String(one.value) : String(one))) : []
  return ids.filter((id) => !isOfARun({ kind: 'Users', id }) && !isOfARun({ kind: 'Groups', id })).sort()
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64')
}

function lastModifiedOf({ meta }: JsonObject): string {
  return isJsonObject(meta) && typeof meta.lastModified === 'string' ? meta.lastModified : ''
}

function isSame(a: Sight, b: Sight): boolean {
  return idKey(a.ref) === idKey(b.ref)
}

function differingAttributes(before: Sight, now: Sight | undefined): string[] {
  if (!now || before.hashes.size === 0 || now.hashes.size === 0) return []
  const names = new Set([...before.hashes.keys(), ...now.hashes.keys()])
  return [...names].filter((name) => before.hashes.get(name) !== now.hashes.get(name))
}

const WHOSE =
  'No request of the run named it: either the endpoint changed it by itself, or somebody else did meanwhile. The run ends here.'

function goneText({ kind, id }: ResourceRef, after: string): string {
  return `The ${nounOf(kind)} ${id}, who was there before the run, is gone (seen ${after}). ${WHOSE}`
}

function changedText({ ref, lastModified }: Sight, now: Sight, changed: readonly string[], after: string): string {
  const times =
    lastModified === now.lastModified
      ? ''
      : `, lastModified ${lastModified || 'none'} before and ${now.lastModified || 'none'} now`
  return `The ${nounOf(ref.kind)} ${ref.id}, who was there before the run, has changed (seen ${after}): ${changed.join(', ')}${times}. ${WHOSE}`
}
