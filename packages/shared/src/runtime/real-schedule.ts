import type { Schedule, ScheduleEntry } from './schedule.ts'
import { createSteadyClock } from './steady-clock.ts'

export interface RealSchedule extends Schedule {
  close(): void
}

/** setTimeout's longest delay; a later entry is looked at again when it has passed. */
const LONGEST_DELAY_MS = 2 ** 31 - 1

/**
 * A schedule on the machine's own clock, for programs that run by themselves. A clock that is set back makes nothing late.
 * `onError` hears of a run that threw: a timer has nobody else to tell.
 */
export function createRealSchedule(onError: (error: unknown, actor: string) => void): RealSchedule {
  const clock = createSteadyClock()
  const timers = new Map<ScheduleEntry, NodeJS.Timeout>()

  function arm(entry: ScheduleEntry, run: () => unknown): void {
    const wait = Math.max(0, entry.due - clock.now())
    const timer = setTimeout(() => fire(entry, run), Math.min(wait, LONGEST_DELAY_MS))
    timers.set(entry, timer)
  }

  function fire(entry: ScheduleEntry, run: () => unknown): void {
    if (entry.due > clock.now()) {
      arm(entry, run)
      return
    }
    timers.delete(entry)
    Promise.resolve()
      .then(run)
      .catch((error: unknown) => onError(error, entry.actor))
  }

  return {
    now: clock.now,
    at(due, actor, run) {
      const entry: ScheduleEntry = { due, actor, cancel: () => forget(timers, entry) }
      arm(entry, run)
      return entry
    },
    addActor: () => () => {},
    nextDue: () =>
      [...timers.keys()].reduce<number | undefined>((min, { due }) => Math.min(min ?? due, due), undefined),
    close() {
      for (const entry of [...timers.keys()]) forget(timers, entry)
    },
  }
}

function forget(timers: Map<ScheduleEntry, NodeJS.Timeout>, entry: ScheduleEntry): void {
  clearTimeout(timers.get(entry))
  timers.delete(entry)
}
