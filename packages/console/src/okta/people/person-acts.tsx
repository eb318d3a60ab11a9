// What can be done to a person: a button for each of the two acts of their state (HELP P: "If there are one or two actions available,
// individual buttons appear").
import { Button, makeStyles } from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import { Failed } from '../../parts/page-state.tsx'
import { paths } from '../../paths.ts'
import { useAct } from '../../source/use-act.ts'
import { actsOf, type Person } from './person.ts'

const useStyles = makeStyles({ acts: { display: 'flex', gap: '8px', flexWrap: 'wrap' } })

export function PersonActs({ person }: { readonly person: Person }) {
  const styles = useStyles()
  const navigate = useNavigate()
  const { succeeds, isRunning, error, canAct } = useAct()
  if (!canAct) return null
  const act = async (verb: string): Promise<void> => {
    const isDone = await succeeds(verb, { user: person.id })
    if (isDone && verb === 'okta.delete-user') await navigate({ to: paths.oktaPeople })
  }
  return (
    <>
      {error ? <Failed error={error} /> : null}
      <div className={styles.acts}>
        {actsOf(person).map(([label, verb]) => (
          <Button key={verb} disabledFocusable={isRunning} onClick={() => void act(verb)}>
            {label}
          </Button>
        ))}
      </div>
    </>
  )
}
