// Columns and Add filters; menus are loaded when the list is there.
import { Menu, MenuButton, MenuItemCheckbox, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { FilterAddRegular } from '@fluentui/react-icons'
import { ColumnsMenu } from '../../parts/columns-menu.tsx'
import { useViewState } from '../../parts/view-state.ts'
import { words } from '../words.ts'
import { LOG_COLUMNS } from './log-columns.tsx'
import { ADDED_FILTERS, addedIn } from './log-query.ts'

export function LogMenus() {
  return (
    <>
      <ColumnsMenu label={words.columns} columns={LOG_COLUMNS} />
      <AddFilters />
    </>
  )
}

/** A filter that is taken away forgets what it asked. */
function AddFilters() {
  const { state, set } = useViewState()
  const change = (chosen: readonly string[]): void => {
    const gone = ADDED_FILTERS.filter(([name]) => !chosen.includes(name)).map(([name]) => [name, undefined])
    set({ ...Object.fromEntries(gone), filters: chosen.join(',') }, { replace: true })
  }
  return (
    <Menu
      checkedValues={{ filters: [...addedIn(state)] }}
      onCheckedValueChange={(_event, { checkedItems }) => change(checkedItems)}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton icon={<FilterAddRegular />}>{words.addFilters}</MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {ADDED_FILTERS.map(([name, label]) => (
            <MenuItemCheckbox key={name} name="filters" value={name}>
              {label}
            </MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
