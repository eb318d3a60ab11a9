import { defineView } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import { AUDIT_CATEGORIES, AUDIT_SERVICES, type AuditEvent, auditPlace } from '../log/audit-event.ts'
import { isWithin, LogPeriod } from './log-period.ts'

const Status = z.enum(['success', 'failure'])

const AuditItem = z.object({
  at: z.string().describe('When it happened: 2026-01-05T09:40:00Z'),
  service: z.enum(AUDIT_SERVICES).describe('That logged it'),
  category: z.enum(AUDIT_CATEGORIES).describe('Under which the service logs the activity'),
  activity: z.string().describe('What was done: Enable/start provisioning configuration'),
  servicePrincipalId: z.string().describe('Object id of the application that it concerns'),
  appName: z.string().describe('displayName of that application at the time'),
  jobId: z.string().nullable().describe('Job id; null for changes of the app, its credentials or assignments'),
  initiatedBy: z
    .enum(['administrator', 'Azure AD Provisioning Service'])
    .describe('An administrator, or the service itself at the end of a cycle'),
  status: Status.describe('A change that is refused is no entry, so that each is a success'),
  details: z
    .record(z.string(), z.string())
    .readonly()
    .describe('More by name: principalId and principalType of an assignment, reason and message of a quarantine'),
})

const Query = z.strictObject({
  app: z.string().optional().describe('Only entries of this app, by name or id, also of one that is deleted'),
  activity: z.string().optional().describe('Only entries of this activity: Quarantine'),
  status: Status.optional().describe('Only entries that ended so'),
  job: z.string().optional().describe('Only entries of this job id'),
  order: z.enum(['oldest', 'newest']).default('oldest').describe('Which come first'),
  ...LogPeriod,
})
type Query = z.output<typeof Query>

export const auditLogs = ({ logs }: EntraContext) =>
  defineView({
    name: 'audit-logs',
    describes: 'Changes of the configuration, starts and stops, quarantines.',
    query: Query,
    item: AuditItem,
    watches: ['audit'],
    dropped: () => logs.audit.firstSeq - 1,
    read: (query) => {
      const fits = logs.audit.recent().filter(({ entry }) => isWanted(entry, query))
      const ordered = query.order === 'newest' ? fits.reverse() : fits
      return ordered.map(({ seq, entry }) => ({
        key: String(seq),
        value: { ...entry, ...auditPlace(entry), at: isoTime(entry.at), status: SUCCESS },
      }))
    },
  })

const SUCCESS = 'success'

function isWanted({ at, appName, servicePrincipalId, activity, jobId }: AuditEvent, query: Query): boolean {
  const exact = [
    [query.activity, activity],
    [query.status, SUCCESS],
    [query.job, jobId],
  ] as const
  return (
    exact.every(([asked, is]) => asked === undefined || asked === is) &&
    (query.app === undefined || [appName, servicePrincipalId].includes(query.app)) &&
    isWithin(at, query)
  )
}
