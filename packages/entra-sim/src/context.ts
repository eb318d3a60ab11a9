// What the tenant's rooms share: the ports, the runner, the logs and the clocks. It stands apart from what builds it, so that a verb
// or a view need not know the whole program.
import type { Clock, Schedule } from '@scimulator/shared/runtime'
import type { CycleRunner } from './cycle/cycle-runner.ts'
import type { EntraLogs } from './log/logs.ts'
import type { TenantPorts } from './tenant-ports.ts'

/** What verbs, views and Microsoft Graph work with. */
export interface EntraContext {
  readonly ports: TenantPorts
  readonly runner: CycleRunner
  readonly logs: EntraLogs
  readonly schedule: Schedule
  /** By which tokens expire and calls are limited; see EntraTenantOptions. */
  readonly clientClock: Clock
}
