import { createEntraTenant as create } from '@scimulator/entra-sim'
import { createSender } from '@scimulator/shared/http'
import { createSeededIds } from '@scimulator/shared/runtime'
import { assertOptions, aText, type OptionChecks } from './assert-options.ts'
import { scheduleFrom, timed } from './clock.ts'
import { defined } from './defined.ts'
import type { EntraVerbs, EntraView } from './generated/entra-verbs.ts'
import type { Program, Timed } from './program.ts'
import { programOf } from './program-of.ts'
import { SIMULATOR_OPTIONS, type SimulatorOptions } from './simulator-options.ts'

/** How a tenant begins. */
export interface EntraTenantOptions extends SimulatorOptions {
  /** Default contoso.example. */
  readonly defaultDomain?: string
}

const OPTIONS: OptionChecks<EntraTenantOptions> = { ...SIMULATOR_OPTIONS, defaultDomain: aText }

/** An Entra ID tenant with its provisioning engine; Microsoft Graph v1.0 is below `/v1.0`. */
export interface EntraTenant extends EntraVerbs, Program<EntraView>, Timed {}

/**
 * An Entra ID tenant in memory, on a virtual clock: provisioning cycles run when `advance` reaches them.
 *
 * @throws an Error for an option or a switch that does not exist or cannot have that value; it names what is allowed.
 */
export function createEntraTenant(options: EntraTenantOptions = {}): EntraTenant {
  assertOptions('createEntraTenant', options, OPTIONS)
  const { start, seed = 1, switches, displayName, defaultDomain, allowTargets = [] } = options
  const schedule = scheduleFrom(start)
  const sender = createSender({ clock: schedule, allowedOrigins: new Set(allowTargets) })
  const tenant = create({
    schedule,
    ids: createSeededIds(seed, 'entra'),
    send: sender.send,
    ...defined({ switches, displayName, defaultDomain }),
  })
  const program = programOf<EntraVerbs, EntraView>({
    control: tenant.control,
    handle: tenant.handle,
    settle: () => schedule.settle(),
    async close() {
      await sender.close()
      await tenant.close()
    },
  })
  return Object.assign(program, timed(schedule))
}
