import { makeStyles, mergeClasses, Tab, TabList } from '@fluentui/react-components'
import { lazy, Suspense, useCallback, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { ExportButton } from '../parts/export-button.tsx'
import { useNarrow } from '../parts/narrow.ts'
import { Empty, Failed, Loading } from '../parts/page-state.tsx'
import { useStyles as usePageStyles } from '../parts/page-styles.ts'
import { useViewState } from '../parts/view-state.ts'
import { useLive } from '../source/live-pages.tsx'
import { useAct } from '../source/use-act.ts'
import { useView } from '../source/use-view.ts'
import type { AsOf } from './as-of.ts'
import { hiddenIn } from './columns.ts'
import { ExchangeList } from './exchange-list.tsx'
import { FaultsInForce } from './faults-in-force.tsx'
import { FilterBar, useHeadFilter } from './filter-bar.tsx'
import { filterHeads, type HeadFilter } from './filter-heads.ts'
import { rowsOf } from './groups.ts'
import { filterHappenings, type Happening, happenedUntil } from './happenings.ts'
import { momentsOf } from './moments.ts'
import { indexOf } from './playhead.ts'
import { PlayheadBar } from './playhead-bar.tsx'
import { ReceiverPane } from './receiver-pane.tsx'
import type { Head } from './sentences.ts'
import { SpokenNews } from './spoken-news.tsx'
import { Strip } from './strip-view.tsx'
import { type UsePlayhead, usePlayhead } from './use-playhead.ts'
import { useWireKeys } from './use-wire-keys.ts'

const SourcePane = lazy(async () => ({ default: (await import('./source-pane.tsx')).SourcePane }))
const TargetPane = lazy(async () => ({ default: (await import('./target-pane.tsx')).TargetPane }))
const ExchangeDetails = lazy(async () => ({ default: (await import('./exchange-details.tsx')).ExchangeDetails }))

const useStyles = makeStyles({
  panes: { display: 'grid', gridTemplateColumns: '232px minmax(0, 1fr) 272px', gap: '12px', flexGrow: 1, minHeight: 0 },
  withDetails: { gridTemplateColumns: '232px minmax(0, 1fr) minmax(320px, 400px)' },
  // A recording has no acts.
  two: { gridTemplateColumns: 'minmax(0, 1fr) minmax(272px, 400px)' },
  one: { gridTemplateColumns: 'minmax(0, 1fr)' },
  middle: { display: 'flex', flexDirection: 'column', gap: '8px', minHeight: 0, minWidth: 0 },
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
  const { exchanges } = useLive()
  const { canAct } = useAct()
  const all = useSyncExternalStore(exchanges.subscribe, exchanges.all)
  const { filter } = useHeadFilter()
  const fitting = useFitting(all, filter)
  const playing = usePlayhead(fitting)
  const tab = state.tab ?? 'wire'
  const seq = state.open === undefined ? undefined : Number(state.open)
  const onOpen = useCallback(
    (open: number | undefined) => set({ open: open === undefined ? undefined : String(open) }),
    [set],
  )
  const onSync = usePlayedSync(playing)
  const looked = lookedAt(all, playing, seq)
  const details =
    seq === undefined ? null : (
      <Suspense fallback={<Loading what="the exchange" />}>
        <ExchangeDetails seq={seq} onClose={() => onOpen(undefined)} />
      </Suspense>
    )
  const has = (pane: string): boolean => !isNarrow || tab === pane
  return (
    <div className={page.page}>
      <PageHead range={canAct && all.length > 0 ? filter : undefined} />
      <FaultsInForce />
      {isNarrow ? <Tabs chosen={tab} onChoose={(next) => set({ tab: next }, { replace: true })} /> : null}
      <div
        className={mergeClasses(
          styles.panes,
          details !== null && styles.withDetails,
          !canAct && styles.two,
          isNarrow && styles.one,
        )}
      >
        {canAct && has('source') ? (
          <Suspense fallback={<Loading what="the identity provider" />}>
            <SourcePane onSync={onSync} looked={looked} />
          </Suspense>
        ) : null}
        {has('wire') ? <Exchanges {...playing} all={all} fitting={fitting} open={seq} onOpen={onOpen} /> : null}
        {details ?? (has('receiver') ? <Application heads={all} at={playing.playhead.at} range={filter} /> : null)}
      </div>
    </div>
  )
}

/** @param range what is exported; undefined where there is nothing to export */
function PageHead({ range }: { readonly range: Pick<HeadFilter, 'from' | 'to'> | undefined }) {
  const page = usePageStyles()
  return (
    <div className={page.head}>
      <h1 className={page.title}>Wire</h1>
      <span className={page.grow} />
      {range ? <ExportButton verb="world.export-range" input={{ from: range.from, to: range.to }} /> : null}
    </div>
  )
}

interface TabsProps {
  readonly chosen: string
  readonly onChoose: (tab: string) => void
}

function Tabs({ chosen, onChoose }: TabsProps) {
  return (
    <TabList selectedValue={chosen} onTabSelect={(_event, { value }) => onChoose(String(value))}>
      {TABS.map(([value, label]) => (
        <Tab key={value} value={value}>
          {label}
        </Tab>
      ))}
    </TabList>
  )
}

/** The one that is open, else where the playhead stands still: what only passes by is not asked about. */
function lookedAt(heads: readonly Head[], { playhead }: UsePlayhead, open: number | undefined): Head | undefined {
  const seq = open ?? (playhead.isPlaying ? undefined : playhead.at)
  const head = seq === undefined ? undefined : heads[indexOf(heads, seq)]
  return head?.seq === seq ? head : undefined
}

/** What comes of a sync is played, unless somebody stands elsewhere on the wire. @returns is called before it; its result after it */
function usePlayedSync({ playhead, move }: UsePlayhead): () => () => void {
  const { exchanges } = useLive()
  const isFollowing = playhead.at === undefined
  return useCallback(() => {
    const newest = exchanges.all().at(-1)?.seq ?? 0
    return () => (isFollowing && !isStill() ? move({ kind: 'play-from', at: newest }) : undefined)
  }, [exchanges, isFollowing, move])
}

function isStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}

interface ApplicationProps {
  readonly heads: readonly Head[]
  readonly at: number | undefined
  /** Drawn over the strip: it is shown as of the end of the range, with what the range has changed. */
  readonly range: Pick<HeadFilter, 'from' | 'to'>
}

/** Of the world's own receiver, or of somebody's endpoint in its place. */
function Application({ heads, at, range }: ApplicationProps) {
  const acts = useView('world.effects', { acts: 'true', limit: 1_000 })
  const moments = useMemo(() => momentsOf(heads, acts.data?.items.map(({ value }) => value) ?? []), [heads, acts.data])
  const { from, to } = range
  const moment: AsOf = { heads: moments, at: to === undefined ? at : Math.min(to, at ?? to), from }
  const { data, error } = useView('world.world')
  const target = data?.items[0]?.value.target
  // Which of the two it is has to be known first; a recording has no world, and its receiver is its own.
  if (!data && !error) return <Loading what="the application" />
  if (!target) return <ReceiverPane {...moment} />
  return (
    <Suspense fallback={<Loading what="your endpoint" />}>
      <TargetPane target={target} {...moment} />
    </Suspense>
  )
}

/** Those that fit what the address asks for. */
function useFitting(all: readonly Head[], filter: HeadFilter): readonly Head[] {
  const asked = JSON.stringify(filter)
  const inBodies = useInBodies(filter)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the filter is another object each time; what it says is what counts.
  return useMemo(() => filterHeads(all, filter, inBodies), [all, asked, inBodies])
}

/** Numbers of the newest exchanges that have the text in a body. */
function useInBodies({ q, inBodies }: HeadFilter): ReadonlySet<number> | undefined {
  const isWanted = inBodies && q !== undefined
  const query = { whole: 'true', q, sort: '-seq', fields: 'seq', limit: 1_000 }
  const { data } = useView('world.traffic', query, isWanted)
  return useMemo(() => (isWanted ? new Set(data?.items.map(({ value }) => value.seq)) : undefined), [data, isWanted])
}

interface ExchangesProps extends UsePlayhead {
  readonly all: readonly Head[]
  readonly fitting: readonly Head[]
  readonly open: number | undefined
  readonly onOpen: (seq: number | undefined) => void
}

function Exchanges({ all, fitting, open, onOpen, playhead, move }: ExchangesProps) {
  const styles = useStyles()
  const { exchanges } = useLive()
  const { set } = useViewState()
  const { filter, grouping } = useHeadFilter()
  const searchBox = useRef<HTMLInputElement>(null)
  const [toggled, toggle] = useToggled()
  const shown = useMemo(
    () => (playhead.at === undefined ? fitting : fitting.slice(0, indexOf(fitting, playhead.at) + 1)),
    [fitting, playhead.at],
  )
  const between = useBetween(filter, fitting, playhead.at)
  const last = shown.at(-1)?.seq
  const rows = useMemo(
    () => rowsOf(shown, grouping, { toggled, looked: [last, open] }, between),
    [shown, grouping, toggled, last, open, between],
  )
  useWireKeys({
    move,
    isPlaying: playhead.isPlaying,
    toggleErrors: () => set({ errors: filter.errorsOnly ? undefined : 'only' }, { replace: true }),
    search: () => searchBox.current?.focus(),
  })
  const { error: problem, isLoading } = useSyncExternalStore(exchanges.subscribe, exchanges.reading)
  return (
    <section className={styles.middle} aria-label="Exchanges between them">
      <PlayheadBar heads={fitting} playhead={playhead} move={move} />
      <SpokenNews heads={all} />
      <Strip
        heads={all}
        at={playhead.at}
        from={filter.from}
        to={filter.to}
        onRange={(from, to) => set({ from: from?.toString(), to: to?.toString() }, { replace: true })}
      />
      <FilterBar heads={all} count={shown.length} dropped={exchanges.dropped()} searchBox={searchBox} />
      {problem ? <Failed error={problem} retry={() => void exchanges.load()} /> : null}
      {all.length === 0 && problem ? null : all.length === 0 && isLoading ? (
        <Loading what="the exchanges" />
      ) : all.length + rows.length === 0 ? (
        <Empty>Nothing was sent yet. What an identity provider sends is here the moment it is answered.</Empty>
      ) : rows.length === 0 ? (
        <Empty>
          {fitting.length === 0 ? 'No exchange fits the filter.' : 'Before the first exchange. Play, or one on.'}
        </Empty>
      ) : (
        <ExchangeList rows={rows} at={last} open={open} onOpen={onOpen} onToggle={toggle} />
      )}
    </section>
  )
}

const NONE: readonly Happening[] = []

/** What is no exchange, as far as it is shown. */
function useBetween(filter: HeadFilter, fitting: readonly Head[], at: number | undefined): readonly Happening[] {
  const { exchanges } = useLive()
  const { state } = useViewState()
  const all = useSyncExternalStore(exchanges.subscribe, exchanges.happenings)
  const isHidden = hiddenIn(state.hide).has('between')
  const asked = JSON.stringify(filter)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the filter is another object each time; what it says is what counts.
  const found = useMemo(() => (isHidden ? NONE : filterHappenings(all, filter)), [all, asked, isHidden])
  return useMemo(() => happenedUntil(found, fitting, at), [found, fitting, at])
}

function useToggled(): readonly [ReadonlySet<string>, (key: string) => void] {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  const toggle = useCallback((key: string) => {
    setKeys((before) =>
      before.has(key) ? new Set([...before].filter((one) => one !== key)) : new Set([...before, key]),
    )
  }, [])
  return [keys, toggle]
}
