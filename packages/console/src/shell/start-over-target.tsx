import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { ArrowResetRegular } from '@fluentui/react-icons'
import type { Views } from '../source/source.ts'

interface StartOverTargetProps {
  readonly target: NonNullable<Views['world.world']['target']>
  readonly isNarrow: boolean
  readonly isRunning: boolean
  readonly begin: (input: object) => void
}

/** Of somebody's endpoint, which is not ours to rewind: what was made there goes, or stays until the command ends. */
export function StartOverTarget({ target, isNarrow, isRunning, begin }: StartOverTargetProps) {
  const made = `${target.users} users and ${target.groups} groups that were made there`
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          appearance="subtle"
          icon={<ArrowResetRegular />}
          aria-label="Start over"
          disabledFocusable={isRunning}
          {...(isNarrow ? { menuIcon: null } : {})}
        >
          {isNarrow ? '' : 'Start over'}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => begin({ target: 'delete' })}>{`Delete the ${made}`}</MenuItem>
          <MenuItem onClick={() => begin({ target: 'leave' })}>{`Leave the ${made}, until the command ends`}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
