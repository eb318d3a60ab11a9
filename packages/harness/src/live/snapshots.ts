import { suggest, VerbError } from '@scimulator/shared/behaviour'

/** What every program of a world held at a moment. */
export interface Picture {
  /** The clock, milliseconds since the epoch. */
  readonly now: number
  readonly programs: ReadonlyMap<string, unknown>
}

/** Where pictures are held: in memory, or in files. */
export interface Shelf {
  /** In the order in which they were put there. */
  all(): readonly HeldSnapshot[]
  get(name: string): Picture | undefined
  /** In the place of an earlier one of that name. */
  put(name: string, picture: Picture): void
  remove(name: string): void
}

export interface HeldSnapshot {
  readonly name: string
  /** The clock of the picture, milliseconds since the epoch. */
  readonly now: number
}

export interface Snapshots {
  all(): readonly HeldSnapshot[]
  /** @throws VerbError `conflict` for a name that is taken */
  take(name: string, picture: Picture): void
  /** Takes it, in the place of an earlier one of that name. */
  replace(name: string, picture: Picture): void
  /** @throws VerbError `not-found` that names the nearest one */
  find(name: string): Picture
  /** @throws VerbError `not-found` */
  drop(name: string): void
}

export function createSnapshots(shelf: Shelf = inMemory()): Snapshots {
  const find = (name: string): Picture => {
    const picture = shelf.get(name)
    if (picture) return picture
    const names = shelf.all().map((one) => one.name)
    throw new VerbError('not-found', `There is no snapshot "${name}". ${suggest(name, names) || 'None was taken.'}`)
  }
  return {
    all: shelf.all,
    take(name, picture) {
      if (shelf.all().some((one) => one.name === name))
        throw new VerbError('conflict', `There is a snapshot "${name}" already; drop it or choose another name.`)
      shelf.put(name, picture)
    },
    replace: shelf.put,
    find,
    drop(name) {
      find(name)
      shelf.remove(name)
    },
  }
}

/** They end with the process. */
function inMemory(): Shelf {
  const held = new Map<string, Picture>()
  return {
    all: () => Array.from(held, ([name, { now }]) => ({ name, now })),
    get: (name) => held.get(name),
    put(name, picture) {
      held.delete(name)
      held.set(name, picture)
    },
    remove: (name) => void held.delete(name),
  }
}
