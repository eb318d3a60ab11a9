// Everything that one run of one scenario needs, and nothing that outlives it: a clock, a receiver behind a fixed name, the simulators that
// the file uses, and between them a wire that is recorded and can be made to fail.
import { byName, type Control, VerbError } from '@scimulator/shared/behaviour'
import {
  createRecorder,
  createSender,
  createWireFaults,
  handlerSend,
  listen,
  type Recorder,
  type Sender,
  type WireFaults,
} from '@scimulator/shared/http'
import type { ProgramSetup } from '@scimulator/shared/program'
import type { ScimRequest, Send } from '@scimulator/shared/provisioning'
import { createSeededIds, createVirtualSchedule, type Ids, type VirtualSchedule } from '@scimulator/shared/runtime'
import type { TargetRun } from '../target/target-run.ts'
import { foreignReceiver } from './foreign-receiver.ts'
import { createInterruptions, type Interruptions } from './interruptions.ts'
import { type KeptReceiver, keepReceiver } from './kept-receiver.ts'
import { actorOf, controlsOf, type Program, type ProgramKind, RECEIVER_URL } from './program.ts'
import { createSecrets, type Secrets } from './secrets.ts'
import { createSourceBook, type SourceBook } from './source-book.ts'
import { createTurns, type Turns } from './turns.ts'

export interface WorldOptions {
  readonly kinds: readonly ProgramKind[]
  /** Names of the programs that are wanted; receivers are there without being named. */
  readonly programs: ReadonlySet<string>
  /** Options of each program, by its member of `given`. */
  readonly given?: Readonly<Record<string, unknown>>
  readonly seed: string | number
  /** Milliseconds since the epoch. */
  readonly start: number
  /** This run's share of a SCIM endpoint that takes the receiver's place. */
  readonly target?: TargetRun
  /** Port of the receiver; a free one by default. */
  readonly port?: number
  readonly tap?: WireTap
  /** The receiver is asked as a function: no socket is opened, and no other process can reach it. */
  readonly isInProcess?: boolean
  /** The receiver keeps a journal on disk, so that it can be restarted. */
  readonly restarts?: boolean
}

/** A listener at the wire of a world. */
export interface WireTap {
  /** Stands next to the receiver, beneath any fault. */
  arriving(send: Send): Send
  /** Stands next to a program that sends. */
  leaving(send: Send, sender: string): Send
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
  readonly interruptions: Interruptions
  readonly turns: Turns
  readonly secrets: Secrets
  readonly sources: SourceBook
  readonly target?: TargetRun
  /** The harness's own requests: no fault strikes them and they are not recorded. */
  readonly send: Send
  /** To what `serve` opens: no guard stands before it, no fault strikes it and it is not recorded. */
  readonly call: Send
  /** Listens with a program's own interfaces; the same URL each time. */
  serve(program: string, port?: number): Promise<string | undefined>
  /** Ends the receiver as a power cut does and opens it again from its journal. @throws VerbError where it keeps none */
  restartReceiver(): Promise<void>
  /** Sets a program back to a snapshot of it. Ids go on: what was given out since is not given out again. */
  restore(program: string, snapshot: unknown): void
  /** From here on no program sends anything: callers that wait for what takes too long go no further. */
  giveUp(): void
  close(): Promise<void>
}

