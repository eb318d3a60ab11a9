import { Menu, MenuButton, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { CameraRegular } from '@fluentui/react-icons'
import { useNarrow } from '../parts/narrow.ts'
import { instantText, timeText } from '../parts/time-text.ts'
import type { Act } from '../source/use-act.ts'
import { useView } from '../source/use-view.ts'

/** Takes a picture of the whole world, and goes back to one. */
export function SnapshotMenu({ act: { run } }: { readonly act: Act }) {
  const { data } = useView('world.snapshots')
  const { data: clock } = useView('world.clock')
  const isNarrow = useNarrow()
  const now = clock?.items[0]?.value.now ?? ''
  const held = data?.items ?? []
  const label = isNarrow ? '' : 'Snapshots'
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          appearance="subtle"
          icon={<CameraRegular />}
          aria-label="Snapshots"
          {...(isNarrow ? { menuIcon: null } : {})}
        >
          {label}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem
            onClick={() =>
              void run('world.take-snapshot', {
                name: freeName(
                  now,
                  held.map(({ key }) => key),
                ),
              })
            }
          >
            Take a snapshot
          </MenuItem>
          <MenuDivider />
          {held.length === 0 ? <MenuItem disabled>None was taken</MenuItem> : null}
          {held.map(({ key, value }) => (
            <MenuItem
              key={key}
              secondaryContent={instantText(value.now)}
              onClick={() => void run('world.restore-snapshot', { name: key })}
            >
              {`Back to ${key}`}
            </MenuItem>
          ))}
          {held.length === 0 ? null : <MenuDivider />}
          {held.map(({ key }) => (
            <MenuItem key={key} onClick={() => void run('world.drop-snapshot', { name: key })}>
              {`Drop ${key}`}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

/** By the time in the world, counted on where it is taken. */
function freeName(now: string, taken: readonly string[]): string {
  const name = `snapshot of ${timeText(now)}`
  let free = name
  for (let count = 2; taken.includes(free); count += 1) free = `${name} (${count})`
  return free
}
