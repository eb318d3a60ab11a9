import { Menu, MenuButton, MenuItemCheckbox, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { TableSettingsRegular } from '@fluentui/react-icons'
import { useViewState } from '../parts/view-state.ts'
import { COLUMNS, hiddenIn, hiddenText } from './columns.ts'

/** Which parts of an exchange its row shows. */
export function ColumnsMenu() {
  const { state, set } = useViewState()
  const hidden = hiddenIn(state.hide)
  const checked = Object.keys(COLUMNS).filter((name) => !hidden.has(name))
  return (
    <Menu
      checkedValues={{ columns: checked }}
      onCheckedValueChange={(_event, { checkedItems }) => set({ hide: hiddenText(checkedItems) }, { replace: true })}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton icon={<TableSettingsRegular />}>Columns</MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {Object.entries(COLUMNS).map(([name, label]) => (
            <MenuItemCheckbox key={name} name="columns" value={name}>
              {label}
            </MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
