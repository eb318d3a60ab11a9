import { defineView } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'

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
    query: z.looseObject({}),
    item: AuditItem,
    dropped: () => logs.audit.firstSeq - 1,
    read: () =>
      logs.audit.recent().map(({ seq, entry }) => ({ key: String(seq), value: { ...entry, at: isoTime(entry.at) } })),
  })
