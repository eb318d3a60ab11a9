import type { RealSchedule, Schedule, VirtualSchedule } from '@scimulator/shared/runtime'

export type LiveSchedule = RealSchedule | VirtualSchedule

/** Something that a program does by itself, some time. */
export interface Planned {
  /** Milliseconds since the epoch. */
  readonly due: number
  readonly actor: string
  /** `incremental cycle of Lark`; undefined where nobody has said what it is. */
  readonly label: string | undefined
}

export interface Watched<Kind extends Schedule> {
  readonly schedule: Kind
  /** What is planned, the next first. */
  planned(): readonly Planned[]
}

/** The same schedule, which calls `after` when something that was planned has run, and can tell what is planned. */
export function watchedSchedule<Kind extends Schedule>(schedule: Kind, after: () => void): Watched<Kind> {
  const plans = new Set<Planned>()
  const watched: Kind = {
    ...schedule,
    at(due, actor, run, label) {
      const plan = { due, actor, label }
      plans.add(plan)
      const entry = schedule.at(due, actor, async () => {
        plans.delete(plan)
        try {
          return await run()
        } finally {
          after()
        }
      })
      const cancel = (): void => {
        plans.delete(plan)
        entry.cancel()
      }
      return { due, actor, cancel }
    },
  }
  return { schedule: watched, planned: () => [...plans].sort((a, b) => a.due - b.due) }
}
