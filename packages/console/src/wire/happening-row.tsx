import { makeStyles, tokens } from '@fluentui/react-components'
import {
  ClockRegular,
  PersonEditRegular,
  PlayCircleRegular,
  RecordStopRegular,
  WarningRegular,
} from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import { timeText } from '../parts/time-text.ts'
import { type Happening, happeningText } from './happenings.ts'

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    height: '100%',
    minWidth: 0,
    paddingLeft: '12px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  icon: { display: 'inline-flex', flexShrink: 0 },
  text: { flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
})

const ICONS: Readonly<Record<Happening['kind'], ReactElement>> = {
  clock: <ClockRegular />,
  'clock-stopped': <ClockRegular />,
  began: <PlayCircleRegular />,
  ended: <RecordStopRegular />,
  fault: <WarningRegular />,
  'faults-lifted': <WarningRegular />,
  act: <PersonEditRegular />,
}

/** What was no exchange: one line, and nothing to open. */
export function HappeningRow({ happening }: { readonly happening: Happening }) {
  const styles = useStyles()
  const text = happeningText(happening)
  return (
    <div className={styles.line}>
      <span className={styles.icon}>{ICONS[happening.kind]}</span>
      <span className={styles.text} title={text}>
        {text}
      </span>
      <span>{timeText(happening.at)}</span>
    </div>
  )
}
