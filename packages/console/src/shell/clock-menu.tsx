import {
  Button,
  Menu,
  MenuButton,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Tooltip,
  tokens,
} from '@fluentui/react-components'
import { ClockRegular } from '@fluentui/react-icons'
import { lazy, Suspense, useState } from 'react'
import { useNarrow } from '../parts/narrow.ts'
import { instantText } from '../parts/time-text.ts'
import type { Views } from '../source/source.ts'
import type { Act } from '../source/use-act.ts'
import { useView } from '../source/use-view.ts'

const ToDateDialog = lazy(async () => ({ default: (await import('./to-date-dialog.tsx')).ToDateDialog }))

const useStyles = makeStyles({
  next: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    minWidth: 0,
  },
})

const STEPS = [
  ['+40 minutes', '40m'],
  ['+1 day', '1d'],
  ['+30 days', '30d'],
] as const

export interface ClockMenuProps {
  readonly act: Act
  readonly isOpen: boolean
  readonly setOpen: (isOpen: boolean) => void
}

/** What time it is in the world, and ways to move it. On real time there are none. */
export function ClockMenu({ act, isOpen, setOpen }: ClockMenuProps) {
  const { run, isRunning } = act
  const styles = useStyles()
  const [isAsking, setAsking] = useState(false)
  const { data, error, retry } = useView('world.clock')
  const isNarrow = useNarrow()
  const clock = data?.items[0]?.value
  if (!clock) return <NoClock error={error} retry={retry} />
  const shown = instantText(clock.now)
  const label = isNarrow ? shown.slice(-5) : shown
  if (!clock.virtual) return <RealClock label={label} />
  const [next] = clock.next
  return (
    <>
      {isNarrow || next === undefined ? null : (
        <span className={styles.next}>{`Next ${instantText(next.due).slice(-5)}: ${next.label}`}</span>
      )}
      <Menu open={isOpen} onOpenChange={(_event, { open }) => setOpen(open)}>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton
            appearance="subtle"
            icon={<ClockRegular />}
            aria-label={`Clock: ${shown} UTC`}
            {...(isNarrow ? { menuIcon: null } : {})}
          >
            {label}
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <ClockMoves
            clock={clock}
            isMoving={clock.advancingTo !== null || isRunning}
            run={run}
            ask={() => setAsking(true)}
          />
        </MenuPopover>
      </Menu>
      <Suspense fallback={null}>
        {isAsking ? <ToDateDialog act={act} now={clock.now} onClose={() => setAsking(false)} /> : null}
      </Suspense>
    </>
  )
}

function RealClock({ label }: { readonly label: string }) {
  return (
    <Tooltip content="This world runs on real time, which nobody moves." relationship="description">
      <MenuButton appearance="subtle" icon={<ClockRegular />} disabledFocusable menuIcon={null}>
        {label}
      </MenuButton>
    </Tooltip>
  )
}

interface ClockMovesProps {
  readonly clock: Views['world.clock']
  readonly isMoving: boolean
  readonly run: Act['run']
  readonly ask: () => void
}

/** The ways to move it. */
function ClockMoves({ clock, isMoving, run, ask }: ClockMovesProps) {
  const [next] = clock.next
  return (
    <MenuList>
      {STEPS.map(([text, by]) => (
        <MenuItem key={by} disabled={isMoving} onClick={() => void run('world.advance', { by })}>
          {text}
        </MenuItem>
      ))}
      <MenuDivider />
      <MenuItem
        disabled={isMoving || clock.nextDue === null}
        secondaryContent={next === undefined ? 'nothing is planned' : `${instantText(next.due)}, ${next.label}`}
        onClick={() => void run('world.advance', { toNext: true })}
      >
        To the next event
      </MenuItem>
      <MenuItem disabled={isMoving} onClick={ask}>
        To a date…
      </MenuItem>
      {clock.advancingTo === null ? null : (
        <MenuItem onClick={() => void run('world.stop-advancing')}>Stop the clock</MenuItem>
      )}
    </MenuList>
  )
}

/** Before it is read, and where it cannot be: the page below goes on without it. */
function NoClock({ error, retry }: { readonly error: Error | null; readonly retry: () => void }) {
  const styles = useStyles()
  const isNarrow = useNarrow()
  if (error === null) return <span className={styles.next}>{isNarrow ? '…' : 'Reading the clock'}</span>
  return (
    <Button appearance="subtle" icon={<ClockRegular />} title={error.message} onClick={retry}>
      No clock: try again
    </Button>
  )
}