/** @throws Error when the receiver's port is taken; it names the port and the way out. */
export async function createWorld(options: WorldOptions): Promise<World> {
  const schedule = createVirtualSchedule(options.start)
  const origins = new Map<string, string>()
  const { target } = options
  const sender = createSender({ clock: schedule, origins })
  const inProcess = new Map<string, Send>()
  const send: Send = (request) => (inProcess.get(originOf(request.url)) ?? sender.send)(request)
  const wire = createWire(send, schedule, target, options.tap)
  const unwatch = target?.watchSecrets(wire.secrets.add)
  const idsOf = new Map<string, Ids>()
  const setupOf = setupsOf(options, schedule, wire, target, idsOf)
  const kept = options.restarts && !target ? await keepReceiverOf(options.kinds, setupOf) : undefined
  const programs = createPrograms(options, setupOf, target, kept)
  const controls = new Map<string, Control>()
  const nameControls = (): void => {
    for (const [name, control] of byName([...programs.values()].flatMap(controlsOf))) controls.set(name, control)
  }
  nameControls()
  const listeners = createListeners(programs, schedule)
  const world: World = {
    schedule,
    start: options.start,
    seed: options.seed,
    programs,
    controls,
    recorder: wire.recorder,
    faults: wire.faults,
    interruptions: wire.interruptions,
    turns: wire.turns,
    secrets: wire.secrets,
    sources: createSourceBook(),
    ...(target ? { target } : {}),
    send: wire.ownSend,
    call: send,
    serve: (name, port) => listeners.serve(name, port),
    giveUp: wire.giveUp,
    restore(name, snapshot) {
      const ids = idsOf.get(name)
      const before = ids?.counters()
      programs.get(name)?.control.restore(snapshot)
      if (ids && before) ids.resume(most(before, ids.counters()))
    },
    async restartReceiver() {
      if (!kept) throw new VerbError('refused', 'This receiver keeps no journal; the file says no "restart".')
      await kept.restart()
      for (const { name } of options.kinds.filter((kind) => kind.isReceiver)) programs.set(name, kept.program())
      nameControls()
    },
    async close() {
      unwatch?.()
      await closeAll(programs, listeners, sender)
      await kept?.close()
    },
  }
  if (target) adoptTarget(world, target)
  else if (options.isInProcess) openInProcess(world, options, inProcess)
  else await openReceivers(world, options, origins)
  return world
}

/** The URL of a foreign target, or `receiver` for ours, as results say it. */
export function targetName({ target }: Pick<World, 'target'>): string {
  return target?.access.url ?? 'receiver'
}

interface Wire {
  readonly recorder: Recorder
  readonly faults: WireFaults
  readonly interruptions: Interruptions
  readonly turns: Turns
  readonly secrets: Secrets
  /** For the harness: no fault, no recording. */
  readonly ownSend: Send
  sendOf(program: string): Send
  giveUp(): void
}

/** From a program to the wire: the run's names, the recording, the faults, the guard. */
function createWire(send: Send, schedule: VirtualSchedule, target: TargetRun | undefined, tap: WireTap = NOBODY): Wire {
  const recorder = createRecorder(target?.privacy.kept)
  const wire = tap.arriving(target ? target.guarding(onClock(target.send, schedule)) : send)
  const read = target && ((request: ScimRequest) => asWritten(request, target))
  const faults = createWireFaults(wire, schedule, undefined, read)
  const interruptions = createInterruptions(read)
  const turns = createTurns()
  let hasGivenUp = false
  const going =
    (send: Send): Send =>
    (request) =>
      hasGivenUp
        ? Promise.resolve({ request, startedAt: schedule.now(), durationMs: 0, failure: GIVEN_UP })
        : send(request)
  const named = (send: Send): Send => (target ? target.namespacing(send) : send)
  return {
    recorder,
    faults,
    interruptions,
    turns,
    secrets: createSecrets((secret) => recorder.addSecret(secret), target?.privacy.swept),
    ownSend: turns.around(named(wire)),
    sendOf: (program) =>
      turns.around(named(recorder.recording(tap.leaving(interruptions.around(going(faults.send)), program), program))),
    giveUp() {
      hasGivenUp = true
    },
  }
}

const GIVEN_UP = { kind: 'blocked', message: 'The run was given up' } as const

const NOBODY: WireTap = { arriving: (send) => send, leaving: (send) => send }

/** A request as the scenario's author knows it, for faults that name somebody. */
function asWritten(request: ScimRequest, { names }: TargetRun): ScimRequest {
  const { url, body } = request
  return { ...request, url: names.plain(url), ...(body === undefined ? {} : { body: names.plain(body) }) }
}

