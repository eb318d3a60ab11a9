import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useNarrow } from '../../parts/narrow.ts'
import { instantText } from '../../parts/time-text.ts'
import { useViewState } from '../../parts/view-state.ts'
import type { Views } from '../../source/source.ts'
import { useView } from '../../source/use-view.ts'
import { insights } from '../words.ts'
import { choiceOf, onlyTime } from './choice.ts'

type Bar = Views['jumpcloud.insights-counts']

const useStyles = makeStyles({
  chart: {
    padding: '8px 12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    flexShrink: 0,
  },
  bars: {
    display: 'flex',
    alignItems: 'stretch',
    height: '64px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  place: { flex: '1 1 0', minWidth: 0, display: 'flex', flexDirection: 'column', justifyContent: 'flex-end' },
  button: {
    padding: '0 2px',
    border: 'none',
    background: 'none',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  good: { display: 'block', width: '100%', backgroundColor: tokens.colorBrandBackground },
  bad: { display: 'block', width: '100%', backgroundColor: tokens.colorPaletteRedForeground1 },
  foot: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: '12px',
    paddingTop: '4px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
})

const BARS = { wide: 30, narrow: 12 } as const
const HEIGHT = 60

/** How many events there were when; a bar shows its own time only (JC4). */
export function EventFrequency() {
  const styles = useStyles()
  const isNarrow = useNarrow()
  const { state, set } = useViewState()
  const { data } = useView('jumpcloud.insights-counts', {
    ...choiceOf(state),
    bars: isNarrow ? BARS.narrow : BARS.wide,
    limit: BARS.wide,
  })
  const bars = data?.items.map(({ value }) => value) ?? []
  const [first, last] = [bars[0], bars.at(-1)]
  const most = Math.max(1, ...bars.map(({ events }) => events))
  if (data === undefined) return <Nothing />
  if (first === undefined || last === undefined || bars.every(({ events }) => events === 0)) return null
  return (
    <section className={styles.chart} aria-label={insights.frequency}>
      <div className={styles.bars}>
        {bars.map((bar) => (
          <FrequencyBar key={bar.start} bar={bar} most={most} onPress={() => set(onlyTime(bar.start, bar.end))} />
        ))}
      </div>
      <div className={styles.foot}>
        <span>{instantText(first.start)}</span>
        <span>{`highest bar: ${most === 1 ? '1 event' : `${most} events`}`}</span>
        <span>{instantText(last.end)}</span>
      </div>
    </section>
  )
}

/** Until they are read, of the same height. */
function Nothing() {
  const styles = useStyles()
  return (
    <div className={styles.chart}>
      <div className={styles.bars} />
      <div className={styles.foot}>&nbsp;</div>
    </div>
  )
}

interface FrequencyBarProps {
  readonly bar: Bar
  /** Of the highest bar. */
  readonly most: number
  readonly onPress: () => void
}

function FrequencyBar({ bar, most, onPress }: FrequencyBarProps) {
  const styles = useStyles()
  const { events, failures } = bar
  if (events === 0) return <span className={styles.place} />
  // One event among thousands is seen, too.
  const height = (count: number): number => (count === 0 ? 0 : Math.max(3, (count / most) * HEIGHT))
  return (
    <button
      type="button"
      className={mergeClasses(styles.place, styles.button)}
      aria-label={barText(bar)}
      onClick={onPress}
    >
      <span className={styles.good} style={{ height: height(events - failures) }} />
      <span className={styles.bad} style={{ height: height(failures) }} />
    </button>
  )
}

function barText({ start, end, events, failures }: Bar): string {
  const failed = failures === 0 ? '' : `, ${failures} failed`
  return `${instantText(start)} to ${instantText(end)}: ${events === 1 ? '1 event' : `${events} events`}${failed}`
}
