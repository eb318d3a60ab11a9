// One thing that has happened to somebody: a request, or what a log says.
import { makeStyles, mergeClasses, Link as TextLink, tokens } from '@fluentui/react-components'
import { createLink } from '@tanstack/react-router'
import { useSyncExternalStore } from 'react'
import { StatusBadge } from '../parts/status-badge.tsx'
import { instantText, timeText } from '../parts/time-text.ts'
import { labelText } from '../parts/value-text.ts'
import { paths } from '../paths.ts'
import { useLive } from '../source/live-pages.tsx'
import type { Views } from '../source/source.ts'
import { outcomeOf, sentenceOf } from './sentences.ts'

export type Entry = Views['world.object']['history'][number]

const Link = createLink(TextLink)

const useStyles = makeStyles({
  entry: {
    display: 'grid',
    gridTemplateColumns: '136px 144px minmax(0, 1fr)',
    gap: '2px 16px',
    alignItems: 'baseline',
    padding: '8px 4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  // In a panel there is no room for columns.
  stacked: { gridTemplateColumns: 'minmax(0, 1fr)' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  what: { display: 'flex', flexDirection: 'column', gap: '2px', minWidth: 0, overflowWrap: 'anywhere' },
})

interface TimeLineEntryProps {
  readonly entry: Entry
  readonly isStacked?: boolean
}

export function TimeLineEntry({ entry, isStacked = false }: TimeLineEntryProps) {
  const styles = useStyles()
  return (
    <li className={mergeClasses(styles.entry, isStacked && styles.stacked)}>
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
  'system-log': 'System Log',
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
