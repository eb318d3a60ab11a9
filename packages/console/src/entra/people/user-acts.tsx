// What an administrator can do to a user, under the user's details.
import { Button, makeStyles } from '@fluentui/react-components'
import { Failed } from '../../parts/page-state.tsx'
import { useViewState } from '../../parts/view-state.ts'
import type { Views } from '../../source/source.ts'
import { useAct } from '../../source/use-act.ts'
import { words } from '../words.ts'

const useStyles = makeStyles({ row: { display: 'flex', gap: '8px', flexWrap: 'wrap', marginBottom: '8px' } })

type User = Views['entra.users']

/** Block and delete of those who are there, restore and delete for good of those in the bin. */
export function UserActs({ user }: { readonly user: User }) {
  const styles = useStyles()
  const { run, isRunning, error, canAct } = useAct()
  const { set } = useViewState()
  if (!canAct) return null
  const act = async (verb: string): Promise<void> => {
    const done = await run(verb, { user: user.id })
    // Who has left the bin is not in its list any more.
    if (done !== undefined && LEAVES_THE_BIN.has(verb)) set({ open: undefined }, { replace: true })
  }
  return (
    <>
      {error ? <Failed error={error} /> : null}
      <div className={styles.row}>
        {actsOf(user).map(([label, verb]) => (
          <Button key={verb} size="small" disabledFocusable={isRunning} onClick={() => void act(verb)}>
            {label}
          </Button>
        ))}
      </div>
    </>
  )
}

const LEAVES_THE_BIN: ReadonlySet<string> = new Set(['entra.restore-user', 'entra.purge-user'])

type UserAct = readonly [label: string, verb: string]

function actsOf({ deletedDateTime, accountEnabled }: User): readonly UserAct[] {
  if (deletedDateTime !== undefined)
    return [
      [words.restoreUser, 'entra.restore-user'],
      [words.deletePermanently, 'entra.purge-user'],
    ]
  const isBlocked = accountEnabled === false
  return [
    [isBlocked ? words.unblock : words.block, isBlocked ? 'entra.unblock-user' : 'entra.block-user'],
    [words.deleteUser, 'entra.delete-user'],
  ]
}
