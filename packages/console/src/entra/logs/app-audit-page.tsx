import { ValueList } from '../../parts/value-list.tsx'
import { paths } from '../../paths.ts'
import { AppList } from '../applications/app-list.tsx'
import { useAppName } from '../applications/use-app.ts'
import { words } from '../words.ts'
import { useAuditLog } from './audit-log.tsx'

/** What administrators and the service itself have changed at one application. */
export function EntraAppAuditPage() {
  const app = useAppName()
  const { query, ...log } = useAuditLog()
  return (
    <AppList
      under={[[words.provisioning, paths.entraProvisioning(app)]]}
      title={words.auditLogs}
      view="entra.audit-logs"
      query={{ ...query, app }}
      {...log}
      empty={`Nothing was changed at ${app} yet. Its settings, starts and stops come here.`}
      heading={({ value }) => value.activity}
      details={({ value }) => <ValueList value={value} />}
    />
  )
}
