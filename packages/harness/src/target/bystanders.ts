// What a guard cannot prevent is an endpoint that changes the wrong account by itself. Accounts that were there are therefore looked at
// again after the first write of each kind and at the end; the first change ends the run.
import type { Inventory } from './inventory.ts'
import { nounOf } from './judge-request.ts'
import { type KindWatch, type Suspect, watchKind } from './kind-watch.ts'
import { RESOURCE_KINDS, type ResourceRef } from './resource-kind.ts'
import type { Sight } from './sight.ts'
import type { TargetConnection } from './target-connection.ts'

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

export async function watchBystanders(options: WatchOptions): Promise<Bystanders> {
  const { connection, inventory, sample = 200, isAdopted, isOfARun } = options
  const isOurs = (id: string): boolean => isOfARun({ kind: 'Users', id }) || isOfARun({ kind: 'Groups', id })
  const most = { Users: sample - Math.ceil(sample / 10), Groups: Math.ceil(sample / 10) }
  // What another run has made goes when that run ends: several machines may share a target.
  const isWatched = ({ ref, run }: Sight): boolean => run === undefined && !isAdopted(ref) && !isOfARun(ref)
  const watches: KindWatch[] = []
  for (const kind of RESOURCE_KINDS) {
    const there = { total: inventory.count(kind), ids: inventory.ids(kind) }
    watches.push(await watchKind({ connection, kind, most: most[kind], isWatched, ...there }))
  }
  return {
    count: watches.reduce((sum, { count }) => sum + count, 0),
    async look(when) {
      for (const watch of watches) {
        const suspect = await watch.look(isOurs)
        if (suspect) return textOf(suspect, when)
      }
      return undefined
    },
  }
}

function textOf({ before, now, changed }: Suspect, when: string): string {
  return now ? changedText(before, now, changed, when) : goneText(before.ref, when)
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
