import { BadInput } from '@scimulator/harness/scenario'
import { createSender } from '@scimulator/shared/http'
import type { HostedProgram, ProgramDescriptor, ProgramEntry, ProgramSetup } from '@scimulator/shared/program'
import { createRandomIds, createRealSchedule, createVirtualSchedule, systemClock } from '@scimulator/shared/runtime'
import { loadCompany } from './load-company.ts'
import { openDataFolder } from './open-data-folder.ts'
import { complain, print } from './output.ts'
import type { ProgramUpOptions } from './program-up-options.ts'
import { readOrigin } from './read-origin.ts'
import { readSwitches } from './read-switches.ts'
import { stopSignal } from './stop-signal.ts'
import { listenLater } from './up/doors.ts'

/** Serves until SIGINT or SIGTERM, then finishes what is in flight, closes the folder and ends with 0. */
export async function programUp({ load }: ProgramEntry, options: ProgramUpOptions): Promise<number> {
  const program = await load()
  const given = readGiven(program, options)
  const allowedOrigins = new Set(options.allowTarget.map(readOrigin))
  const stop = stopSignal()
  const schedule =
    options.clock === 'virtual' ? createVirtualSchedule(systemClock.now()) : createRealSchedule(complainOf)
  const sender = createSender({ clock: schedule, allowedOrigins })
  let hosted: HostedProgram | undefined
  try {
    const { server, become } = await listenLater(options)
    const base = { schedule, send: sender.send, ids: createRandomIds(), options: given, publicUrl: server.url }
    try {
      hosted = await openProgram(program, options.data, { ...base, onStopped: stop.fail, onFault: complainOf })
      const loaded = await loadCompany(hosted.control, options)
      become(hosted.handle)
      const kept = options.data ?? 'in memory'
      print(`${program.title} at ${server.url} (${kept}, ${options.clock} clock); Ctrl-C stops it`)
      if (loaded !== undefined) print(loaded)
      return await stop.code
    } finally {
      await server.close()
    }
  } finally {
    await hosted?.close()
    await sender.close()
    if ('close' in schedule) schedule.close()
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
  folder: string | undefined,
  setup: ProgramSetup,
): Promise<HostedProgram> | HostedProgram {
  if (folder === undefined) return program.create(setup)
  return openDataFolder(folder, (listeners) => program.open(folder, { ...setup, ...listeners }))
}

function complainOf(fault: unknown): void {
  complain(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault))
}
