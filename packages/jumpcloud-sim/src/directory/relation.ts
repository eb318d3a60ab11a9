/** Pairs of keys, found from both sides. Iteration is in order of insertion. */
export interface Relation {
  add(left: string, right: string): void
  remove(left: string, right: string): void
  has(left: string, right: string): boolean
  rightsOf(left: string): ReadonlySet<string>
  leftsOf(right: string): ReadonlySet<string>
  removeLeft(left: string): void
  removeRight(right: string): void
  pairs(): Iterable<readonly [string, string]>
  clear(): void
}

const NOBODY: ReadonlySet<string> = new Set()

export function createRelation(): Relation {
  const forward = new Map<string, Set<string>>()
  const backward = new Map<string, Set<string>>()
  function remove(left: string, right: string): void {
    drop(forward, left, right)
    drop(backward, right, left)
  }
  return {
    add(left, right) {
      put(forward, left, right)
      put(backward, right, left)
    },
    remove,
    has: (left, right) => forward.get(left)?.has(right) ?? false,
    rightsOf: (left) => forward.get(left) ?? NOBODY,
    leftsOf: (right) => backward.get(right) ?? NOBODY,
    removeLeft(left) {
      for (const right of [...(forward.get(left) ?? [])]) remove(left, right)
    },
    removeRight(right) {
      for (const left of [...(backward.get(right) ?? [])]) remove(left, right)
    },
    *pairs() {
      for (const [left, rights] of forward) for (const right of rights) yield [left, right]
    },
    clear() {
      forward.clear()
      backward.clear()
    },
  }
}

function put(index: Map<string, Set<string>>, from: string, to: string): void {
  const known = index.get(from)
  if (known) known.add(to)
  else index.set(from, new Set([to]))
}

function drop(index: Map<string, Set<string>>, from: string, to: string): void {
  const known = index.get(from)
  known?.delete(to)
  if (known?.size === 0) index.delete(from)
}
