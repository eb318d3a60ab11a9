// What was made at somebody's endpoint, as each was last seen. Nothing is read for it but when somebody asks: the looks around each write
// keep it up, whatever the directory's size.
import type { ForeignKind, ForeignResource, ForeignTarget, Seen } from './foreign-target.ts'

interface SeenResource {
  readonly resource: ForeignResource
  /** Milliseconds since the epoch. */
  readonly readAt: number
}

export interface Directory {
  of(kind: ForeignKind): readonly SeenResource[]
  /** A look has come to this. */
  saw(kind: ForeignKind, id: string, seen: Seen): void
  /** Reads all that was made there anew. @throws Error when it cannot be read */
  read(): Promise<{ readonly users: number; readonly groups: number }>
  clear(): void
}

export function createDirectory(target: Pick<ForeignTarget, 'readOwn'>, now: () => number): Directory {
  const held: Record<ForeignKind, Map<string, SeenResource>> = { Users: new Map(), Groups: new Map() }
  const readAll = async (kind: ForeignKind): Promise<number> => {
    const resources = await target.readOwn(kind)
    held[kind] = new Map(resources.map((resource) => [resource.id, { resource, readAt: now() }]))
    return resources.length
  }
  return {
    of: (kind) => [...held[kind].values()],
    saw(kind, id, seen) {
      if (seen === 'absent') held[kind].delete(id)
      else if (seen !== 'unknown') held[kind].set(id, { resource: seen, readAt: now() })
    },
    async read() {
      const [users, groups] = await Promise.all([readAll('Users'), readAll('Groups')])
      return { users, groups }
    },
    clear() {
      held.Users.clear()
      held.Groups.clear()
    },
  }
}
