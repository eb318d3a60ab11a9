// A world that stands until it is stopped, for people who look at it and act in it. What happens is told as events; it can be begun anew
// and brought back to what it was, clock and all, under the same addresses.
import type { RequestListener } from 'node:http'
import { type Control, VerbError } from '@scimulator/shared/behaviour'
import { createEventHub } from '@scimulator/shared/http'
import { isVirtual, realTime } from '@scimulator/shared/runtime'
import type { Assembly } from './assembly.ts'
import { changeNotes } from './change-notes.ts'
import { createDirectory } from './foreign/directory.ts'
import type { ForeignTarget } from './foreign/foreign-target.ts'
import type { LiveProgram, LiveProgramKind } from './live-program.ts'
import { createSnapshots, type Picture, type Shelf } from './snapshots.ts'
import { type Fill, standUp } from './stand-up.ts'
import { NO_STORIES, type Stories } from './stories.ts'
import type { TrafficArchive } from './traffic-log.ts'
import { worldControl } from './world-control.ts'
import type { CompanyName, LiveWorld } from './world-port.ts'

export interface LiveWorldOptions {
  /** The receiver first: the others send to it. */
  readonly kinds: readonly LiveProgramKind[]
  /** Where a virtual clock begins, milliseconds since the epoch; undefined for the machine's own clock. */
  readonly start: number | undefined
  /** Another one for each start of the process. */
  readonly epoch: string
  /** Puts in what the world begins with; called again when it is begun anew. */
  readonly fill: (programs: ReadonlyMap<string, LiveProgram>, company: CompanyName | undefined) => Promise<void>
  /** The made-up company that it begins with, where there is one. */
  readonly company?: CompanyName
  readonly onFault: (fault: unknown) => void
  /** What can be told in it; nothing without it. */
  readonly stories?: Stories
  /** Where snapshots are held; in memory without it. */
  readonly shelf?: Shelf
  /** Where exchanges are kept on disk; they end with the process without it. */
  readonly archive?: TrafficArchive
  /** Where each program listens for those who use its own interfaces, by name. */
  readonly addresses?: ReadonlyMap<string, string>
  /** The release that all of it is of. */
  readonly version?: string
  /** Somebody's endpoint, in the place of a receiver; then `kinds` has none. */
  readonly target?: ForeignTarget
}

export interface OpenedWorld extends LiveWorld {
  /** Verbs and views of the world itself. */
  readonly control: Control
  /** A program's own interfaces; it stays good when the world is begun anew. */
  handleOf(program: string): RequestListener
  close(): Promise<void>
}

/** Somebody's endpoint, and what was made there. */
function placeOf(target: ForeignTarget | undefined): Pick<LiveWorld, 'target' | 'directory'> {
  return target ? { target, directory: createDirectory(target, realTime.now) } : {}
}

export async function openLiveWorld(options: LiveWorldOptions): Promise<OpenedWorld> {
  const hub = createEventHub(options.epoch, undefined, lastOf(options.archive))
  const changes = changeNotes(hub, () => standing.now().programs)
  const place = placeOf(options.target)
  const { kinds, onFault, archive } = options
  const setup = { kinds, hub, changes, onFault, ...place, ...(archive ? { archive } : {}) }
  const standing = await standUp(setup, options.start)
  const { now, isKept } = standing
  async function renew(start: number | undefined, fill: Fill): Promise<void> {
    world.moving.isStopped = true
    await standing.renew(start, fill)
  }

  function told(why: string): void {
    hub.publish('reset', { why, now: now().schedule.now() })
    changes.now()
  }

  const world: LiveWorld = {
    hub,
    start: options.start,
    isKept,
    snapshots: createSnapshots(options.shelf),
    stories: options.stories ?? NO_STORIES,
    quirks: quirksOf(options),
    addresses: options.addresses ?? new Map(),
    version: options.version ?? null,
    moving: { isStopped: false },
    company: { now: options.company },
    ...place,
    now,
    async beginAnew(why) {
      await renew(options.start, ({ programs }) => options.fill(programs, world.company.now))
      told(why)
    },
    playAnew: (start, play, why) => renew(start, play).finally(() => told(why)),
    takePicture: () => pictureOf(now()),
    async bringBack({ now: then, programs }, why) {
      await renew(isVirtual(now().schedule) ? then : undefined, async (assembly) => {
        for (const [name, { control }] of assembly.programs) control.restore(programs.get(name))
      })
      told(why)
    },
    noteChanges: changes.now,
  }
  await options.fill(now().programs, options.company)
  return {
    ...world,
    control: worldControl(world),
    handleOf: (name) => handling(() => now().programs.get(name), name, changes.soon),
    close: () => now().close(),
  }
}

/** Numbers go on where those of the archive end, so that none is there twice. */
function lastOf(archive: TrafficArchive | undefined): number {
  return archive?.before(Number.POSITIVE_INFINITY, 1).at(-1)?.head.seq ?? 0
}

function quirksOf({ kinds }: Pick<LiveWorldOptions, 'kinds'>): LiveWorld['quirks'] {
  return kinds.flatMap(({ quirks = [] }) => quirks)
}

function handling(find: () => LiveProgram | undefined, name: string, touched: () => void): RequestListener {
  return (request, response) => {
    const program = find()
    if (!program) throw new VerbError('not-found', `There is no ${name} in this world.`)
    response.on('finish', touched)
    program.handle(request, response)
  }
}

function pictureOf({ schedule, programs }: Assembly): Picture {
  return {
    now: schedule.now(),
    programs: new Map([...programs].map(([name, { control }]) => [name, control.snapshot()])),
  }
}
