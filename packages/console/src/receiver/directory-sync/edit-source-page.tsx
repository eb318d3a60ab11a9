import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { PageHead } from '../../parts/page-head.tsx'
import { Empty, Failed, Loading } from '../../parts/page-state.tsx'
import { useStyles as usePageStyles } from '../../parts/page-styles.ts'
import { useViewState } from '../../parts/view-state.ts'
import { paths } from '../../paths.ts'
import { useItem } from '../../source/use-view.ts'
import { useActing, useLarkAct } from '../acting.ts'
import { ActingAs } from '../acting-as.tsx'
import { words } from '../words.ts'
import type { Access } from './access-step.tsx'
import type { Source } from './source-card.tsx'
import { SourceWizard } from './source-wizard.tsx'
import { formOf } from './wizard.ts'

/** Edit of a card: the pages of the wizard with what is saved; a change counts from the next request on. */
export function EditSourcePage() {
  const page = usePageStyles()
  const { state } = useViewState()
  const acting = useActing()
  const { data, error, retry } = useItem('lark.sync-sources', state.source, acting)
  return (
    <div className={page.page}>
      <PageHead
        title={state.source === undefined ? words.edit : `${words.edit} ${state.source}`}
        place={[[words.settings], [words.sources, paths.directorySync]]}
      >
        <span className={page.grow} />
        <ActingAs />
      </PageHead>
      {state.source === undefined ? <Empty>Choose a sync source on the page before: its card has Edit.</Empty> : null}
      {error ? <Failed error={error} retry={retry} /> : null}
      {data || error || state.source === undefined ? null : <Loading what="the sync source" />}
      {data ? <Edited key={data.value.id} source={data.value} /> : null}
    </div>
  )
}

function Edited({ source }: { readonly source: Source }) {
  const act = useLarkAct()
  const navigate = useNavigate()
  const [fresh, hold] = useState<Access>()
  const { id, kind, url, tokenExpiresAt } = source
  const leave = (): void => void navigate({ to: paths.directorySync })
  return (
    <SourceWizard
      kind={kind}
      access={fresh ?? { url, token: undefined, tokenExpiresAt }}
      start={formOf({ ...source, memberNotification: source.memberNotification ?? false })}
      act={act}
      canActivate={false}
      onRefresh={() =>
        void act.run('refresh-token', { source: id }).then((answer) => {
          if (answer !== undefined) hold(answer as Access)
        })
      }
      onCancel={leave}
      onSave={(set) =>
        void act
          .run('edit-sync-source', { source: id, set })
          .then((saved) => (saved === undefined ? undefined : leave()))
      }
    />
  )
}
