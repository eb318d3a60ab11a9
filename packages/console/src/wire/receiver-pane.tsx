import { makeStyles, Link as TextLink, tokens } from '@fluentui/react-components'
import { createLink } from '@tanstack/react-router'
import { StatusBadge, type Tone } from '../parts/status-badge.tsx'
import { timeText } from '../parts/time-text.ts'
import { paths } from '../paths.ts'
import type { Views } from '../source/source.ts'
import { useView } from '../source/use-view.ts'
import { usePaneStyles } from './source-pane.tsx'

const Link = createLink(TextLink)

const SHOWN = 30

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '10px' },
  entry: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    paddingBottom: '8px',
  },
  head: { display: 'flex', alignItems: 'center', gap: '8px', flexWrap: 'wrap' },
  name: { overflowWrap: 'anywhere' },
  change: { fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere', color: tokens.colorNeutralForeground2 },
})

type Entry = Views['lark.sync-log']

/** What the application made of it: its newest log entries, attribute by attribute. */
export function ReceiverPane() {
  const pane = usePaneStyles()
  const styles = useStyles()
  const { data } = useView('lark.sync-log', { sort: '-at', limit: SHOWN })
  const members = useView('lark.members', { limit: 1, where: 'status:Active' })
  const entries = data?.items ?? []
  return (
    <section className={pane.pane} aria-label="The application">
      <h2 className={pane.title}>The application</h2>
      <span>
        <Link to={paths.members}>{`${members.data?.total ?? 0} active members`}</Link>
        {' · '}
        <Link to={paths.syncLog}>Sync log</Link>
      </span>
      {entries.length === 0 ? <span className={pane.quiet}>Nothing was synced yet.</span> : null}
      <ol className={styles.list}>
        {entries.map(({ key, value }) => (
          <EntryRow key={key} entry={value} />
        ))}
      </ol>
    </section>
  )
}

const TONES: Partial<Record<Entry['action'], Tone>> = {
  created: 'good',
  deactivated: 'watch',
  deleted: 'watch',
  refused: 'bad',
}

function EntryRow({ entry }: { readonly entry: Entry }) {
  const pane = usePaneStyles()
  const styles = useStyles()
  const { action, name, object, reason, attributes, at } = entry
  return (
    <li className={styles.entry}>
      <div className={styles.head}>
        <StatusBadge tone={TONES[action] ?? 'plain'}>{action}</StatusBadge>
        <span className={pane.quiet}>
          {object} · {timeText(at)}
        </span>
      </div>
      {object === 'member' ? (
        <Link className={styles.name} to={paths.members} search={{ open: name }}>
          {name}
        </Link>
      ) : (
        <span>{name}</span>
      )}
      {reason ? <span className={styles.change}>{reason}</span> : null}
      {action === 'created'
        ? null
        : attributes.slice(0, 4).map((one) => (
            <span key={one.attribute} className={styles.change}>
              {one.attribute}: {one.old ?? '–'} → {one.new ?? '–'}
            </span>
          ))}
    </li>
  )
}
