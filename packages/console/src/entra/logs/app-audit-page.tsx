import { ListDetails } from '../../parts/list-details.tsx'
import { Place } from '../../parts/page-head.tsx'
import { ValueList } from '../../parts/value-list.tsx'
import { paths } from '../../paths.ts'
import { AppLayout } from '../applications/app-layout.tsx'
import { useAppName } from '../applications/use-app.ts'
import { words } from '../words.ts'
import { AUDIT_COLUMNS } from './audit-columns.ts'

/** What administrators and the service itself have changed at one application. */
export function EntraAppAuditPage() {
  const app = useAppName()
  return (
    <AppLayout level="provisioning">
      <ListDetails
        title={words.auditLogs}
        place={
          <Place
            steps={[
              [words.apps, paths.entraApps],
              [app, paths.entraApp(app)],
              [words.provisioning, paths.entraProvisioning(app)],
            ]}
          />
        }
        view="entra.audit-logs"
        query={{ where: [`appName:${app}`] }}
        columns={AUDIT_COLUMNS}
        sort="-at"
        empty={`Nothing was changed at ${app} yet.`}
        heading={({ value }) => value.activity}
        details={({ value }) => <ValueList value={value} />}
      />
    </AppLayout>
  )
}
