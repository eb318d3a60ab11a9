// Whether a deletion was done is looked at once: at its place, or at the end with all others, when one list of ids answers for hundreds.
import { carryOut } from '@scimulator/shared/provisioning'
import { type Leftover, type LookingLater, stillThere } from './clean-up.ts'
import { countKind, type Inventory } from './inventory.ts'
import { BACK, type NewestAt } from './listed-names.ts'
import { answeredObject, resourcesIn } from './read-answer.ts'
import { idKey, RESOURCE_KINDS, type ResourceKind } from './resource-kind.ts'
import type { MadeResource } from './run-ledger.ts'
import { getRequest, type TargetConnection } from './target-connection.ts'

export interface LaterLooks extends LookingLater {
  /** Looks at all that wait. Never throws for what the target answers. @returns what is there all the same */
  lookBack(): Promise<readonly Leftover[]>
}

/** So many deletions of a kind are looked at where they are made, so that an endpoint that deletes nothing is known at once. */
const FIRST = 3

/** Where more are there, only the part of the list is read that shows those who came last. */
const MOST_LISTED = 2_000

const PAGE = 200
/** Of such a part: more than a run may hold at a time. */
const MOST_PAGES = 8

export interface LaterOptions {
  readonly connection: TargetConnection
  readonly inventory: Pick<Inventory, 'count'>
  newestAt(kind: ResourceKind): NewestAt | undefined
  wait(ms: number): Promise<void>
}

export function createLaterLooks(options: LaterOptions): LaterLooks {
  const { connection, wait } = options
  const waiting: { readonly one: MadeResource; readonly owns: (value: string) => boolean }[] = []
  const looked: Record<ResourceKind, number> = { Users: 0, Groups: 0 }
  let hasStayed = false
  return {
    mayWait(one, owns) {
      if (hasStayed || looked[one.kind] < FIRST) return false
      waiting.push({ one, owns })
      return true
    },
    looked({ kind }, isThere) {
      looked[kind] += 1
      hasStayed ||= isThere
    },
    async lookBack() {
      const all = waiting.splice(0)
      const left: Leftover[] = []
      for (const kind of RESOURCE_KINDS) {
        const ofKind = all.filter(({ one }) => one.kind === kind)
        const there = ofKind.length === 0 ? undefined : await idsThere(kind, options)
        const doubtful = ofKind.filter(({ one }) => there === undefined || there.has(idKey(one)))
        await carryOut(doubtful, LOOKS_AT_A_TIME, async ({ one, owns }) => {
          const stayed = await stillThere(one, { connection, owns, wait })
          if (stayed) left.push(stayed)
        })
      }
      return left
    },
  }
}

const LOOKS_AT_A_TIME = 8

/** Keys of all that are there, or of those who came last. @returns undefined when no list tells */
async function idsThere(kind: ResourceKind, options: LaterOptions): Promise<ReadonlySet<string> | undefined> {
  const { connection, inventory, newestAt } = options
  if (inventory.count(kind) > MOST_LISTED) {
    const place = newestAt(kind)
    return place && newestIn(kind, place === 'end' ? Math.max(1, inventory.count(kind) - BACK) : 1, connection)
  }
  const counted = await countKind(connection, kind, MOST_LISTED)
  return counted.isComplete ? new Set([...counted.ids].map((id) => idKey({ kind, id }))) : undefined
}

async function newestIn(
  kind: ResourceKind,
  startIndex: number,
  connection: TargetConnection,
): Promise<ReadonlySet<string> | undefined> {
  const keys = new Set<string>()
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = `?attributes=id&startIndex=${startIndex + keys.size}&count=${PAGE}`
    const body = answeredObject(await connection.send(getRequest(connection, `/${kind}${query}`)))
    if (body === undefined) return undefined
    const before = keys.size
    for (const { id } of 'Resources' in body ? resourcesIn(body, kind) : []) keys.add(idKey({ kind, id }))
    if (keys.size === before) break
  }
  return keys
}
