import { suggest, VerbError } from '@scimulator/shared/behaviour'

/** What every program of a world held at a moment. */
export interface Picture {
  /** The clock, milliseconds since the epoch. */
  readonly now: number
  readonly programs: ReadonlyMap<string, unknown>
}

export interface Snapshots {
  all(): readonly (readonly [name: string, picture: Picture])[]
  /** @throws VerbError `conflict` for a name that is taken */
  take(name: string, picture: Picture): void
  /** Takes it, in the place of an earlier one of that name. */
  replace(name: string, picture: Picture): void
  /** @throws VerbError `not-found` that names the nearest one */
  find(name: string): Picture
  /** @throws VerbError `not-found` */
  drop(name: string): void
}

/** In memory: they end with the process. */
export function createSnapshots(): Snapshots {
  const held = new Map<string, Picture>()
  const find = (name: string): Picture => {
    const picture = held.get(name)
    if (!picture)
      throw new VerbError(
        'not-found',
        `There is no snapshot "${name}". ${suggest(name, held.keys()) || 'None was taken.'}`,
      )
    return picture
  }
  return {
    all: () => [...held],
    take(name, picture) {
      if (held.has(name))
        throw new VerbError('conflict', `There is a snapshot "${name}" already; drop it or choose another name.`)
      held.set(name, picture)
    },
    replace(name, picture) {
      held.delete(name)
      held.set(name, picture)
    },
    find,
    drop(name) {
      find(name)
      held.delete(name)
    },
  }
}
