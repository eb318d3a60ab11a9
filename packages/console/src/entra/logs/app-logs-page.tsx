import { paths } from '../../paths.ts'
import { AppList } from '../applications/app-list.tsx'
import { useAppName } from '../applications/use-app.ts'
import { words } from '../words.ts'
import { LaterDetails } from './later-details.tsx'
import { LOG_COLUMNS } from './log-columns.tsx'
import { LogFilters } from './log-filters.tsx'
import { LogTools, useLogQuery } from './log-tools.tsx'

/** Provisioning logs of one application. */
export function EntraAppLogsPage() {
  const app = useAppName()
  const { query: asked, isNarrowed } = useLogQuery()
  const query = { ...asked, app }
  return (
    <AppList
      under={[[words.provisioning, paths.entraProvisioning(app)]]}
      title={words.logs}
      view="entra.provisioning-logs"
      query={query}
      tools={<LogTools query={query} />}
      above={<LogFilters />}
      isNarrowed={isNarrowed}
      columns={LOG_COLUMNS}
      empty={`No cycle of ${app} has run yet. ${words.start} on its overview.`}
      heading={({ value }) => value.name}
      details={({ value }) => <LaterDetails entry={value} />}
    />
  )
}
