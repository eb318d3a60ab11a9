import type { Store, Stream } from '@scimulator/shared/store'
import type { AuditEvent } from './audit-event.ts'
import type { Mail } from './mail.ts'
import type { ProvisioningRecord } from './provisioning-record.ts'
import type { LogNames } from './provisioning-steps.ts'

export interface EntraLogs {
  readonly provisioning: Stream<ProvisioningRecord>
  readonly audit: Stream<AuditEvent>
  readonly mails: Stream<Mail>
  /** Whose words the provisioning logs have. */
  readonly names: LogNames
}

/** How many records memory keeps; on disk retention decides. */
const RECORDS = 100_000

export function openLogs(
  store: Pick<Store<never>, 'stream'>,
  { logNames }: { readonly logNames: LogNames },
): EntraLogs {
  return {
    provisioning: store.stream('provisioning', { limit: RECORDS }),
    audit: store.stream('audit'),
    mails: store.stream('mails'),
    names: logNames,
  }
}
