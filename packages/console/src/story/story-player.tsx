import { makeStyles, mergeClasses, Tab, TabList, tokens } from '@fluentui/react-components'
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import { ExportButton } from '../parts/export-button.tsx'
import { useNarrow } from '../parts/narrow.ts'
import { Empty, Loading } from '../parts/page-state.tsx'
import { useStyles as usePageStyles } from '../parts/page-styles.ts'
import { useSingleKeys } from '../parts/use-single-keys.ts'
import { useViewState } from '../parts/view-state.ts'
import { LiveProvider, useLive } from '../source/live-pages.tsx'
import { type RecordedPages, recordedPages } from '../source/recorded-pages.ts'
import { type StoryRecording, wireUntil } from '../source/recording-source.ts'
import { ExchangeList } from '../wire/exchange-list.tsx'
import { rowsOf } from '../wire/groups.ts'
import { ReceiverPane } from '../wire/receiver-pane.tsx'
import { GoOnLive } from './go-on-live.tsx'
import { Narrator } from './narrator.tsx'
import { PeoplePane } from './people-pane.tsx'
import type { StoryPlace } from './place.ts'
import { StepLine } from './step-line.tsx'
import { MOVES, StoryBar } from './story-bar.tsx'
import { useStoryPlace } from './use-story-place.ts'

const ExchangeDetails = lazy(async () => ({
  default: (await import('../wire/exchange-details.tsx')).ExchangeDetails,
}))

const useStyles = makeStyles({
  tools: { display: 'flex', gap: '8px 16px', flexWrap: 'wrap', alignItems: 'center' },
  panes: {
    minHeight: '240px',
    display: 'grid',
    gridTemplateColumns: '232px minmax(0, 1fr) 272px',
    gap: '12px',
    flexGrow: 1,
  },
  withDetails: { gridTemplateColumns: '232px minmax(0, 1fr) minmax(320px, 400px)' },
  one: { gridTemplateColumns: 'minmax(0, 1fr)', minHeight: '360px' },
  middle: { display: 'flex', flexDirection: 'column', gap: '8px', minHeight: 0, minWidth: 0 },
  quiet: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
})

interface StoryPlayerProps {
  readonly recording: StoryRecording
  /** Its name at the server; undefined in a file, which is exported already. */
  readonly id?: string
  /** In a file: what the pages around it share with it. */
  readonly pages?: RecordedPages
  readonly onStep?: (step: number) => void
}

/** The wire with a narrator. What is shown is the recording's, as of the step; the page around it keeps its own world. */
export function StoryPlayer({ recording, id, pages: around, onStep }: StoryPlayerProps) {
  const page = usePageStyles()
  const styles = useStyles()
  const { story, steps } = recording
  const playing = useStoryPlace(recording)
  const { place, go, toggle } = playing
  const pages = useMemo(() => around ?? recordedPages(recording, false), [around, recording])
  useEffect(() => onStep?.(place.step), [onStep, place.step])
  useSingleKeys({
    ' ': toggle,
    ...Object.fromEntries(Object.entries(MOVES).map(([key, [, move]]) => [key, () => go(move(recording, place))])),
  })
  const step = steps[place.step - 1]
  return (
    <div className={page.page}>
      <h1 className={page.title}>{story.title}</h1>
      <div className={styles.tools}>
        <StoryBar recording={recording} {...playing} />
        {id === undefined ? null : (
          <>
            <ExportButton verb="world.export-story" input={{ story: id }} />
            <GoOnLive id={id} step={place.step} />
          </>
        )}
      </div>
      <StepLine steps={steps} step={place.step} onGo={(n) => go({ step: n, at: undefined })} />
      {step ? <Narrator step={step} /> : <Empty>The story has no steps.</Empty>}
      {step ? (
        <LiveProvider live={pages.at(place.step)}>
          <Panes recording={recording} place={place} />
        </LiveProvider>
      ) : null}
    </div>
  )
}

const TABS = [
  ['source', 'Identity provider'],
  ['wire', 'Wire'],
  ['receiver', 'Application'],
] as const

function Panes({ recording, place }: { readonly recording: StoryRecording; readonly place: StoryPlace }) {
  const styles = useStyles()
  const isNarrow = useNarrow()
  const { state, set } = useViewState()
  const tab = state.tab ?? 'wire'
  const has = (pane: string): boolean => !isNarrow || tab === pane
  const open = state.open === undefined ? undefined : Number(state.open)
  const onOpen = (seq: number | undefined): void => set({ open: seq?.toString() })
  return (
    <>
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
      <div className={mergeClasses(styles.panes, open !== undefined && styles.withDetails, isNarrow && styles.one)}>
        {has('source') ? <PeoplePane changes={recording.steps[place.step - 1]?.views ?? {}} /> : null}
        {has('wire') ? <Wire recording={recording} place={place} open={open} onOpen={onOpen} /> : null}
        {open === undefined ? (
          has('receiver') && <Application place={place} />
        ) : (
          <Suspense fallback={<Loading what="the exchange" />}>
            <ExchangeDetails seq={open} onClose={() => onOpen(undefined)} />
          </Suspense>
        )}
      </div>
    </>
  )
}

interface WireProps {
  readonly recording: StoryRecording
  readonly place: StoryPlace
  readonly open: number | undefined
  readonly onOpen: (seq: number | undefined) => void
}

/** What the step has sent, up to the place. */
function Wire({ recording, place, open, onOpen }: WireProps) {
  const styles = useStyles()
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set())
  const { from } = recording.steps[place.step - 1]?.exchanges ?? { from: 1 }
  const heads = useMemo(
    () => wireUntil(recording, place.step).filter(({ seq }) => seq >= from && seq <= (place.at ?? seq)),
    [recording, place.step, place.at, from],
  )
  const happenings = recording.steps[place.step - 1]?.happenings
  const rows = useMemo(
    // In a recording numbers have no gaps: what happened behind the last exchange that is shown is before the next.
    () =>
      rowsOf(
        heads,
        'person',
        { toggled, looked: [place.at ?? heads.at(-1)?.seq, open] },
        (happenings ?? []).filter(({ seq }) => seq < (place.at ?? seq) + 1),
      ),
    [heads, toggled, open, happenings, place.at],
  )
  const toggle = useCallback((key: string) => {
    setToggled((before) =>
      before.has(key) ? new Set([...before].filter((one) => one !== key)) : new Set([...before, key]),
    )
  }, [])
  return (
    <section className={mergeClasses(styles.middle, rows.length === 0 && styles.quiet)} aria-label="Wire">
      {rows.length === 0 ? (
        <Empty>{place.at === undefined ? 'Nothing is sent in this step.' : 'It is about to be sent.'}</Empty>
      ) : (
        <ExchangeList rows={rows} at={heads.at(-1)?.seq} open={open} onOpen={onOpen} onToggle={toggle} />
      )}
    </section>
  )
}

function Application({ place }: { readonly place: StoryPlace }) {
  const { exchanges } = useLive()
  return <ReceiverPane heads={exchanges.all()} at={place.at} />
}
