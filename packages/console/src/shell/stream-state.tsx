import { makeStyles, tokens } from '@fluentui/react-components'
import { useNarrow } from '../parts/narrow.ts'
import { useStreamState } from '../source/live-pages.tsx'

const useStyles = makeStyles({
  state: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '6px',
    fontSize: tokens.fontSizeBase200,
    padding: '0 8px',
  },
  dot: { width: '8px', height: '8px', borderRadius: '50%' },
  live: { backgroundColor: tokens.colorPaletteGreenForeground1 },
  connecting: { backgroundColor: tokens.colorPaletteYellowForeground2 },
  broken: { backgroundColor: tokens.colorPaletteRedForeground1 },
})

const WORDS = { live: 'Live', connecting: 'Connecting', broken: 'Not connected' } as const

/** Whether what is shown keeps up with what happens. */
export function StreamStateMark() {
  const state = useStreamState()
  const styles = useStyles()
  const isNarrow = useNarrow()
  return (
    <span className={styles.state} role="status">
      <span className={`${styles.dot} ${styles[state]}`} />
      {isNarrow && state === 'live' ? '' : WORDS[state]}
    </span>
  )
}
