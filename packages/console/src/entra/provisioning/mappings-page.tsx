import { paths } from '../../paths.ts'
import { AppPage } from '../applications/app-frame.tsx'
import { useAppName } from '../applications/use-app.ts'
import { words } from '../words.ts'
import { MappingsSection } from './mappings-section.tsx'

/** Attribute mapping, a blade of the current layout: the table that the classic one has among the settings. */
export function EntraMappingsPage() {
  const app = useAppName()
  return (
    <AppPage title={words.mappingBlade} under={[[words.provisioning, paths.entraProvisioning(app)]]}>
      <MappingsSection app={app} />
    </AppPage>
  )
}
