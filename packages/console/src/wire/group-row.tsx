import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons'
import { OUTCOME_ICONS } from './exchange-row.tsx'
import type { GroupRow } from './groups.ts'
import { MARKS } from './marks.ts'

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', gap: '8px', minWidth: 0, height: '100%', paddingLeft: '12px' },
  title: {
    fontWeight: tokens.fontWeightSemibold,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    minWidth: 0,
  },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, whiteSpace: 'nowrap' },
  below: { paddingLeft: '32px' },
  icon: { display: 'inline-flex', flexShrink: 0, alignItems: 'center', gap: '4px' },
  good: { color: tokens.colorPaletteGreenForeground1 },
  watch: { color: tokens.colorPaletteDarkOrangeForeground1 },
  bad: { color: tokens.colorPaletteRedForeground1 },
})

const WORDS = { good: 'went well', watch: 'worth a look', bad: 'failed' } as const

/** The head of a group: whom it is about, how it went, how many requests. */
export function GroupLine({ group }: { readonly group: GroupRow }) {
  const styles = useStyles()
  const { title, count, outcome, status, marks, actions, isOpen, level } = group
  const said = [...actions, `${count} ${count === 1 ? 'request' : 'requests'}`].join(', ')
  return (
    <div className={mergeClasses(styles.line, level === 2 && styles.below)}>
      <span className={styles.icon}>{isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}</span>
      <span className={styles.title}>{title}</span>
      <span className={mergeClasses(styles.icon, styles[outcome])} title={WORDS[outcome]}>
        {OUTCOME_ICONS[outcome]}
        {outcome === 'good' ? null : (status ?? 'no answer')}
      </span>
      <span className={styles.quiet}>{said}</span>
      {marks.length === 0 ? null : (
        <span className={styles.quiet} title={marks.map((mark) => MARKS[mark].says).join(', ')}>
          ⚑ {marks.length}
        </span>
      )}
    </div>
  )
}
