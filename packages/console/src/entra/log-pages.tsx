// The logs of all applications and of one, which are loaded together.
import { ListDetails } from '../parts/list-details.tsx'
import { listPage } from '../parts/list-page.tsx'
import { AUDIT_COLUMNS } from './logs/audit-columns.ts'
import { LaterDetails } from './logs/later-details.tsx'
import { LOG_COLUMNS } from './logs/log-columns.tsx'
import { LogFilters } from './logs/log-filters.tsx'
import { LogTools, useLogQuery } from './logs/log-tools.tsx'
import { words } from './words.ts'

export { EntraAppAuditPage } from './logs/app-audit-page.tsx'
export { EntraAppLogsPage } from './logs/app-logs-page.tsx'
export { EntraHeldBackPage } from './logs/held-back-page.tsx'

/** Provisioning logs of all applications. */
export function EntraLogsPage() {
  const { query, isNarrowed } = useLogQuery()
  return (
    <ListDetails
      title={words.logs}
      place={words.logsPlace}
      view="entra.provisioning-logs"
      query={query}
      tools={<LogTools query={query} />}
      above={<LogFilters />}
      isNarrowed={isNarrowed}
      columns={LOG_COLUMNS}
      empty={`No cycle has run yet. Begin with ${words.start} on the overview of an application.`}
      heading={({ value }) => value.name}
      details={({ value }) => <LaterDetails entry={value} />}
    />
  )
}

export const EntraAuditPage = listPage({
  title: words.auditLogs,
  place: words.logsPlace,
  view: 'entra.audit-logs',
  columns: AUDIT_COLUMNS,
  sort: '-at',
  empty: 'Nothing was changed at an application yet. Its settings, starts and stops come here.',
  heading: ({ value }) => value.activity,
})
