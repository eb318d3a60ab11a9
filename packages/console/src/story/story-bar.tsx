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
import type { StoryRecording } from '../source/recording-source.ts'
import { backward, onward, SPEEDS, type StoryPlace, stepBy } from './place.ts'
import type { UseStoryPlace } from './use-story-place.ts'

const useStyles = makeStyles({
  bar: { display: 'flex', alignItems: 'center', gap: '4px', flexWrap: 'wrap' },
  where: { color: tokens.colorNeutralForeground2, marginLeft: '8px', whiteSpace: 'nowrap' },
})

export type Move = (recording: StoryRecording, place: StoryPlace) => StoryPlace | undefined

export const MOVES = {
  '[': ['Previous step ([)', (story, place) => stepBy(story, place, -1), <ChevronDoubleLeftRegular key="a" />],
  ',': ['One back (,)', backward, <ChevronLeftRegular key="b" />],
  '.': ['One on (.)', onward, <ChevronRightRegular key="c" />],
  ']': ['Next step (])', (story, place) => stepBy(story, place, 1), <ChevronDoubleRightRegular key="d" />],
} as const satisfies Readonly<Record<string, readonly [string, Move, ReactElement]>>

interface StoryBarProps extends UseStoryPlace {
  readonly recording: StoryRecording
}

/** Plays, goes back and on, by exchange and by step. */
export function StoryBar({ recording, place, isPlaying, speed, setSpeed, go, toggle }: StoryBarProps) {
  const styles = useStyles()
  return (
    <div className={styles.bar} role="toolbar" aria-label="Story">
      <Button icon={isPlaying ? <PauseRegular /> : <PlayRegular />} onClick={toggle}>
        {isPlaying ? 'Pause' : 'Play'}
      </Button>
      {Object.values(MOVES).map(([label, move, icon]) => (
        <Button
          key={label}
          appearance="subtle"
          icon={icon}
          aria-label={label}
          title={label}
          disabledFocusable={move(recording, place) === undefined}
          onClick={() => go(move(recording, place))}
        />
      ))}
      <Select aria-label="Speed" value={String(speed)} onChange={(_event, { value }) => setSpeed(Number(value))}>
        {SPEEDS.map((one) => (
          <option key={one} value={String(one)}>
            {one === 0.5 ? '½ ×' : `${one} ×`}
          </option>
        ))}
      </Select>
      <span className={styles.where}>{`step ${place.step} of ${recording.steps.length}`}</span>
    </div>
  )
}
