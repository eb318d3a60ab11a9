import { ValueList } from '../../parts/value-list.tsx'
import { paths } from '../../paths.ts'
import { AppList } from '../applications/app-list.tsx'
import { useAppName } from '../applications/use-app.ts'
import { words } from '../words.ts'

/** Whom the prevention of accidental deletions holds back. The portal has them in its logs only, as StagedDelete. */
export function EntraHeldBackPage() {
  const app = useAppName()
  return (
    <AppList
      under={[[words.provisioning, paths.entraProvisioning(app)], [words.simulatorOnly]]}
      title={words.heldBack}
      view="entra.staged-deletes"
      query={{ app }}
      columns={[
        { field: 'name', label: 'Identity', width: '2fr' },
        { field: 'objectType', label: words.objectType, width: '110px', isInCard: true },
        { field: 'action', label: 'Would be', width: '110px', isInCard: true },
        { field: 'stagedAt', label: 'Since', width: '150px', as: 'moment' },
      ]}
      sort="name"
      empty="No deletion is held back. More deletions in one cycle than the threshold are."
      details={({ value }) => <ValueList value={value} />}
    />
  )
}
