// Somebody at all programs: what each holds of them, and one time line of what was done, on the wire and in everybody's logs.
import { makeStyles, Link as TextLink, tokens } from '@fluentui/react-components'
import { createLink, useParams } from '@tanstack/react-router'
import { useSyncExternalStore } from 'react'
import { Empty, Failed, Loading } from '../parts/page-state.tsx'
import { useStyles as usePageStyles } from '../parts/page-styles.ts'
import { StatusBadge } from '../parts/status-badge.tsx'
import { instantText, timeText } from '../parts/time-text.ts'
import { labelText } from '../parts/value-text.ts'
import { paths } from '../paths.ts'
import { useLive } from '../source/live-pages.tsx'
import type { Views } from '../source/source.ts'
import { useView } from '../source/use-view.ts'
import { outcomeOf, sentenceOf } from './sentences.ts'
import { factsOf, programName, stateOf } from './sides.ts'

type Known = Views['world.object']
type Entry = Known['history'][number]

const Link = createLink(TextLink)

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '16px' },
  sides: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(240px, 1fr))', gap: '12px' },
  side: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    padding: '12px 16px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
  },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    display: 'flex',
    gap: '8px',
    alignItems: 'center',
    flexWrap: 'wrap',
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400 },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  entry: {
    display: 'grid',
    gridTemplateColumns: '136px 144px minmax(0, 1fr)',
    gap: '2px 16px',
    alignItems: 'baseline',
    padding: '8px 4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  what: { display: 'flex', flexDirection: 'column', gap: '2px', minWidth: 0, overflowWrap: 'anywhere' },
})

export function PersonPage() {
  const { key = '' } = useParams({ strict: false })
  const { data, error, retry } = useView('world.object', { of: key })
  const page = usePageStyles()
  const known = data?.items[0]?.value
  return (
    <div className={page.page}>
      <h1 className={page.title}>{known?.name ?? key}</h1>
      {error ? <Failed error={error} retry={retry} /> : null}
      {known ? (
        <Person known={known} />
      ) : data ? (
        <Empty>No program knows {key}.</Empty>
      ) : error ? null : (
        <Loading what={key} />
      )}
    </div>
  )
}

function Person({ known: { sides, history } }: { readonly known: Known }) {
  const styles = useStyles()
  return (
    <div className={styles.page}>
      <div className={styles.sides}>
        {sides.map((side) => (
          <Side key={`${side.program}/${side.view}/${side.key}`} side={side} />
        ))}
      </div>
      <h2 className={styles.heading}>What has happened, the newest first</h2>
      {history.length === 0 ? <Empty>Nothing yet: nobody has sent or logged anything about them.</Empty> : null}
      <ol className={styles.list}>
        {history.toReversed().map((entry) => (
          <TimeLineEntry key={`${entry.program}/${entry.log}/${entry.key}`} entry={entry} />
        ))}
      </ol>
    </div>
  )
}

function Side({ side }: { readonly side: Known['sides'][number] }) {
  const styles = useStyles()
  const { program, view, key, value } = side
  const state = stateOf(value)
  const to = paths.entry(program, view, key)
  return (
    <section className={styles.side}>
      <h2 className={styles.name}>
        {programName(program)}
        {state ? <StatusBadge tone={state[0]}>{state[1]}</StatusBadge> : null}
      </h2>
      {factsOf(value).map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
      {to === undefined ? <span>{key}</span> : <Link to={to}>{key}</Link>}
    </section>
  )
}

function TimeLineEntry({ entry }: { readonly entry: Entry }) {
  const styles = useStyles()
  return (
    <li className={styles.entry}>
      <span className={styles.quiet}>{`${instantText(entry.at).slice(0, -6)} ${timeText(entry.at)}`}</span>
      <span>{entry.log === 'traffic' ? 'Wire' : LOG_NAMES[entry.log]}</span>
      <div className={styles.what}>
        {entry.log === 'traffic' ? <Request entry={entry} /> : <Logged entry={entry} />}
      </div>
    </li>
  )
}

const LOG_NAMES: Readonly<Record<Exclude<Entry['log'], 'traffic'>, string>> = {
  'provisioning-logs': 'Provisioning logs',
  'sync-log': 'Sync log',
  insights: 'Directory Insights',
}

const SAID = { good: 'answered', watch: 'answered', bad: 'refused' } as const

function Request({ entry }: { readonly entry: Entry }) {
  const { exchanges } = useLive()
  const heads = useSyncExternalStore(exchanges.subscribe, exchanges.all)
  const head = heads.find(({ seq }) => seq === entry.seq)
  const outcome = head ? outcomeOf(head) : entry.outcome === 'bad' ? 'bad' : 'good'
  return (
    <>
      <Link to={paths.exchange(entry.seq ?? 0)}>{head ? sentenceOf(head) : `${entry.action} ${entry.detail}`}</Link>
      <span>
        <StatusBadge tone={outcome}>{head?.status ? String(head.status) : SAID[outcome]}</StatusBadge>
      </span>
    </>
  )
}

function Logged({ entry: { program, log, key, action, outcome, detail, seq } }: { readonly entry: Entry }) {
  const styles = useStyles()
  const to = paths.entry(program, log, key)
  return (
    <>
      <span>
        <StatusBadge tone={outcome}>{labelText(action)}</StatusBadge>
      </span>
      {detail === '' ? null : <span>{detail}</span>}
      <span className={styles.quiet}>
        {to === undefined ? null : <Link to={to}>{`The entry in ${LOG_NAMES[log as 'insights']}`}</Link>}
        {seq === null ? null : (
          <>
            {' · '}
            <Link to={paths.exchange(seq)}>{`request #${seq}`}</Link>
          </>
        )}
      </span>
    </>
  )
}
