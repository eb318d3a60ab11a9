import { ListDetails } from '../../parts/list-details.tsx'
import { Place } from '../../parts/page-head.tsx'
import { ValueList } from '../../parts/value-list.tsx'
import { paths } from '../../paths.ts'
import { AppLayout } from '../applications/app-layout.tsx'
import { useAppName } from '../applications/use-app.ts'
import { words } from '../words.ts'

/** Whom the prevention of accidental deletions holds back. The portal has them in its logs only, as StagedDelete. */
export function EntraHeldBackPage() {
  const app = useAppName()
  return (
    <AppLayout level="provisioning">
      <ListDetails
        title={words.heldBack}
        place={
          <Place
            steps={[['Simulator only'], [app, paths.entraApp(app)], [words.provisioning, paths.entraProvisioning(app)]]}
          />
        }
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
    </AppLayout>
  )
}
