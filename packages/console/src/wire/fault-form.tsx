import { Button, makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import { Failed } from '../parts/page-state.tsx'
import { useAct } from '../source/use-act.ts'
import { Choice } from './choice.tsx'
import { endpointOf, FAULTS, type FaultName, faultInput, TIMES, type Times } from './faults.ts'
import type { Head } from './sentences.ts'

const useStyles = makeStyles({
  form: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
})

/** Makes requests like this one go wrong from now on. */
export function FaultForm({ head }: { readonly head: Head }) {
  const styles = useStyles()
  const { run, isRunning, error } = useAct()
  const [name, choose] = useState<FaultName>('503')
  const [times, chooseTimes] = useState<Times>('3')
  const [isSet, setDone] = useState(false)
  const set = async (): Promise<void> => {
    setDone((await run('world.fault', faultInput(head, name, times))) !== undefined)
  }
  return (
    <div className={styles.form}>
      <Choice
        label="What goes wrong"
        value={name}
        options={Object.entries(FAULTS).map(([one, { label }]) => [one, label])}
        onChoose={(one) => choose(one as FaultName)}
      />
      <Choice
        label="How often"
        value={times}
        options={Object.entries(TIMES)}
        onChoose={(one) => chooseTimes(one as Times)}
      />
      <Button appearance="primary" disabledFocusable={isRunning} onClick={() => void set()}>
        Set
      </Button>
      {error ? <Failed error={error} /> : null}
      <span role="status">{isSet ? `Set for ${head.method} ${endpointOf(head.path)}.` : ''}</span>
    </div>
  )
}
