import type { RealSchedule, Schedule, VirtualSchedule } from '@scimulator/shared/runtime'

export type LiveSchedule = RealSchedule | VirtualSchedule

/** The same schedule, which calls `after` when something that was planned has run. */
export function watchedSchedule<Kind extends Schedule>(schedule: Kind, after: () => void): Kind {
  return {
    ...schedule,
    at: (due, actor, run) =>
      schedule.at(due, actor, async () => {
        try {
          return await run()
        } finally {
          after()
        }
      }),
  }
}

export function isVirtual(schedule: LiveSchedule): schedule is VirtualSchedule {
  return 'advanceTo' in schedule
}
