import { setTimeout as delay } from 'node:timers/promises'
import { BadInput } from '@scimulator/harness/scenario'
import { createSender, type Sender } from '@scimulator/shared/http'
import type { ProgramDescriptor, ProgramEntry, ServedProgram, ServeSetup, Serving } from '@scimulator/shared/program'
import { createRandomIds, createRealSchedule, createVirtualSchedule, systemClock } from '@scimulator/shared/runtime'
import { loadCompany } from './load-company.ts'
import { openDataFolder } from './open-data-folder.ts'
import { complain, print } from './output.ts'
import type { ProgramUpOptions } from './program-up-options.ts'
import { createProgress } from './progress.ts'
import { readOrigin } from './read-origin.ts'
import { readSwitches } from './read-switches.ts'
import { stopSignal } from './stop-signal.ts'
import { listenLater } from './up/doors.ts'

/** Serves until SIGINT or SIGTERM, then finishes what is in flight, closes the folder and ends with the signal's code. */
export async function programUp({ load }: ProgramEntry, options: ProgramUpOptions): Promise<number> {
  const program = await load()
  const given = readGiven(program, options)
  const serving = (await program.up?.serve({ ...options }, given)) ?? {}
  const allowedOrigins = new Set((options.allowTarget ?? []).map(readOrigin))
  const schedule =
    options.clock === 'virtual' ? createVirtualSchedule(systemClock.now()) : createRealSchedule(complainOf)
  const sender = createSender({ clock: schedule, allowedOrigins })
  try {
    return await serve({ program, serving, given }, options, { schedule, sender })
  } finally {
    await sender.close()
    if ('close' in schedule) schedule.close()
  }
}

interface Chosen {
  readonly program: ProgramDescriptor
  readonly serving: Serving
  readonly given: unknown
}

/** It listens at once and answers 503 until the program is open, with its company in it. */
async function serve(
  { program, serving, given }: Chosen,
  options: ProgramUpOptions,
  { schedule, sender }: Pick<ServeSetup, 'schedule'> & { readonly sender: Sender },
): Promise<number> {
  const stop = stopSignal()
  const { port, host } = options
  const { prepareServer: prepare } = program
  const { server, become } = await listenLater({ port, host, ...(prepare ? { prepare } : {}) })
  let hosted: ServedProgram | undefined
  try {
    hosted = await openProgram(program, serving, options.data, {
      ...{ schedule, send: sender.send, ids: createRandomIds(), publicUrl: server.url, clientClock: systemClock },
      ...{ options: serving.options ?? given, onStopped: stop.fail, onFault: complainOf },
      ...(options.clock === 'real' ? { pause: (ms: number) => delay(ms) } : {}),
    })
    const loaded = await loadPeople(program, hosted, options)
    become(hosted.handle)
    for (const line of await greeting(program, hosted, server.url, options)) print(line)
    if (loaded !== undefined) print(loaded)
    return await stop.code
  } finally {
    await server.close()
    await hosted?.close()
  }
}

/** @throws BadInput for a switch or a profile that the program does not have */
function readGiven(program: ProgramDescriptor, { profile, switch: texts }: ProgramUpOptions): unknown {
  const switches = readSwitches(program.switches, texts)
  const given = {
    ...(profile === undefined ? {} : { profile }),
    ...(texts.length === 0 ? {} : { switches }),
  }
  const read = program.options.safeParse(given)
  if (read.success) return read.data
  const [issue] = read.error.issues
  if (issue?.path[0] === 'profile') throw new BadInput(`--profile cannot be "${profile}". ${issue.message}.`)
  if (profile !== undefined) throw new BadInput(`--profile is "${profile}", and ${program.title} has no profiles.`)
  throw new BadInput(read.error.message)
}

function openProgram(
  program: ProgramDescriptor,
  { open = (folder, setup) => (folder === undefined ? program.create(setup) : program.open(folder, setup)) }: Serving,
  folder: string | undefined,
  setup: ServeSetup,
): Promise<ServedProgram> | ServedProgram {
  if (folder === undefined) return open(undefined, setup)
  return openDataFolder(folder, async (listeners) => open(folder, { ...setup, ...listeners }))
}

async function loadPeople(
  { up }: ProgramDescriptor,
  { control }: ServedProgram,
  options: ProgramUpOptions,
): Promise<string | undefined> {
  const size = up?.companyInParts
  if (size === undefined) return loadCompany(control, options)
  const shown = createProgress()
  const progress = (people: number): void => shown.show(`Loaded ${people} of ${options.people} people`)
  return await loadCompany(control, options, { size, progress }).finally(shown.stop)
}

async function greeting(
  { title }: ProgramDescriptor,
  { greet }: ServedProgram,
  url: string,
  { data, clock }: ProgramUpOptions,
): Promise<readonly string[]> {
  const kept = data ?? 'in memory'
  return (await greet?.(url, kept)) ?? [`${title} at ${url} (${kept}, ${clock} clock); Ctrl-C stops it`]
}

function complainOf(fault: unknown): void {
  complain(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault))
}
