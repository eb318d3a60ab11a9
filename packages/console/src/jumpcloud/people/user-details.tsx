import { Button, makeStyles } from '@fluentui/react-components'
import { Failed } from '../../parts/page-state.tsx'
import { ValueList } from '../../parts/value-list.tsx'
import type { Views } from '../../source/source.ts'
import { useAct } from '../../source/use-act.ts'
import { words } from '../words.ts'

type User = Views['jumpcloud.users']

const useStyles = makeStyles({ acts: { display: 'flex', gap: '8px', flexWrap: 'wrap' } })

/** What can be done to a user in each state (JC3), by verb. */
const ACTS: Readonly<Record<string, readonly (readonly [label: string, verb: string])[]>> = {
  STAGED: [[words.userActs.activate, 'activate-user']],
  ACTIVATED: [[words.userActs.suspend, 'suspend-user']],
  SUSPENDED: [[words.userActs.reactivate, 'reactivate-user']],
}

export function UserDetails({ username, user }: { readonly username: string; readonly user: User }) {
  const styles = useStyles()
  const act = useAct()
  const acts = [...(ACTS[user.state] ?? []), [words.userActs.remove, 'delete-user'] as const]
  return (
    <>
      {act.error ? <Failed error={act.error} /> : null}
      <div className={styles.acts}>
        {acts.map(([label, verb]) => (
          <Button
            key={verb}
            disabledFocusable={act.isRunning}
            onClick={() => void act.run(`jumpcloud.${verb}`, { user: username })}
          >
            {label}
          </Button>
        ))}
      </div>
      <ValueList value={user} />
    </>
  )
}
