import { setTimeout as delay } from 'node:timers/promises'
import {
  createEntraTenant,
  ENTRA_PROFILES,
  ENTRA_SWITCHES,
  type EntraProfile,
  type EntraTenant,
  type EntraTenantOptions,
  listenHttps,
  openEntraTenant,
  registerClient,
} from '@scimulator/entra-sim'
import { BadInput } from '@scimulator/harness/scenario'
import { createSender, listen } from '@scimulator/shared/http'
import { createRandomIds, createRealSchedule, createVirtualSchedule, systemClock } from '@scimulator/shared/runtime'
import { loadCompany } from '../load-company.ts'
import { openDataFolder } from '../open-data-folder.ts'
import { complain, print } from '../output.ts'
import { createProgress } from '../progress.ts'
import { readOrigin } from '../read-origin.ts'
import { readSwitches } from '../read-switches.ts'
import { stopSignal } from '../stop-signal.ts'
import type { UpOptions } from './up-options.ts'

/** Serves until SIGINT or SIGTERM, lets the running cycle end, closes the folder and ends with 0. */
export async function entraUp(options: UpOptions): Promise<number> {
  const ids = createRandomIds()
  const clientId = options.clientId ?? ids.uuid('client')
  const clientSecret = options.clientSecret ?? ids.token('clientSecret')
  const switches = readSwitches(ENTRA_SWITCHES, options.switch)
  const profile = readProfile(options.profile)
  const stop = stopSignal()
  const schedule =
    options.clock === 'virtual'
      ? createVirtualSchedule(systemClock.now())
      : createRealSchedule((error) => complain(String(error)))
  const sender = createSender({ clock: schedule, allowedOrigins: new Set(options.allowTarget.map(readOrigin)) })
  const clients = [registerClient(clientId, clientSecret)]
  const common = { schedule, ids, send: sender.send, profile, switches, onStopped: stop.fail }
  const pause = options.clock === 'real' ? { pause: (ms: number) => delay(ms) } : {}
  const program = { ...common, ...pause, defaultDomain: options.domain, clients, clientClock: systemClock }
  const tenant = await openTenant(options.data, program)
  try {
    const loaded = await loadPeople(tenant, options)
    const close = await serve(tenant, options, { clientId, clientSecret })
    if (loaded !== undefined) print(loaded)
    return await stop.code.finally(close)
  } finally {
    await tenant.close()
    await sender.close()
    if ('close' in schedule) schedule.close()
  }
}

/** People of a part: few enough to be made twice beside all others, enough that parts cost nothing. */
const PART = 10_000

async function loadPeople({ control }: EntraTenant, options: UpOptions): Promise<string | undefined> {
  const shown = createProgress()
  const progress = (people: number): void => shown.show(`Loaded ${people} of ${options.people} people`)
  return await loadCompany(control, options, { size: PART, progress }).finally(shown.stop)
}

function readProfile(name: string): EntraProfile {
  const profiles = Object.keys(ENTRA_PROFILES) as readonly EntraProfile[]
  const found = profiles.find((profile) => profile === name)
  if (found === undefined) throw new BadInput(`There is no profile "${name}". Profiles: ${profiles.join(', ')}.`)
  return found
}

function openTenant(folder: string | undefined, program: EntraTenantOptions): Promise<EntraTenant> | EntraTenant {
  if (folder === undefined) return createEntraTenant(program)
  return openDataFolder(folder, (listeners) => openEntraTenant(folder, { ...program, ...listeners }))
}

interface Client {
  readonly clientId: string
  readonly clientSecret: string
}

/** Listens and says where, and what a client needs. @returns the function that stops listening */
async function serve(tenant: EntraTenant, options: UpOptions, client: Client): Promise<() => Promise<void>> {
  const http = await listen(tenant.handle, { port: options.port, host: options.host })
  print(
    `Entra ID tenant ${tenant.view.tenant.tenantId} at ${http.url} (${options.data ?? 'in memory'}); Ctrl-C stops it`,
  )
  const https =
    options.httpsPort === undefined ? undefined : await serveHttps(tenant, options.httpsPort, options.tlsDir)
  const secret = options.clientSecret === undefined ? client.clientSecret : 'the one of --client-secret'
  print(`Sign in at ${(https ?? http).url} with client id ${client.clientId}, client secret ${secret}`)
  return async () => {
    await Promise.all([http.close(), https?.close()])
  }
}

async function serveHttps(tenant: EntraTenant, port: number, folder: string) {
  // Loading the certificate library takes seconds, so only those wait who ask for https.
  const { certificateIn } = await import('@scimulator/entra-sim/certificate')
  const certificate = await certificateIn(folder, systemClock.now())
  const https = await listenHttps(tenant.handle, certificate, port)
  print(`https at ${https.url}; trust it with NODE_EXTRA_CA_CERTS=${certificate.path}`)
  return https
}
