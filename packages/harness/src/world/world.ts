// Everything that one run of one scenario needs, and nothing that outlives it: a clock, a receiver behind a fixed name, the simulators that
// the file uses, and between them a wire that is recorded and can be made to fail.
import { byName, type Control } from '@scimulator/shared/behaviour'
import {
  createRecorder,
  createSender,
  createWireFaults,
  listen,
  type Recorder,
  type Sender,
  type WireFaults,
} from '@scimulator/shared/http'
import type { Send } from '@scimulator/shared/provisioning'
import { createSeededIds, createVirtualSchedule, type VirtualSchedule } from '@scimulator/shared/runtime'
import { actorOf, controlsOf, type Program, type ProgramKind, RECEIVER_URL } from './program.ts'
import { createSecrets, type Secrets } from './secrets.ts'
import { createSourceBook, type SourceBook } from './source-book.ts'
import { createForeignTarget, type ForeignTarget, type TargetOptions } from './target.ts'

export interface WorldOptions {
  readonly kinds: readonly ProgramKind[]
  /** Names of the programs that are wanted; receivers are there without being named. */
  readonly programs: ReadonlySet<string>
  /** Options of each program, by its member of `given`. */
  readonly given?: Readonly<Record<string, unknown>>
  readonly seed: string | number
  /** Milliseconds since the epoch. */
  readonly start: number
  /** A SCIM endpoint that takes the receiver's place. */
  readonly target?: TargetOptions
  /** Port of the receiver; a free one by default. */
  readonly port?: number
}

export interface World {
  readonly schedule: VirtualSchedule
  readonly start: number
  readonly seed: string | number
  readonly programs: ReadonlyMap<string, Program>
  /** The vocabularies of the programs by name: `receiver`, `lark`, `entra`, `jumpcloud`. */
  readonly controls: ReadonlyMap<string, Control>
  readonly recorder: Recorder
  readonly faults: WireFaults
  readonly secrets: Secrets
  readonly sources: SourceBook
  readonly target?: ForeignTarget
  /** The harness's own requests: no fault strikes them and nobody records them. */
  readonly send: Send
  /** Listens with a program's own interfaces; the same URL each time. */
  serve(program: string, port?: number): Promise<string | undefined>
  close(): Promise<void>
}

/** @throws Error when the receiver's port is taken; it names the port and the way out. */
export async function createWorld(options: WorldOptions): Promise<World> {
  const schedule = createVirtualSchedule(options.start)
  const origins = new Map<string, string>()
  const target = options.target && createForeignTarget(options.target)
  const sender = target ? senderTo(target, schedule) : createSender({ clock: schedule, origins })
  const wire = createWire(sender, schedule, target)
  const unwatch = target?.connected.watchSecrets(wire.secrets.add)
  const programs = createPrograms(options, schedule, wire, target)
  const listeners = createListeners(programs)
  const world: World = {
    schedule,
    start: options.start,
    seed: options.seed,
    programs,
    controls: byName([...programs.values()].flatMap(controlsOf)),
    ...wire,
    sources: createSourceBook(),
    ...(target ? { target } : {}),
    send: sender.send,
    serve: (name, port) => listeners.serve(name, port),
    async close() {
      unwatch?.()
      await closeAll(programs, listeners, sender)
    },
  }
  if (target) adoptTarget(world, target)
  else await openReceivers(world, options, origins)
  return world
}

/** The URL of a foreign target, or `receiver` for ours, as results say it. */
export function targetName({ target }: Pick<World, 'target'>): string {
  return target?.access.url ?? 'receiver'
}

/** What goes to a foreign target takes real time there and none of the run's own clock. The connection belongs to all worlds. */
function senderTo({ connected }: ForeignTarget, schedule: VirtualSchedule): Sender {
  return {
    async send(request) {
      const startedAt = schedule.now()
      return { ...(await connected.send(request)), startedAt, durationMs: schedule.now() - startedAt }
    },
    close: () => Promise.resolve(),
  }
}

interface Wire {
  readonly recorder: Recorder
  readonly faults: WireFaults
  readonly secrets: Secrets
}

function createWire(sender: Sender, schedule: VirtualSchedule, target: ForeignTarget | undefined): Wire {
  const recorder = createRecorder()
  const faults = createWireFaults(target ? target.ledger.noting(sender.send) : sender.send, schedule)
  return { recorder, faults, secrets: createSecrets((secret) => recorder.addSecret(secret)) }
}

function createPrograms(
  options: WorldOptions,
  schedule: VirtualSchedule,
  wire: Wire,
  target: ForeignTarget | undefined,
): ReadonlyMap<string, Program> {
  const wanted = options.kinds.filter((kind) => kind.isReceiver || options.programs.has(kind.name))
  const create = (kind: ProgramKind): Program =>
    kind.create({
      schedule,
      ids: createSeededIds(options.seed, actorOf(kind)),
      send: wire.recorder.recording(wire.faults.send, actorOf(kind)),
      publicUrl: RECEIVER_URL,
      options: kind.options.parse(options.given?.[kind.given] ?? {}),
    })
  return new Map(
    wanted.flatMap((kind) => {
      const program = kind.isReceiver && target ? kind.standIn?.(target.access) : create(kind)
      return program ? [[kind.name, program] as const] : []
    }),
  )
}

async function openReceivers(world: World, options: WorldOptions, origins: Map<string, string>): Promise<void> {
  const receiver = options.kinds.find((kind) => kind.isReceiver)
  const program = receiver && world.programs.get(receiver.name)
  if (!program) return
  try {
    const url = await world.serve(receiver.name, options.port)
    if (url !== undefined) origins.set(RECEIVER_URL, url)
  } catch (error) {
    await world.close()
    throw error
  }
}

function adoptTarget(world: World, { access }: ForeignTarget): void {
  world.sources.add('target', access)
}

interface Listeners {
  serve(name: string, port?: number): Promise<string | undefined>
  close(): Promise<void>
}

function createListeners(programs: ReadonlyMap<string, Program>): Listeners {
  const listening = new Map<string, ReturnType<typeof listen>>()
  return {
    async serve(name, port = 0) {
      const program = programNamed(programs, name)
      if (!program) return undefined
      const server = listening.get(name) ?? listen(program.handle, { port })
      listening.set(name, server)
      return (await server).url
    },
    async close() {
      const opened = await Promise.allSettled(listening.values())
      await Promise.all(opened.map((server) => (server.status === 'fulfilled' ? server.value.close(0) : undefined)))
    },
  }
}

/** By its own name or that of one of its vocabularies. */
function programNamed(programs: ReadonlyMap<string, Program>, name: string): Program | undefined {
  return (
    programs.get(name) ?? [...programs.values()].find((program) => controlsOf(program).some((c) => c.name === name))
  )
}

async function closeAll(programs: ReadonlyMap<string, Program>, listeners: Listeners, sender: Sender): Promise<void> {
  await sender.close()
  await listeners.close()
  await Promise.all([...programs.values()].map((program) => program.close()))
}
