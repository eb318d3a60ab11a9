import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { useState } from 'react'
import { useAct } from '../../source/use-act.ts'
import { words } from '../words.ts'
import { type Done, saidOf, USER_ACTS } from './user-acts.ts'

export interface MoreActionsProps {
  /** Usernames. */
  readonly users: readonly string[]
  readonly onDone: (done: Done) => void
}

/** What can be done to all who are selected; there is nothing to be done to nobody (Admin Portal Users List). */
export function MoreActions({ users, onDone }: MoreActionsProps) {
  const act = useAct()
  const [isRunning, run] = useState(false)
  const doAll = async (verb: string, done: string): Promise<void> => {
    run(true)
    const problems: (Error | undefined)[] = []
    for (const user of users) problems.push(await act.ask(`jumpcloud.${verb}`, { user }))
    run(false)
    onDone(saidOf(done, problems))
  }
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton disabledFocusable={users.length === 0 || isRunning}>{words.moreActions}</MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {USER_ACTS.map(([label, verb, done]) => (
            <MenuItem key={verb} onClick={() => void doAll(verb, done)}>
              {label}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
