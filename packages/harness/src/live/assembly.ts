// The programs of a world on one clock and one wire, from the moment they are made until they make room for others.
import { createSender, type EventHub } from '@scimulator/shared/http'
import type { Send } from '@scimulator/shared/provisioning'
import { createRealSchedule, createVirtualSchedule, isVirtual, realTime } from '@scimulator/shared/runtime'
import { type ActLog, createActLog } from './acts/act-log.ts'
import type { ChangeNotes } from './change-notes.ts'
import { createEffects, type ReadEffects } from './effects.ts'
import type { Directory } from './foreign/directory.ts'
import type { ForeignTarget } from './foreign/foreign-target.ts'
import { type Observing, observing } from './foreign/observing.ts'
import { createHappeningLog, type HappeningLog } from './happenings/happening-log.ts'
import type { LiveProgram, LiveProgramKind } from './live-program.ts'
import { createLiveWire, type LiveWire, type SeenAtTarget } from './live-wire.ts'
import { createTrafficLog, type TrafficArchive, type TrafficLog } from './traffic-log.ts'
import { type LiveSchedule, type Planned, watchedSchedule } from './watched-schedule.ts'

/** Who sends what somebody sends again. */
const BY_HAND = 'by-hand'

export interface Assembly {
  readonly schedule: LiveSchedule
  /** What the programs will do by themselves, the next first. */
  planned(): readonly Planned[]
  readonly programs: ReadonlyMap<string, LiveProgram>
  readonly traffic: TrafficLog
  readonly wire: LiveWire
  /** What changed at the receiver without an exchange. */
  readonly acts: ActLog
  /** What was no exchange: the clock moved, a cycle began or ended, a fault was set. */
  readonly happenings: HappeningLog
  /** Sends a request of nobody's engine; it is on the wire as `by-hand`. */
  readonly sendByHand: Send
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
  /** Told when something may have changed in any program, and what has changed in the store of one that tells. */
  readonly changes: Pick<ChangeNotes, 'soon' | 'stored'>
  readonly onFault: (fault: unknown) => void
  /** Somebody's endpoint in the place of the receiver; everything is sent there. */
  readonly target?: ForeignTarget
  readonly directory?: Directory
  /** Where exchanges are kept on disk. */
  readonly archive?: TrafficArchive
}

export async function assemble(setup: AssemblySetup): Promise<Assembly> {
  const { kinds, hub, start, changes, onFault, target, directory, archive } = setup
  const schedule = start === undefined ? createRealSchedule(onFault) : createVirtualSchedule(start)
  const watched = watchedSchedule(schedule, changes.soon)
  const sender = createSender({ clock: schedule })
  const told: ReadEffects[] = []
  const observed = target && directory && observing(target, directory.saw, realTime.sleep)
  const wire = createLiveWire(observed?.send ?? sender.send, schedule, createEffects(told), seenAt(observed, target))
  const happenings = createHappeningLog(hub, () => schedule.now())
  const beside = { ...wire, tellsAll: () => told.length > 0, began: happenings.began }
  const traffic = createTrafficLog(hub, undefined, beside, archive)
  const sending = (name: string): Send =>
    traffic.recording(async (request) => {
      const exchange = await wire.send(request)
      changes.soon()
      return exchange
    }, name)
  const programs = new Map<string, LiveProgram>()
  for (const { name, open } of kinds) {
    const program = await open({ schedule: watched.schedule, send: sending(name) })
    programs.set(name, program)
    program.control.onChange?.((collections) => changes.stored(name, collections))
    if (program.effects) told.push(program.effects)
  }
  return {
    schedule,
    planned: watched.planned,
    programs,
    traffic,
    wire,
    acts: createActLog(
      hub,
      () => schedule.now(),
      () => programs.get('receiver')?.control,
    ),
    happenings,
    sendByHand: sending(BY_HAND),
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

function seenAt(observed: Observing | undefined, target: ForeignTarget | undefined): SeenAtTarget | undefined {
  return observed && target && { ...observed, covered: target.covered }
}
