import { defineView } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import { isWithin, LogPeriod } from './log-period.ts'

const AuditItem = z.object({
  at: z.string(),
  activity: z.string(),
  servicePrincipalId: z.string(),
  appName: z.string(),
  jobId: z.string().nullable(),
  initiatedBy: z.enum(['administrator', 'Azure AD Provisioning Service']),
  details: z.record(z.string(), z.string()).readonly(),
})

export const auditLogs = ({ logs }: EntraContext) =>
  defineView({
    name: 'audit-logs',
    describes: 'Changes of the configuration, starts and stops, quarantines',
    query: z.strictObject({ ...LogPeriod }),
    item: AuditItem,
    watches: ['audit'],
    dropped: () => logs.audit.firstSeq - 1,
    read: (period) =>
      logs.audit
        .recent()
        .filter(({ entry }) => isWithin(entry.at, period))
        .map(({ seq, entry }) => ({ key: String(seq), value: { ...entry, at: isoTime(entry.at) } })),
  })
