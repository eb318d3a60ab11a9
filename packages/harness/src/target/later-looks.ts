// Whether a deletion was done is looked at once: at its place, or at the end with all others, when one list of ids answers for hundreds.
import { type Leftover, type LookingLater, stillThere } from './clean-up.ts'
import { type Inventory, takeInventory } from './inventory.ts'
import type { ResourceKind } from './resource-kind.ts'
import type { MadeResource } from './run-ledger.ts'
import type { TargetConnection } from './target-connection.ts'

export interface LaterLooks extends LookingLater {
  /** Looks at all that wait. Never throws for what the target answers. @returns what is there all the same */
  lookBack(): Promise<readonly Leftover[]>
}

/** So many deletions of a kind are looked at where they are made, so that an endpoint that deletes nothing is known at once. */
const FIRST = 3

/** Where more are there, a list of all would cost more than looks at the few. */
const MOST_LISTED = 2_000

export function createLaterLooks(
  connection: TargetConnection,
  inventory: Pick<Inventory, 'count'>,
  wait: (ms: number) => Promise<void>,
): LaterLooks {
  const waiting: { readonly one: MadeResource; readonly owns: (value: string) => boolean }[] = []
  const looked: Record<ResourceKind, number> = { Users: 0, Groups: 0 }
  let hasStayed = false
  return {
    mayWait(one, owns) {
      if (hasStayed || looked[one.kind] < FIRST || inventory.count(one.kind) > MOST_LISTED) return false
      waiting.push({ one, owns })
      return true
    },
    looked({ kind }, isThere) {
      looked[kind] += 1
      hasStayed ||= isThere
    },
    async lookBack() {
      const all = waiting.splice(0)
      if (all.length === 0) return []
      const now = await takeInventory(connection, MOST_LISTED)
      const doubtful = all.filter(({ one }) => !now.isComplete(one.kind) || now.has(one))
      const found = await Promise.all(doubtful.map(({ one, owns }) => stillThere(one, { connection, owns, wait })))
      return found.flatMap((left) => left ?? [])
    },
  }
}
