import { makeStyles, Link as TextLink, tokens } from '@fluentui/react-components'
import { createLink } from '@tanstack/react-router'
import { StatusBadge } from '../parts/status-badge.tsx'
import { paths } from '../paths.ts'
import { useLive } from '../source/live-pages.tsx'
import { changeTexts, toneOf } from './effect-text.ts'
import type { Head } from './sentences.ts'

const Link = createLink(TextLink)

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
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  name: { overflowWrap: 'anywhere' },
  change: { fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere', color: tokens.colorNeutralForeground2 },
})

type Effect = Head['effects'][number]

/** What exchanges have changed at the application, attribute by attribute. @param by exchange, or who it was, for each effect */
export function EffectList({ effects, by }: { readonly effects: readonly Effect[]; readonly by?: readonly string[] }) {
  const styles = useStyles()
  const { hasPages } = useLive()
  if (effects.length === 0) return null
  return (
    <ol className={styles.list}>
      {effects.map((effect, index) => (
        // Effects are never put in between: their place is what they are.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above.
        <li key={index} className={styles.entry}>
          <div className={styles.head}>
            <StatusBadge tone={toneOf(effect)}>
              {effect.action === 'none' ? 'nothing changed' : effect.action}
            </StatusBadge>
            <span className={styles.quiet}>
              {effect.object}
              {by === undefined ? '' : ` · ${by[index]}`}
              {effect.source === 'inferred' ? ' · as it was answered' : ''}
            </span>
          </div>
          {hasPages && effect.object === 'member' ? (
            <Link className={styles.name} to={paths.members} search={{ open: effect.name }}>
              {effect.name}
            </Link>
          ) : (
            <span className={styles.name}>{effect.name}</span>
          )}
          {effect.reason === null ? null : <span className={styles.change}>{effect.reason}</span>}
          {changeTexts(effect).map((text) => (
            <span key={text} className={styles.change}>
              {text}
            </span>
          ))}
        </li>
      ))}
    </ol>
  )
}