/** A foreign endpoint answers in real time; what the run sees of it stands on the run's own clock. */
function onClock(send: Send, schedule: VirtualSchedule): Send {
  return async (request) => {
    const startedAt = schedule.now()
    const exchange = await send(request)
    return { ...exchange, startedAt, durationMs: schedule.now() - startedAt }
  }
}

type SetupOf = (kind: ProgramKind) => ProgramSetup

/** What a program begins with; ids begin anew each time. */
function setupsOf(
  options: WorldOptions,
  schedule: VirtualSchedule,
  wire: Wire,
  target: TargetRun | undefined,
  idsOf: Map<string, Ids>,
): SetupOf {
  const ids = (kind: ProgramKind): Ids => {
    const own = createSeededIds(options.seed, actorOf(kind))
    idsOf.set(kind.name, own)
    return own
  }
  return (kind) => ({
    schedule,
    ids: ids(kind),
    send: wire.sendOf(actorOf(kind)),
    publicUrl: RECEIVER_URL,
    options: kind.options.parse(options.given?.[kind.given] ?? {}),
    ...(target ? { isTheirs: (id: string) => target.isTheirs({ kind: 'Users', id }) } : {}),
  })
}

/** Of each kind as many as either has. */
function most(one: ReturnType<Ids['counters']>, other: ReturnType<Ids['counters']>): Record<string, number> {
  const kinds = new Set([...Object.keys(one), ...Object.keys(other)])
  return Object.fromEntries([...kinds].map((kind) => [kind, Math.max(one[kind] ?? 0, other[kind] ?? 0)]))
}

async function keepReceiverOf(kinds: readonly ProgramKind[], setupOf: SetupOf): Promise<KeptReceiver | undefined> {
  const kind = kinds.find((one) => one.isReceiver)
  const { open } = kind ?? {}
  return kind && open && keepReceiver((folder) => open(folder, setupOf(kind)))
}

function createPrograms(
  options: WorldOptions,
  setupOf: SetupOf,
  target: TargetRun | undefined,
  kept: KeptReceiver | undefined,
): Map<string, Program> {
  const wanted = options.kinds.filter((kind) => kind.isReceiver || options.programs.has(kind.name))
  const create = (kind: ProgramKind): Program => {
    if (!kind.isReceiver) return kind.create(setupOf(kind))
    return target ? foreignReceiver(target.typed) : (kept?.program() ?? kind.create(setupOf(kind)))
  }
  return new Map(wanted.map((kind) => [kind.name, create(kind)] as const))
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

function openInProcess({ programs, schedule }: World, { kinds }: WorldOptions, inProcess: Map<string, Send>): void {
  const receiver = kinds.find((kind) => kind.isReceiver)
  const { scim } = (receiver && programs.get(receiver.name)) ?? {}
  if (scim)
    inProcess.set(
      RECEIVER_URL,
      handlerSend(scim, () => schedule.now()),
    )
}

function originOf(url: string): string {
  return /^https?:\/\/[^/?#]+/.exec(url)?.[0] ?? ''
}

function adoptTarget(world: World, { access }: TargetRun): void {
  world.sources.add('target', access)
}

interface Listeners {
  serve(name: string, port?: number): Promise<string | undefined>
  close(): Promise<void>
}

/** An answer over a socket has the time of the world, or two runs would differ by the second in which they were made. */
function createListeners(programs: ReadonlyMap<string, Program>, schedule: VirtualSchedule): Listeners {
  const listening = new Map<string, ReturnType<typeof listen>>()
  return {
    async serve(name, port = 0) {
      const program = programNamed(programs, name)
      if (!program) return undefined
      // A program that has been restarted is another one.
      const handle: Program['handle'] = (request, response) => {
        response.setHeader('Date', new Date(schedule.now()).toUTCString())
        return (programNamed(programs, name) ?? program).handle(request, response)
      }
      const server = listening.get(name) ?? listen(handle, { port })
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
