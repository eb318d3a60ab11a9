import type { Store, Stream } from '@scimulator/shared/store'
import type { AuditEvent } from './audit-event.ts'
import type { Mail } from './mail.ts'
import type { ProvisioningRecord } from './provisioning-record.ts'

export interface EntraLogs {
  readonly provisioning: Stream<ProvisioningRecord>
  readonly audit: Stream<AuditEvent>
  readonly mails: Stream<Mail>
}

/** How many records memory keeps; on disk retention decides. */
const RECORDS = 100_000

export function openLogs(store: Pick<Store<never>, 'stream'>): EntraLogs {
  return {
    provisioning: store.stream('provisioning', { limit: RECORDS }),
    audit: store.stream('audit'),
    mails: store.stream('mails'),
  }
}
