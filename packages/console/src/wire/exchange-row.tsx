import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled, DismissCircleFilled, WarningFilled } from '@fluentui/react-icons'
import { StatusBadge } from '../parts/status-badge.tsx'
import { useLive } from '../source/live-pages.tsx'
import { effectText, mainEffect, toneOf } from './effect-text.ts'
import { CatalogueLink } from './mark-link.tsx'
import { MARKS, rowOfMark } from './marks.ts'
import { nextOf } from './next-exchange.ts'
import { type Head, outcomeOf, sentenceOf } from './sentences.ts'

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', gap: '8px', minWidth: 0 },
  number: {
    width: '44px',
    flexShrink: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    textAlign: 'right',
  },
  method: {
    width: '52px',
    flexShrink: 0,
    fontWeight: tokens.fontWeightSemibold,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
  path: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    minWidth: 0,
    flexShrink: 200,
  },
  arrow: {
    flexGrow: 1,
    minWidth: '16px',
    borderBottom: `1px dashed ${tokens.colorNeutralStroke1}`,
    alignSelf: 'center',
  },
  status: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    fontWeight: tokens.fontWeightSemibold,
    flexShrink: 0,
  },
  took: {
    width: '52px',
    flexShrink: 0,
    textAlign: 'right',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  sentence: {
    paddingLeft: '52px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground1,
    '@media (max-width: 640px)': {
      paddingLeft: '12px',
      whiteSpace: 'normal',
      display: '-webkit-box',
      WebkitBoxOrient: 'vertical',
      WebkitLineClamp: 2,
    },
  },
  mark: {
    display: 'inline-flex',
    gap: '4px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'nowrap',
    flexShrink: 0,
  },
  // In a narrow list the words of the effect give way, and before them the path.
  effect: { minWidth: '24px', overflow: 'hidden', whiteSpace: 'nowrap' },
  good: { color: tokens.colorPaletteGreenForeground1 },
  watch: { color: tokens.colorPaletteDarkOrangeForeground1 },
  bad: { color: tokens.colorPaletteRedForeground1 },
})

export const OUTCOME_ICONS = { good: <CheckmarkCircleFilled />, watch: <WarningFilled />, bad: <DismissCircleFilled /> }

interface ExchangeRowProps {
  readonly head: Head
  /** Columns that are left out. */
  readonly hidden: ReadonlySet<string>
}

/** One exchange: its arrow from the sender to the receiver, and what it means. */
export function ExchangeRow({ head, hidden }: ExchangeRowProps) {
  const styles = useStyles()
  const { exchanges } = useLive()
  const outcome = outcomeOf(head)
  const sentence = hidden.has('sentence') ? '' : sentenceOf(head, nextOf(exchanges.all(), head))
  const effect = hidden.has('effect') ? undefined : mainEffect(head.effects)
  const [finding] = hidden.has('findings') ? [] : head.findings
  return (
    <>
      <div className={styles.line}>
        {hidden.has('number') ? null : <span className={styles.number}>#{head.seq}</span>}
        <span className={styles.method}>{head.method}</span>
        <span className={styles.path} title={head.path}>
          {readablePath(head.path)}
        </span>
        <span className={styles.arrow} />
        {head.marks.length === 0 || hidden.has('marks') ? null : (
          <span className={styles.mark}>
            ⚑{' '}
            {head.marks.map((mark) => (
              <CatalogueLink key={mark} row={rowOfMark(mark, head.sender)} title={MARKS[mark].says}>
                {rowOfMark(mark, head.sender)}
              </CatalogueLink>
            ))}
          </span>
        )}
        {finding === undefined ? null : (
          <span className={styles.effect} title={head.findings.map(({ title }) => title).join(', ')}>
            <CatalogueLink row={finding.id}>
              <StatusBadge tone="bad">
                {head.findings.length > 1 ? `${finding.title} +${head.findings.length - 1}` : finding.title}
              </StatusBadge>
            </CatalogueLink>
          </span>
        )}
        {effect === undefined ? null : (
          <span className={styles.effect}>
            <StatusBadge tone={toneOf(effect)}>
              {head.effects.length > 1 ? `${effectText(effect)} +${head.effects.length - 1}` : effectText(effect)}
            </StatusBadge>
          </span>
        )}
        <span className={mergeClasses(styles.status, styles[outcome])}>
          {OUTCOME_ICONS[outcome]}
          {head.status ?? 'none'}
        </span>
        {head.durationMs > 0 && !hidden.has('took') ? <span className={styles.took}>{head.durationMs} ms</span> : null}
      </div>
      {hidden.has('sentence') ? null : (
        <div className={styles.sentence} title={sentence}>
          {sentence}
        </div>
      )}
    </>
  )
}

/** Decoded, with ids cut to what tells them apart. */
function readablePath(path: string): string {
  let decoded = path
  try {
    decoded = decodeURIComponent(path.replaceAll('+', ' '))
  } catch {
    // As it was sent.
  }
  return decoded.replace(/([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, '$1…')
}
