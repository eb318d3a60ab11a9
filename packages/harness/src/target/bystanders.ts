// What a guard cannot prevent is an endpoint that changes the wrong account by itself. Accounts that were there are therefore looked at
// again after the first write of each kind and at the end; the first change ends the run.
import { carryOut } from '@scimulator/shared/provisioning'
import type { Inventory } from './inventory.ts'
import { nounOf } from './judge-request.ts'
import { bodyObject, idOf } from './read-answer.ts'
import { idKey, type ResourceKind, type ResourceRef } from './resource-kind.ts'
import { differences, type Sight, sightOf, unseen } from './sight.ts'
import { getRequest, pathOf, type TargetConnection } from './target-connection.ts'

export interface Bystanders {
  /** How many are watched. */
  readonly count: number
  /** Looks at all of them. @returns what has changed first, as a sentence; undefined when nothing has */
  look(when: string): Promise<string | undefined>
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
}

const PARALLELISM = 16
/** How many are looked at twice before anything is written. */
const TWICE = 20

/** Looks twice: an attribute that changes between two looks, such as a last sign-in, changes by itself and says nothing. */
export async function watchBystanders(options: WatchOptions): Promise<Bystanders> {
  const isOurs = (id: string): boolean =>
    options.isOfARun({ kind: 'Users', id }) || options.isOfARun({ kind: 'Groups', id })
  // What another run has made goes when that run ends: several machines may share a target.
  const first = (await seeAll(sampleOf(options), options)).filter(({ run }) => run === undefined)
  const some = first.slice(0, TWICE)
  const again = await seeAll(refsOf(some), options)
  const restless = new Set(pairs(some, again).flatMap(([before, now]) => (now ? differences(before, now, isOurs) : [])))
  const changesOf = (before: Sight, now: Sight): string[] =>
    differences(before, now, isOurs).filter((name) => !restless.has(name))

  return {
    count: first.length,
    async look(when) {
      const seen = pairs(first, await seeAll(refsOf(first), options))
      const suspect = seen.find(([before, now]) => !now || changesOf(before, now).length > 0)
      if (!suspect) return undefined
      // One strange answer is not believed.
      const [before] = suspect
      const [now] = await seeAll([before.ref], options)
      if (!now) return goneText(before.ref, when)
      const changed = changesOf(before, now)
      return changed.length === 0 ? undefined : changedText(before, now, changed, when)
    },
  }
}

/** Spread evenly over all ids, so that old and new accounts are among them. */
function sampleOf({ inventory, isAdopted, sample = 200 }: WatchOptions): ResourceRef[] {
  const groups = spread(inventory.ids('Groups'), Math.ceil(sample / 10))
  const users = spread(inventory.ids('Users'), sample - groups.length)
  const of = (kind: ResourceKind, ids: readonly string[]): ResourceRef[] => ids.map((id) => ({ kind, id }))
  return [...of('Users', users), ...of('Groups', groups)].filter((ref) => !isAdopted(ref))
}

function spread(ids: readonly string[], most: number): string[] {
  if (ids.length <= most) return [...ids]
  const step = ids.length / most
  return Array.from({ length: most }, (_, index) => ids[Math.floor(index * step)] ?? '').filter((id) => id !== '')
}

/** Those that can be read by their id now. */
async function seeAll(refs: readonly ResourceRef[], { connection }: WatchOptions): Promise<Sight[]> {
  const sights: (Sight | undefined)[] = refs.map(() => undefined)
  await carryOut(refs.entries(), PARALLELISM, async ([index, ref]) => {
    sights[index] = await see(ref, connection)
  })
  return sights.filter((sight) => sight !== undefined)
}

/** A 503 says neither that the account is there nor that it is gone. */
async function see(ref: ResourceRef, connection: TargetConnection): Promise<Sight | undefined> {
  const { response } = await connection.send(getRequest(connection, pathOf(ref)))
  if (response?.status === 404 || response?.status === 410) return undefined
  const body = response && response.status < 300 ? bodyObject(response) : undefined
  return body && idOf(body) !== undefined ? sightOf(ref, body) : unseen(ref)
}

function refsOf(sights: readonly Sight[]): ResourceRef[] {
  return sights.map(({ ref }) => ref)
}

function pairs(before: readonly Sight[], now: readonly Sight[]): [Sight, Sight | undefined][] {
  const byKey = new Map(now.map((sight) => [idKey(sight.ref), sight]))
  return before.map((sight) => [sight, byKey.get(idKey(sight.ref))])
}

const WHOSE =
  'No request of the run named it: either the endpoint changed it by itself, or somebody else did meanwhile. The run ends here.'

function goneText({ kind, id }: ResourceRef, when: string): string {
  return `The ${nounOf(kind)} ${id}, there before the run, is gone (seen ${when}). ${WHOSE}`
}

function changedText({ ref, lastModified }: Sight, now: Sight, changed: readonly string[], when: string): string {
  const isMoved = lastModified !== now.lastModified
  const names = changed.filter((name) => name !== 'meta.lastModified')
  const times = isMoved ? [`lastModified ${lastModified || 'none'} before and ${now.lastModified || 'none'} now`] : []
  return `The ${nounOf(ref.kind)} ${ref.id}, there before the run, has changed (seen ${when}): ${[...names, ...times].join(', ')}. ${WHOSE}`
}
