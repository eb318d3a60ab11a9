import {
  createJumpCloudOrg,
  switches as definitions,
  type JumpCloudOptions,
  type JumpCloudOrg,
  openJumpCloudOrg,
} from '@scimulator/jumpcloud-sim'
import { createSender, listen } from '@scimulator/shared/http'
import { createRandomIds, createRealSchedule, createVirtualSchedule, systemClock } from '@scimulator/shared/runtime'
import type { JumpCloudArguments } from './jumpcloud-options.ts'
import { loadCompany } from './load-company.ts'
import { openDataFolder } from './open-data-folder.ts'
import { complain, print } from './output.ts'
import { readOrigin } from './read-origin.ts'
import { readSwitches } from './read-switches.ts'
import { stopSignal } from './stop-signal.ts'

/** Serves until SIGINT or SIGTERM, then finishes what is in flight, closes the folder and ends with 0. */
export async function jumpCloudUp(options: JumpCloudArguments): Promise<number> {
  const switches = readSwitches(definitions, options.switch)
  const stop = stopSignal()
  const allowedOrigins = new Set(options.allowTarget.map(readOrigin))
  const schedule =
    options.clock === 'virtual'
      ? createVirtualSchedule(systemClock.now())
      : createRealSchedule((error) => complain(String(error)))
  const sender = createSender({ clock: schedule, allowedOrigins })
  const { profile } = options
  const common = { schedule, ids: createRandomIds(), send: sender.send, onStopped: stop.fail }
  const program = { ...common, profile, switches }
  let org: JumpCloudOrg | undefined
  try {
    org = await openOrg(options.data, program)
    const loaded = await loadCompany(org.control, options)
    const server = await listen(org.handle, { port: options.port, host: options.host })
    const kept = options.data ?? 'in memory'
    print(`JumpCloud organisation at ${server.url} (${kept}, ${options.clock} clock); Ctrl-C stops it`)
    if (loaded !== undefined) print(loaded)
    return await stop.code.finally(() => server.close())
  } finally {
    await org?.close()
    await sender.close()
    if ('close' in schedule) schedule.close()
  }
}

function openOrg(folder: string | undefined, program: JumpCloudOptions): Promise<JumpCloudOrg> | JumpCloudOrg {
  if (folder === undefined) return createJumpCloudOrg(program)
  return openDataFolder(folder, (listeners) => openJumpCloudOrg(folder, { ...program, ...listeners }))
}
