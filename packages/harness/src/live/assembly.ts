// The programs of a world on one clock and one wire, from the moment they are made until they make room for others.
import { createSender, type EventHub } from '@scimulator/shared/http'
import { createRealSchedule, createVirtualSchedule } from '@scimulator/shared/runtime'
import type { LiveProgram, LiveProgramKind } from './live-program.ts'
import { createTrafficLog, type TrafficLog } from './traffic-log.ts'
import { isVirtual, type LiveSchedule, watchedSchedule } from './watched-schedule.ts'

export interface Assembly {
  readonly schedule: LiveSchedule
  readonly programs: ReadonlyMap<string, LiveProgram>
  readonly traffic: TrafficLog
  /** By the name of a program or one of its aliases. */
  program(name: string): LiveProgram | undefined
  /** Resolves when all that is due already has happened. */
  settle(): Promise<void>
  close(): Promise<void>
}

export interface AssemblySetup {
  readonly kinds: readonly LiveProgramKind[]
  readonly hub: EventHub
  /** Where a virtual clock begins, milliseconds since the epoch; undefined for the machine's own clock. */
  readonly start: number | undefined
  /** Called when something may have changed in any program. */
  readonly touched: () => void
  readonly onFault: (fault: unknown) => void
}

export async function assemble(setup: AssemblySetup): Promise<Assembly> {
  const { kinds, hub, start, touched, onFault } = setup
  const schedule = start === undefined ? createRealSchedule(onFault) : createVirtualSchedule(start)
  const watched = watchedSchedule(schedule, touched)
  const sender = createSender({ clock: schedule })
  const traffic = createTrafficLog(hub)
  const programs = new Map<string, LiveProgram>()
  for (const { name, open } of kinds) {
    const send = traffic.recording(async (request) => {
      const exchange = await sender.send(request)
      touched()
      return exchange
    }, name)
    programs.set(name, await open({ schedule: watched, send }))
  }
  return {
    schedule,
    programs,
    traffic,
    program: (name) => programs.get(name) ?? [...programs.values()].find(({ aliases = [] }) => aliases.includes(name)),
    settle: async () => {
      if (isVirtual(schedule)) await schedule.settle()
    },
    async close() {
      await Promise.all([...programs.values()].map((program) => program.close()))
      await sender.close()
      if (!isVirtual(schedule)) schedule.close()
    },
  }
}
