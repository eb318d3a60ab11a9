import type { StoryPageRow } from '../parts/story-page-row.ts'
import { EntraGroupsPage, EntraUsersPage } from './entra-pages.tsx'
import { EntraAuditPage, EntraLogsPage } from './log-pages.tsx'

export const entraStoryPages: readonly StoryPageRow[] = [
  ['/entra/users', 'Entra ID users', EntraUsersPage, 'entra.users'],
  ['/entra/groups', 'Entra ID groups', EntraGroupsPage, 'entra.groups'],
  ['/entra/provisioning-logs', 'Provisioning logs', EntraLogsPage, 'entra.provisioning-logs'],
  ['/entra/audit-logs', 'Audit logs', EntraAuditPage, 'entra.audit-logs'],
]
