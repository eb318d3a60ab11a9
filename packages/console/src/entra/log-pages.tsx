// The logs of all applications and of one, which are loaded together.
import { ListDetails } from '../parts/list-details.tsx'
import { ValueList } from '../parts/value-list.tsx'
import { useAuditLog } from './logs/audit-log.tsx'
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

/** Audit logs of all applications. */
export function EntraAuditPage() {
  const log = useAuditLog()
  return (
    <ListDetails
      title={words.auditLogs}
      place={words.logsPlace}
      view="entra.audit-logs"
      {...log}
      empty="Nothing was changed at an application yet. Its settings, starts and stops come here."
      heading={({ value }) => value.activity}
      details={({ value }) => <ValueList value={value} />}
    />
  )
}
