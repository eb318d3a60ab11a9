// Who may go: pushes that touch the same object go one after the other, in the order of their events; all others may overtake.
import type { Push } from './push.ts'

export interface LineUp {
  /** Puts a push at the end of the lines of all objects that it touches. */
  join(push: Push): void
  /** Whether nothing that touches the same objects comes before it. */
  isFirst(push: Push): boolean
  /** Takes a push off its lines. Returns the pushes that now stand first in one of them. */
  leave(push: Push): readonly number[]
}

export function createLineUp(): LineUp {
  const lines = new Map<string, Set<number>>()
  return {
    join(push) {
      for (const key of keysOf(push)) lines.set(key, (lines.get(key) ?? new Set()).add(push.seq))
    },
    isFirst: (push) => keysOf(push).every((key) => first(lines.get(key)) === push.seq),
    leave(push) {
      const next = new Set<number>()
      for (const key of keysOf(push)) {
        const line = lines.get(key)
        line?.delete(push.seq)
        const head = first(line)
        if (head === undefined) lines.delete(key)
        else next.add(head)
      }
      return [...next].sort((a, b) => a - b)
    },
  }
}

function keysOf({ applicationId, touches }: Push): string[] {
  return touches.map((id) => `${applicationId} ${id}`)
}

function first(line: ReadonlySet<number> | undefined): number | undefined {
  return line?.values().next().value
}
