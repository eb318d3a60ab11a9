import { isVirtual, type Schedule, type VirtualSchedule } from './schedule.ts'

/** The same time by a clock that is ahead by so many milliseconds, or behind. Where time is virtual, it is here as well. */
export function skewedSchedule(schedule: Schedule, ahead: number): Schedule {
  const skewed = plainSkewed(schedule, ahead)
  if (!isVirtual(schedule)) return skewed
  const { settle, settleAtOnce } = schedule
  const virtual: VirtualSchedule = {
    ...skewed,
    advanceTo: (to) => schedule.advanceTo(to - ahead),
    settle,
    settleAtOnce,
  }
  return virtual
}

function plainSkewed(schedule: Schedule, ahead: number): Schedule {
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
