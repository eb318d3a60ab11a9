import { Button, makeStyles, mergeClasses, SearchBox, Switch, Tab, TabList, tokens } from '@fluentui/react-components'
import { PauseRegular, PlayRegular } from '@fluentui/react-icons'
import { useCallback, useMemo, useState, useSyncExternalStore } from 'react'
import { useNarrow } from '../parts/narrow.ts'
import { Empty, Failed, Loading } from '../parts/page-state.tsx'
import { useStyles as usePageStyles } from '../parts/page-styles.ts'
import { useViewState } from '../parts/view-state.ts'
import { useLive } from '../source/live-pages.tsx'
import { ExchangeDetails } from './exchange-details.tsx'
import { ExchangeList } from './exchange-list.tsx'
import { filterHeads } from './filter-heads.ts'
import { ReceiverPane } from './receiver-pane.tsx'
import type { Head } from './sentences.ts'
import { SourcePane } from './source-pane.tsx'

const useStyles = makeStyles({
  panes: { display: 'grid', gridTemplateColumns: '248px minmax(0, 1fr) 280px', gap: '12px', flexGrow: 1, minHeight: 0 },
  withDetails: { gridTemplateColumns: '248px minmax(0, 1fr) minmax(320px, 400px)' },
  one: { gridTemplateColumns: 'minmax(0, 1fr)' },
  middle: { display: 'flex', flexDirection: 'column', gap: '8px', minHeight: 0, minWidth: 0 },
  tools: { display: 'flex', alignItems: 'center', gap: '8px', flexWrap: 'wrap' },
  search: { flexGrow: 1, minWidth: '120px', maxWidth: '320px' },
  count: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

const TABS = [
  ['source', 'Identity provider'],
  ['wire', 'Wire'],
  ['receiver', 'Application'],
] as const

export function WirePage() {
  const page = usePageStyles()
  const styles = useStyles()
  const { state, set } = useViewState()
  const isNarrow = useNarrow()
  const tab = state.tab ?? 'wire'
  const seq = state.open === undefined ? undefined : Number(state.open)
  const onOpen = useCallback(
    (open: number | undefined) => set({ open: open === undefined ? undefined : String(open) }),
    [set],
  )
  const details = seq === undefined ? null : <ExchangeDetails seq={seq} onClose={() => onOpen(undefined)} />
  const has = (pane: string): boolean => !isNarrow || tab === pane
  return (
    <div className={page.page}>
      <h1 className={page.title}>Wire</h1>
      {isNarrow ? (
        <TabList
          selectedValue={tab}
          onTabSelect={(_event, { value }) => set({ tab: String(value) }, { replace: true })}
        >
          {TABS.map(([value, label]) => (
            <Tab key={value} value={value}>
              {label}
            </Tab>
          ))}
        </TabList>
      ) : null}
      <div className={mergeClasses(styles.panes, details !== null && styles.withDetails, isNarrow && styles.one)}>
        {has('source') ? <SourcePane /> : null}
        {has('wire') ? <Exchanges open={seq} onOpen={onOpen} /> : null}
        {details ?? (has('receiver') ? <ReceiverPane /> : null)}
      </div>
    </div>
  )
}

interface ExchangesProps {
  readonly open: number | undefined
  readonly onOpen: (seq: number | undefined) => void
}

function Exchanges({ open, onOpen }: ExchangesProps) {
  const styles = useStyles()
  const { exchanges } = useLive()
  const { state, set } = useViewState()
  const all = useSyncExternalStore(exchanges.subscribe, exchanges.all)
  const [at, pauseAt] = useState<number>()
  const errorsOnly = state.errors === 'only'
  const shown = useMemo(() => filterHeads(all, { q: state.q, errorsOnly, at }), [all, state.q, errorsOnly, at])
  const problem = exchanges.error()
  return (
    <section className={styles.middle} aria-label="Exchanges between them">
      <div className={styles.tools}>
        <FollowButton all={all} at={at} onChange={pauseAt} />
        <SearchBox
          className={styles.search}
          aria-label="Filter"
          placeholder="Filter"
          value={state.q ?? ''}
          onChange={(_event, { value }) => set({ q: value }, { replace: true })}
        />
        <Switch
          label="Errors only"
          checked={errorsOnly}
          onChange={(_event, { checked }) => set({ errors: checked ? 'only' : undefined }, { replace: true })}
        />
        <span className={styles.count} role="status">
          {shown.length === all.length ? `${all.length} exchanges` : `${shown.length} of ${all.length} exchanges`}
        </span>
      </div>
      {problem ? <Failed error={problem} retry={() => void exchanges.load()} /> : null}
      <Shown
        shown={shown}
        isEmpty={all.length === 0}
        isLoading={exchanges.isLoading()}
        isFollowing={at === undefined}
        open={open}
        onOpen={onOpen}
      />
    </section>
  )
}

interface ShownProps extends ExchangesProps {
  readonly shown: readonly Head[]
  readonly isEmpty: boolean
  readonly isLoading: boolean
  readonly isFollowing: boolean
}

function Shown({ shown, isEmpty, isLoading, isFollowing, open, onOpen }: ShownProps) {
  if (isEmpty && isLoading) return <Loading what="the exchanges" />
  if (isEmpty)
    return <Empty>Nothing was sent yet. What an identity provider sends is here the moment it is answered.</Empty>
  if (shown.length === 0) return <Empty>No exchange fits the filter.</Empty>
  return <ExchangeList heads={shown} isFollowing={isFollowing} open={open} onOpen={onOpen} />
}

interface FollowProps {
  readonly all: readonly Head[]
  readonly at: number | undefined
  readonly onChange: (at: number | undefined) => void
}

/** Stands still at what is the newest now, while the world goes on; or follows again. */
function FollowButton({ all, at, onChange }: FollowProps) {
  if (at === undefined)
    return (
      <Button icon={<PauseRegular />} onClick={() => onChange(all.at(-1)?.seq ?? 0)}>
        Pause
      </Button>
    )
  const more = all.filter(({ seq }) => seq > at).length
  return (
    <Button icon={<PlayRegular />} onClick={() => onChange(undefined)}>
      {more === 0 ? 'Follow' : `Follow (${more} more)`}
    </Button>
  )
}
