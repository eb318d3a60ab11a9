import { Button, makeStyles } from '@fluentui/react-components'
import { SimulatorOnly } from '../../parts/form-section.tsx'
import { useAct } from '../../source/use-act.ts'
import { useView } from '../../source/use-view.ts'

const useStyles = makeStyles({ row: { display: 'flex', gap: '12px', alignItems: 'center', flexWrap: 'wrap' } })

/** Pushes begin seconds after what they tell of, and a clock that stands does not come to them. */
export function WaitingPushes({ label }: { readonly label: string }) {
  const styles = useStyles()
  const act = useAct()
  const { data } = useView('jumpcloud.pushes', { where: [`application:${label}`, 'state:waiting'], limit: 1 })
  const clock = useView('world.clock').data?.items[0]?.value
  if (data === undefined || data.total === 0 || clock?.virtual !== true) return null
  return (
    <SimulatorOnly>
      <div className={styles.row}>
        <span>
          {data.total === 1 ? 'One push waits' : `${data.total} pushes wait`} for the clock, which stands until somebody
          moves it.
        </span>
        <Button disabledFocusable={act.isRunning} onClick={() => void act.run('world.advance', { by: '1m' })}>
          {act.isRunning ? 'Working…' : 'Let a minute pass'}
        </Button>
      </div>
    </SimulatorOnly>
  )
}
