import type { Schedule } from './schedule.ts'

/** The same time by a clock that is ahead by so many milliseconds, or behind. */
export function skewedSchedule(schedule: Schedule, ahead: number): Schedule {
  return {
    now: () => schedule.now() + ahead,
    at(due, actor, run, label) {
      const entry = schedule.at(due - ahead, actor, run, label)
      return { due, actor, cancel: () => entry.cancel() }
    },
    addActor: (actor, idle) => schedule.addActor(actor, idle),
    nextDue() {
      const due = schedule.nextDue()
      return due === undefined ? undefined : due + ahead
    },
  }
}
