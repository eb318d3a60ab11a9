import { DEFAULT_START } from '@scimulator/harness'
import { createVirtualSchedule, isoTime, parseDuration, type VirtualSchedule } from '@scimulator/shared/runtime'
import type { Timed } from './program.ts'

/** @throws Error when `start` is no instant */
export function scheduleFrom(start: string = DEFAULT_START): VirtualSchedule {
  const at = Date.parse(start)
  if (Number.isNaN(at)) throw new Error(`start is "${start}"; write an instant such as ${DEFAULT_START}.`)
  return createVirtualSchedule(at)
}

export function timed(schedule: VirtualSchedule): Timed {
  return {
    now: () => isoTime(schedule.now()),
    async advance(by) {
      const duration = parseDuration(by)
      if (duration === undefined) throw new Error(`advance is given "${by}"; write a duration such as 40m or 1d 12h.`)
      await schedule.advanceTo(schedule.now() + duration)
    },
  }
}
