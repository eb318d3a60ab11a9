// Effects that are on no exchange: what administrators of the receiver have changed by hand, and what the clock has removed.
import type { Control } from '@scimulator/shared/behaviour'
import type { EventHub } from '@scimulator/shared/http'
import type { Effect } from '../effects.ts'
import { type DirectoryPicture, effectsBetween, purgedBetween } from './effects-between.ts'

interface ActEffect {
  /** Number of the event that told of it; one count with exchanges. */
  readonly seq: number
  /** Milliseconds since the epoch, by the clock of the world. */
  readonly at: number
  readonly cause: 'administrator' | 'clock'
  /** The verb. */
  readonly by: string
  readonly effect: Effect
}

export interface ActLog {
  /** Oldest first. */
  kept(): readonly ActEffect[]
  /** Carries out a verb of the receiver, and tells what it has changed. */
  byHand<Result>(verb: string, act: () => Promise<Result>): Promise<Result>
  /** Moves the clock, and tells whom it has removed for good. */
  byClock<Result>(verb: string, move: () => Promise<Result>): Promise<Result>
  clear(): void
}

const LIMIT = 1_000
/** Larger directories are not compared: an act has to be done in a moment. */
const MOST_MEMBERS = 20_000

/** @param receiver undefined where somebody's own endpoint is in its place */
export function createActLog(hub: EventHub, now: () => number, receiver: () => Control | undefined): ActLog {
  let held: ActEffect[] = []

  function note(cause: ActEffect['cause'], by: string, effects: readonly Effect[]): void {
    for (const effect of effects) {
      const told = { at: now(), cause, by, effect }
      held.push({ seq: hub.publish('effect', { at: told.at, cause, by, ...effect }), ...told })
    }
    if (held.length > LIMIT) held = held.slice(-LIMIT)
  }
  async function comparing<Result>(
    act: () => Promise<Result>,
    tell: (before: DirectoryPicture, after: DirectoryPicture) => void,
  ): Promise<Result> {
    const control = receiver()
    const before = control && (await pictureOf(control))
    const result = await act()
    const after = before && control === receiver() ? await pictureOf(control as Control) : undefined
    if (before && after) tell(before, after)
    return result
  }
  return {
    kept: () => held,
    byHand: (verb, act) =>
      comparing(act, (before, after) => note('administrator', verb, effectsBetween(before, after))),
    byClock: (verb, move) => comparing(move, (before, after) => note('clock', verb, purgedBetween(before, after))),
    clear() {
      held = []
    },
  }
}

const VIEWS = {
  members: 'members',
  deleted: 'deleted-members',
  departments: 'departments',
  groups: 'user-groups',
} as const

/** Undefined of a receiver that shows no members, and where there are too many. */
async function pictureOf({ views }: Control): Promise<DirectoryPicture | undefined> {
  if (!views.has('members')) return undefined
  const read = async (name: string) => (await views.get(name)?.read({})) ?? []
  const members = await read(VIEWS.members)
  if (members.length > MOST_MEMBERS) return undefined
  const [deleted, departments, groups] = await Promise.all([
    read(VIEWS.deleted),
    read(VIEWS.departments),
    read(VIEWS.groups),
  ])
  return { members, deleted, departments, groups }
}
