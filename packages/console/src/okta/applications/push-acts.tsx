// The menu of a pushed group (O425), and what is asked before it is unlinked (O421).
import { Button, makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import { Failed } from '../../parts/page-state.tsx'
import { useViewState } from '../../parts/view-state.ts'
import type { Views } from '../../source/source.ts'
import { useAct } from '../../source/use-act.ts'
import { pushing, words } from '../words.ts'

const useStyles = makeStyles({ acts: { display: 'flex', gap: '8px', flexWrap: 'wrap' } })

interface PushActsProps {
  readonly application: string
  readonly group: string
  readonly status: Views['okta.group-pushes']['status']
}

export function PushActs({ application, group, status }: PushActsProps) {
  const styles = useStyles()
  const { succeeds, isRunning, error } = useAct()
  const { set } = useViewState()
  const [isAsking, ask] = useState(false)
  const act = (verb: string) => () => void succeeds(verb, { application, group })
  const unlink = (deleteTarget: boolean) => async (): Promise<void> => {
    // Who is unlinked is not in the list any more.
    set({ open: undefined }, { replace: true })
    await succeeds('okta.unlink-group', { application, group, deleteTarget })
  }
  const isOff = status === 'INACTIVE'
  return (
    <>
      {error ? <Failed error={error} /> : null}
      <div className={styles.acts}>
        {isAsking ? (
          <>
            <Button disabledFocusable={isRunning} onClick={() => void unlink(true)()}>
              {pushing.deleteTarget}
            </Button>
            <Button disabledFocusable={isRunning} onClick={() => void unlink(false)()}>
              {pushing.leaveTarget}
            </Button>
            <Button onClick={() => ask(false)}>{words.cancel}</Button>
          </>
        ) : (
          <>
            {isOff ? null : (
              <Button disabledFocusable={isRunning} onClick={act('okta.push-now')}>
                {pushing.now}
              </Button>
            )}
            <Button
              disabledFocusable={isRunning}
              onClick={act(isOff ? 'okta.activate-group-push' : 'okta.deactivate-group-push')}
            >
              {isOff ? pushing.activate : pushing.deactivate}
            </Button>
            <Button onClick={() => ask(true)}>{pushing.unlink}</Button>
          </>
        )}
      </div>
    </>
  )
}
