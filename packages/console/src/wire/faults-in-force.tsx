import { Button, MessageBar, MessageBarActions, MessageBarBody, makeStyles } from '@fluentui/react-components'
import { useAct } from '../source/use-act.ts'
import { useView } from '../source/use-view.ts'

const useStyles = makeStyles({ bar: { flexShrink: 0 } })

/** Nobody is to look for a fault that they have set themselves. */
export function FaultsInForce() {
  const styles = useStyles()
  const { data } = useView('world.faults')
  const { run } = useAct()
  const faults = data?.items ?? []
  if (faults.length === 0) return null
  const texts = faults.map(({ value: { on, effect, left } }) => {
    const which = [on.method, on.path].filter((part) => part !== undefined).join(' ')
    return `${effect} for ${which === '' ? 'every request' : which}${left === null ? '' : `, ${left} more`}`
  })
  return (
    <MessageBar className={styles.bar} intent="warning" layout="multiline">
      <MessageBarBody>{`Set to go wrong: ${texts.join('; ')}.`}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => void run('world.lift-faults')}>Lift</Button>
      </MessageBarActions>
    </MessageBar>
  )
}
