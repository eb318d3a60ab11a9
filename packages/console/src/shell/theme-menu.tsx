import {
  Menu,
  MenuButton,
  MenuDivider,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { DarkThemeRegular } from '@fluentui/react-icons'
import type { ThemeChoice } from './theme.ts'

const CHOICES = [
  ['system', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const

export interface ThemeMenuProps {
  readonly choice: ThemeChoice
  readonly choose: (choice: ThemeChoice) => void
  readonly showKeys: () => void
}

export function ThemeMenu({ choice, choose, showKeys }: ThemeMenuProps) {
  return (
    <Menu
      checkedValues={{ theme: [choice] }}
      onCheckedValueChange={(_event, { checkedItems: [picked] }) => {
        const found = CHOICES.find(([value]) => value === picked)
        if (found) choose(found[0])
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance="subtle" icon={<DarkThemeRegular />} aria-label="Theme and keys" menuIcon={null} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {CHOICES.map(([value, label]) => (
            <MenuItemRadio key={value} name="theme" value={value}>
              {label}
            </MenuItemRadio>
          ))}
          <MenuDivider />
          <MenuItem onClick={showKeys}>Keys</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
