import { Button, makeStyles, Select, tokens } from '@fluentui/react-components'
import {
  ChevronDoubleLeftRegular,
  ChevronDoubleRightRegular,
  ChevronLeftRegular,
  ChevronRightRegular,
  PauseRegular,
  PlayRegular,
} from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import { indexOf, type Move, SPEEDS } from './playhead.ts'
import type { Head } from './sentences.ts'
import type { UsePlayhead } from './use-playhead.ts'

const useStyles = makeStyles({
  bar: { display: 'flex', alignItems: 'center', gap: '4px', flexWrap: 'wrap' },
  speed: { minWidth: '76px', width: '76px' },
  where: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, marginLeft: '8px' },
})

const MOVES: readonly (readonly [string, Move, ReactElement])[] = [
  ['Previous object ([)', { kind: 'to-object', by: -1 }, <ChevronDoubleLeftRegular key="a" />],
  ['One back (,)', { kind: 'step', by: -1 }, <ChevronLeftRegular key="b" />],
  ['One on (.)', { kind: 'step', by: 1 }, <ChevronRightRegular key="c" />],
  ['Next object (])', { kind: 'to-object', by: 1 }, <ChevronDoubleRightRegular key="d" />],
]

interface PlayheadBarProps extends UsePlayhead {
  /** Those that fit the filter, whether they are shown yet or not. */
  readonly heads: readonly Head[]
}

/** Stands still at what is the newest now, goes back and on, or plays what came, while the world goes on; or follows again. */
export function PlayheadBar({ heads, playhead, move }: PlayheadBarProps) {
  const styles = useStyles()
  const { at, isPlaying, speed } = playhead
  const reached = indexOf(heads, at) + 1
  const more = heads.length - reached
  return (
    <div className={styles.bar} role="toolbar" aria-label="Playhead">
      {isPlaying || at === undefined ? (
        <Button icon={<PauseRegular />} onClick={() => move({ kind: 'pause' })}>
          Pause
        </Button>
      ) : (
        <Button icon={<PlayRegular />} onClick={() => move({ kind: 'play' })}>
          Play
        </Button>
      )}
      {MOVES.map(([label, what, icon]) => (
        <Button
          key={label}
          appearance="subtle"
          icon={icon}
          aria-label={label}
          title={label}
          onClick={() => move(what)}
        />
      ))}
      <Select
        className={styles.speed}
        aria-label="Exchanges a second"
        value={String(speed)}
        onChange={(_event, { value }) => move({ kind: 'speed', speed: Number(value) })}
      >
        {SPEEDS.map((one) => (
          <option key={one} value={String(one)}>{`${one}/s`}</option>
        ))}
      </Select>
      {at === undefined ? null : (
        <Button appearance="subtle" onClick={() => move({ kind: 'follow' })}>
          {more === 0 ? 'Follow' : `Follow (${more} more)`}
        </Button>
      )}
      <span className={styles.where}>
        {at === undefined ? `${heads.length} shown, following` : `as of #${at}: ${reached} of ${heads.length}`}
      </span>
    </div>
  )
}
