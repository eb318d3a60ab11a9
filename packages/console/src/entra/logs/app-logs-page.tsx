import { paths } from '../../paths.ts'
import { AppList } from '../applications/app-list.tsx'
import { useAppName } from '../applications/use-app.ts'
import { words } from '../words.ts'
import { LOG_COLUMNS } from './log-columns.tsx'
import { LogDetails } from './log-details.tsx'
import { LogTools, usePeriod } from './log-tools.tsx'

/** Provisioning logs of one application. */
export function EntraAppLogsPage() {
  const app = useAppName()
  const query = { ...usePeriod(), where: [`servicePrincipal.displayName:${app}`] }
  return (
    <AppList
      under={[[words.provisioning, paths.entraProvisioning(app)]]}
      title={words.logs}
      view="entra.provisioning-logs"
      query={query}
      tools={<LogTools query={query} />}
      columns={LOG_COLUMNS}
      sort="-activityDateTime"
      empty={`No cycle of ${app} has run yet. ${words.start} on its overview.`}
      heading={({ value }) => value.name}
      details={({ value }) => <LogDetails entry={value} />}
    />
  )
}
