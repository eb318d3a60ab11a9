// Who may go: pushes that touch the same object go one after the other, in the order of their events; all others may overtake. Each push
// counts the lines in which somebody stands before it, so that a group push of 20,000 members is not looked at 20,000 times.
import type { Push } from '../directory/push.ts'

export interface LineUp {
  /** Puts a push at the end of the lines of all objects that it touches. */
  join(push: Push): void
  /** Whether nothing that touches the same objects comes before it. */
  isFirst(push: Push): boolean
  /** The pushes in the line of one object, first to last. */
  lineOf(applicationId: string, objectId: string): readonly number[]
  /** Takes a push off its lines. Returns the pushes that nothing stands before any more because of that. */
  leave(push: Push): readonly number[]
}

export function createLineUp(): LineUp {
  const lines = new Map<string, Set<number>>()
  const blocked = new Map<number, number>()

  function joinLine(key: string, seq: number): number {
    const line = lines.get(key)
    if (!line) lines.set(key, new Set([seq]))
    else line.add(seq)
    return line ? 1 : 0
  }

  /** The push that is first in the line now because `seq` was. */
  function leaveLine(key: string, seq: number): number | undefined {
    const line = lines.get(key)
    const wasFirst = first(line) === seq
    line?.delete(seq)
    if (line?.size === 0) lines.delete(key)
    return wasFirst ? first(line) : undefined
  }

  /** Whether that was the last line in which somebody stood before it. */
  function unblock(seq: number): boolean {
    const count = (blocked.get(seq) ?? 0) - 1
    blocked.set(seq, count)
    return count === 0
  }

  return {
    join(push) {
      blocked.set(
        push.seq,
        keysOf(push).reduce((count, key) => count + joinLine(key, push.seq), 0),
      )
    },
    isFirst: ({ seq }) => blocked.get(seq) === 0,
    lineOf: (applicationId, objectId) => [...(lines.get(lineKey(applicationId, objectId)) ?? [])],
    leave(push) {
      blocked.delete(push.seq)
      const freed = keysOf(push).flatMap((key) => {
        const next = leaveLine(key, push.seq)
        return next !== undefined && unblock(next) ? [next] : []
      })
      return freed.sort((a, b) => a - b)
    },
  }
}

/** An object that is named twice counts once. */
function keysOf({ applicationId, touches }: Push): string[] {
  return [...new Set(touches)].map((id) => lineKey(applicationId, id))
}

function lineKey(applicationId: string, objectId: string): string {
  return `${applicationId} ${objectId}`
}

function first(line: ReadonlySet<number> | undefined): number | undefined {
  return line?.values().next().value
}
