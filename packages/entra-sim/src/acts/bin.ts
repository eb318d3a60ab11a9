// Deleted items stay in the bin for 30 days, then they are purged (Microsoft: Restore or remove a recently deleted user).
import { DAY_MS, type Schedule, type ScheduleEntry } from '@scimulator/shared/runtime'
import type { EntraChange } from '../state/change.ts'
import type { EntraView } from '../state/state.ts'
import { purgeGroup } from './decide-group.ts'
import { BIN_DAYS, purgeUser } from './decide-user.ts'

export class Bin {
  readonly #schedule: Schedule
  readonly #view: EntraView
  readonly #commit: (changes: readonly EntraChange[]) => void
  #armed: ScheduleEntry | undefined

  constructor(schedule: Schedule, view: EntraView, commit: (changes: readonly EntraChange[]) => void) {
    this.#schedule = schedule
    this.#view = view
    this.#commit = commit
  }

  /** Plans the purge of the oldest item. */
  arm(): void {
    const due = this.#nextDue()
    if (due === this.#armed?.due) return
    this.#armed?.cancel()
    this.#armed =
      due === undefined
        ? undefined
        : this.#schedule.at(due, 'entra', () => this.#purgeDue(), 'what was deleted is purged')
  }

  close(): void {
    this.#armed?.cancel()
    this.#armed = undefined
  }

  #purgeDue(): void {
    this.#armed = undefined
    for (const id of [...this.#view.deletedIds()]) {
      const due = purgeDueAt(this.#view, id)
      if (due === undefined || due > this.#schedule.now()) break
      this.#commit(purgeItem(this.#view, id))
    }
    this.arm()
  }

  #nextDue(): number | undefined {
    const [oldest] = this.#view.deletedIds()
    return oldest === undefined ? undefined : purgeDueAt(this.#view, oldest)
  }
}

/** When what lies in the bin under this id is purged. */
export function purgeDueAt(view: EntraView, id: string): number | undefined {
  const deletedAt = (view.users.get(id) ?? view.groups.get(id) ?? view.deletedApps.get(id))?.deletedAt
  return deletedAt === undefined ? undefined : deletedAt + BIN_DAYS * DAY_MS
}

/** Purges what lies in the bin under this id. */
export function purgeItem(view: EntraView, id: string): EntraChange[] {
  const user = view.users.get(id)
  const group = view.groups.get(id)
  if (user) return purgeUser(view, user)
  if (group) return purgeGroup(view, group)
  return view.deletedApps.has(id) ? [{ kind: 'deletedApp', id, value: null }] : []
}
