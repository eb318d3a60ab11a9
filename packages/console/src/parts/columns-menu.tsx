import { Menu, MenuButton, MenuItemCheckbox, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { TableSettingsRegular } from '@fluentui/react-icons'
import type { Column } from './column.ts'
import { hiddenText, shownColumns } from './shown-columns.ts'
import { useViewState } from './view-state.ts'

interface Choosable extends Pick<Column<unknown>, 'field' | 'label' | 'isAdded' | 'isFixed'> {}

interface ColumnsMenuProps {
  readonly label: string
  readonly columns: readonly Choosable[]
}

/** Which columns the list shows; ListDetails reads the same word of the address. */
export function ColumnsMenu({ label, columns: all }: ColumnsMenuProps) {
  const columns = all.filter(({ isFixed }) => !isFixed)
  const { state, set } = useViewState()
  const shown = shownColumns(columns, state.hide).map(({ field }) => field)
  return (
    <Menu
      checkedValues={{ columns: shown }}
      onCheckedValueChange={(_event, { checkedItems }) =>
        set({ hide: hiddenText(columns, checkedItems) }, { replace: true })
      }
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton icon={<TableSettingsRegular />}>{label}</MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {columns.map(({ field, label: name }) => (
            <MenuItemCheckbox key={field} name="columns" value={field}>
              {name}
            </MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
