import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { StoryRecording } from '../source/recording-source.ts'

const useStyles = makeStyles({
  line: { display: 'flex', gap: '2px', listStyle: 'none', margin: 0, padding: 0 },
  item: { flexGrow: 1, flexBasis: 0, minWidth: 0, display: 'flex' },
  step: {
    flexGrow: 1,
    minHeight: '24px',
    padding: 0,
    border: 'none',
    background: 'none',
    cursor: 'pointer',
    display: 'flex',
    alignItems: 'center',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    ':hover > span': { height: '10px' },
  },
  mark: {
    width: '100%',
    height: '6px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralStroke1,
  },
  past: { backgroundColor: tokens.colorBrandStroke2 },
  here: { height: '12px', backgroundColor: tokens.colorBrandBackground },
  failed: { backgroundColor: tokens.colorPaletteRedForeground1 },
})

interface StepLineProps {
  readonly steps: StoryRecording['steps']
  readonly step: number
  readonly onGo: (step: number) => void
}

/** All steps in one line; a press goes there. */
export function StepLine({ steps, step, onGo }: StepLineProps) {
  const styles = useStyles()
  return (
    <ol className={styles.line} aria-label="Steps">
      {steps.map(({ n, title, says, outcome }) => (
        <li key={n} className={styles.item}>
          <button
            type="button"
            className={styles.step}
            aria-label={`Step ${n}: ${says === '' ? title : says}`}
            aria-current={n === step ? 'step' : undefined}
            title={says === '' ? title : says}
            onClick={() => onGo(n)}
          >
            <span
              className={mergeClasses(
                styles.mark,
                n < step && styles.past,
                n === step && styles.here,
                (outcome === 'failed' || outcome === 'error') && styles.failed,
              )}
            />
          </button>
        </li>
      ))}
    </ol>
  )
}
