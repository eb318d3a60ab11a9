import type { AccessToken } from '@scimulator/shared/oauth'
import type { Send } from '@scimulator/shared/provisioning'
import type { Ids } from '@scimulator/shared/runtime'
import type { EntraSwitches } from './behaviour.ts'
import type { CycleProgress } from './job/cycle-progress.ts'
import type { AuditEvent } from './log/audit-event.ts'
import type { Mail } from './log/mail.ts'
import type { ProvisioningRecord } from './log/provisioning-record.ts'
import type { EntraChange } from './state/change.ts'
import type { EntraView } from './state/state.ts'

/** What running a cycle needs of the world. */
export interface TenantPorts {
  readonly view: EntraView
  readonly switches: EntraSwitches
  readonly ids: Ids
  readonly send: Send
  /** Of the jobs whose cycle is under way: how far it has come. */
  readonly progress: Map<string, CycleProgress>
  /** Of the jobs that sign in for themselves: the access token of the last activity. Kept in memory only. */
  readonly tokens: Map<string, AccessToken>
  /** Signs a token that a target can check by the tenant's published keys. */
  readonly sign: (claims: object) => string
  /** From now on with a new key. */
  readonly rollKey: () => void
  now(): number
  /** Waits in real time, milliseconds; undefined where time is virtual. */
  readonly pause: ((ms: number) => Promise<void>) | undefined
  /** One step: all changes or none. */
  commit(changes: readonly EntraChange[]): void
  /** Resolves when everything committed so far is durable. */
  durable(): Promise<void>
  record(entry: ProvisioningRecord): void
  audit(event: AuditEvent): void
  mail(mail: Mail): void
}
