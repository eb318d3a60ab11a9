import { ListDetails } from '../../parts/list-details.tsx'
import { Place } from '../../parts/page-head.tsx'
import { paths } from '../../paths.ts'
import { AppLayout } from '../applications/app-layout.tsx'
import { useAppName } from '../applications/use-app.ts'
import { words } from '../words.ts'
import { LOG_COLUMNS } from './log-columns.tsx'
import { LogDetails } from './log-details.tsx'

/** Provisioning logs of one application. */
export function EntraAppLogsPage() {
  const app = useAppName()
  return (
    <AppLayout level="provisioning">
      <ListDetails
        title={words.logs}
        place={
          <Place
            steps={[
              [words.apps, paths.entraApps],
              [app, paths.entraApp(app)],
              [words.provisioning, paths.entraProvisioning(app)],
            ]}
          />
        }
        view="entra.provisioning-logs"
        query={{ where: [`servicePrincipal.displayName:${app}`] }}
        columns={LOG_COLUMNS}
        sort="-activityDateTime"
        empty={`No cycle of ${app} has run yet. ${words.start} on its overview.`}
        heading={({ value }) => value.name}
        details={({ value }) => <LogDetails entry={value} />}
      />
    </AppLayout>
  )
}
