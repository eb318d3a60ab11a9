import { makeStyles, tokens } from '@fluentui/react-components'
import { StatusBadge } from '../parts/status-badge.tsx'
import { instantText } from '../parts/time-text.ts'
import type { StoryRecording } from '../source/recording-source.ts'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    padding: '12px 16px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    borderLeft: `4px solid ${tokens.colorBrandStroke1}`,
    // The panes below stay where they are while the words change.
    minHeight: '64px',
    flexShrink: 0,
  },
  says: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, maxWidth: '100ch' },
  done: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
  list: { listStyle: 'none', margin: '4px 0 0', padding: 0, display: 'flex', flexDirection: 'column', gap: '4px' },
  asked: { display: 'flex', gap: '8px', alignItems: 'baseline', flexWrap: 'wrap' },
  difference: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
})

type Step = StoryRecording['steps'][number]

/** What the step shows, in its author's words; what was done; and what was expected of it. */
export function Narrator({ step }: { readonly step: Step }) {
  const styles = useStyles()
  const { says, title, verb, message, at, expectations } = step
  return (
    <section className={styles.card} aria-label="Narrator">
      <p className={styles.says} aria-live="polite">
        {says === '' ? title : says}
      </p>
      <span className={styles.done}>
        {instantText(at)}
        {verb === 'note' || verb === 'expect' ? '' : ` · ${title}`}
      </span>
      {message === undefined ? null : <span className={styles.difference}>{message}</span>}
      {expectations.length === 0 ? null : (
        <ul className={styles.list} aria-label="Expectations of this step">
          {expectations.map((one) => (
            <Asked key={`${one.text} ${one.line}`} asked={one} />
          ))}
        </ul>
      )}
    </section>
  )
}

const OUTCOMES = [
  [true, 'good', 'holds'],
  [false, 'bad', 'does not hold'],
  [null, 'plain', 'not asked'],
] as const

function Asked({ asked: { text, ok, skipped, difference } }: { readonly asked: Step['expectations'][number] }) {
  const styles = useStyles()
  const [, tone, word] = OUTCOMES.find(([outcome]) => outcome === ok) ?? OUTCOMES[2]
  return (
    <li className={styles.asked}>
      <StatusBadge tone={tone}>{word}</StatusBadge>
      <span>{text}</span>
      {skipped === undefined ? null : <span className={styles.difference}>{skipped}</span>}
      {difference.map((one) => (
        <span key={`${one.item} ${one.message}`} className={styles.difference}>
          {one.message}
        </span>
      ))}
    </li>
  )
}
