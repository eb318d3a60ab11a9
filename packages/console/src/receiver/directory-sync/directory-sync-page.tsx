import { makeStyles } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { DetailsPanel } from '../../parts/details-panel.tsx'
import { LinkButton } from '../../parts/link-button.tsx'
import { useNarrow } from '../../parts/narrow.ts'
import { PageHead } from '../../parts/page-head.tsx'
import { Empty, Failed, Loading } from '../../parts/page-state.tsx'
import { useStyles as usePageStyles } from '../../parts/page-styles.ts'
import { useViewState } from '../../parts/view-state.ts'
import { paths } from '../../paths.ts'
import { useView } from '../../source/use-view.ts'
import { useActing, useLarkAct } from '../acting.ts'
import { ActingAs } from '../acting-as.tsx'
import { words } from '../words.ts'
import { SourceCard } from './source-card.tsx'
import { SourceDetails } from './source-details.tsx'

const useStyles = makeStyles({
  split: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '12px', alignItems: 'start' },
  withDetails: { gridTemplateColumns: 'minmax(0, 1fr) minmax(300px, 420px)' },
  cards: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(420px, 100%), 1fr))', gap: '12px' },
})

/** Settings › Directory Sync: a card for each source, with its details beside it. */
export function DirectorySyncPage() {
  const page = usePageStyles()
  const styles = useStyles()
  const isNarrow = useNarrow()
  const { state, set } = useViewState()
  const act = useLarkAct()
  const { data, error, retry } = useView('lark.sync-sources', useActing())
  const open = data?.items.find(({ key }) => key === state.open)
  return (
    <div className={page.page}>
      <PageHead title={words.sources} place={[[words.settings]]}>
        <span className={page.grow} />
        <ActingAs />
        <LinkButton appearance="primary" icon={<AddRegular />} to={paths.addSource}>
          {words.addSource}
        </LinkButton>
      </PageHead>
      {error ? <Failed error={error} retry={retry} /> : null}
      {act.error ? <Failed error={act.error} /> : null}
      {data || error ? null : <Loading what="sync sources" />}
      {data?.total === 0 ? (
        <Empty>
          Nothing is synced yet. Add a sync source: it gives the address and the token that the identity provider asks
          for.
        </Empty>
      ) : null}
      <div className={`${styles.split} ${open !== undefined && !isNarrow ? styles.withDetails : ''}`}>
        <div className={styles.cards}>
          {data?.items.map(({ key, value }) => (
            <SourceCard key={key} source={value} act={act} onOpen={() => set({ open: key })} />
          ))}
        </div>
        {open === undefined ? null : (
          <DetailsPanel title={open.key} onClose={() => set({ open: undefined })}>
            <SourceDetails source={open.value} act={act} />
          </DetailsPanel>
        )}
      </div>
    </div>
  )
}
