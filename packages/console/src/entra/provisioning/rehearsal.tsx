import { Button, makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import type { Act } from '../../source/use-act.ts'
import { words } from '../words.ts'
import type { Job } from './cycle-text.ts'
import { rehearsalText } from './rehearsal-text.ts'

const useStyles = makeStyles({ row: { display: 'flex', gap: '8px', flexWrap: 'wrap' } })

export interface RehearsalProps {
  readonly app: string
  readonly job: Job
  readonly act: Act
}

/** What the next cycle would do, without a request; and the next cycle now, instead of in 40 minutes. */
export function Rehearsal({ app, job: { state }, act: { run, isRunning } }: RehearsalProps) {
  const styles = useStyles()
  const [told, tell] = useState('')
  const rehearse = async (): Promise<void> => {
    const result = await run('entra.rehearse', { app })
    if (result !== undefined) tell(rehearsalText(Object(result)))
  }
  return (
    <>
      <div className={styles.row}>
        <Button
          size="small"
          disabledFocusable={isRunning || state !== 'Active'}
          onClick={() => void run('entra.run-cycle', { app })}
        >
          {words.runNow}
        </Button>
        <Button size="small" disabledFocusable={isRunning} onClick={() => void rehearse()}>
          {words.rehearse}
        </Button>
      </div>
      <span role="status">
        {told === '' ? 'A rehearsal tells what the next cycle would do; nothing is sent.' : told}
      </span>
    </>
  )
}
