import { Button, makeStyles } from '@fluentui/react-components'
import { lazy, Suspense, useMemo, useState } from 'react'
import type { Column } from '../../parts/column.ts'
import { ListDetails } from '../../parts/list-details.tsx'
import { Notice } from '../../parts/notice.tsx'
import type { Tone } from '../../parts/status-badge.tsx'
import { valueText } from '../../parts/value-text.ts'
import type { Item, Views } from '../../source/source.ts'
import { words } from '../words.ts'
import type { Done } from './user-acts.ts'
import { UserDetails } from './user-details.tsx'

type User = Views['jumpcloud.users']

const ColumnsMenu = lazy(async () => ({ default: (await import('../../parts/columns-menu.tsx')).ColumnsMenu }))
const MoreActions = lazy(async () => ({ default: (await import('./more-actions.tsx')).MoreActions }))

const STATES: Readonly<Record<string, readonly [Tone, string]>> = {
  ACTIVATED: ['good', words.states.ACTIVATED],
  STAGED: ['plain', words.states.STAGED],
  SUSPENDED: ['watch', words.states.SUSPENDED],
}

/** JC3 */
const PAGE_SIZES = [10, 20, 50, 100]

function nameOf({ key, value: { displayname, firstname, lastname } }: Item<User>): string {
  return valueText(displayname) || `${valueText(firstname)} ${valueText(lastname)}`.trim() || key
}

/** State and name stand first, as they are fixed there (JC3). */
const COLUMNS: readonly Column<User>[] = [
  {
    field: 'state',
    label: words.userState,
    choices: ['ACTIVATED', 'STAGED', 'SUSPENDED'],
    width: '120px',
    state: ({ value: { state } }) => STATES[state] ?? ['plain', state],
    isInCard: true,
    isFixed: true,
  },
  { field: 'displayname', label: words.name, width: '1.6fr', show: nameOf, isHeading: true, isFixed: true },
  { field: 'email', label: 'Email', width: '2.2fr' },
  { field: 'department', label: 'Department', width: '1.2fr', isInCard: true },
  { field: 'groups', label: 'Groups', width: '1.6fr', isSortable: false, isWideOnly: true },
  { field: 'username', label: 'Username', width: '1.6fr', isAdded: true },
  { field: 'jobTitle', label: 'Job Title', width: '1.4fr', isAdded: true },
  { field: 'employeeIdentifier', label: 'Employee ID', width: '1fr', isAdded: true },
  { field: 'employeeType', label: 'Employee Type', width: '1.2fr', isAdded: true },
  { field: 'company', label: 'Company', width: '1.2fr', isAdded: true },
  { field: 'costCenter', label: 'Cost Center', width: '1fr', isAdded: true },
  { field: 'location', label: 'Location', width: '1fr', isAdded: true },
  { field: 'created', label: 'Created', width: '140px', as: 'moment', isAdded: true },
]

export function JumpCloudUsersPage() {
  const [selected, select] = useState<ReadonlySet<string>>(new Set())
  const [done, say] = useState<Done>()
  const columns = useMemo(() => [selectColumn(selected, select), ...COLUMNS], [selected])
  return (
    <>
      <ListDetails
        title={words.users}
        place={words.usersPlace}
        view="jumpcloud.users"
        columns={columns}
        sort="displayname"
        pageSizes={PAGE_SIZES}
        empty="The organization has no users. `scimulator up --demo` begins with a company."
        heading={nameOf}
        details={({ key, value }) => <UserDetails username={key} user={value} />}
        tools={
          <Suspense fallback={<Button disabledFocusable>{words.moreActions}</Button>}>
            <ColumnsMenu label={words.editColumns} columns={COLUMNS} />
            <MoreActions
              users={[...selected]}
              onDone={(what) => {
                say(what)
                select(new Set())
              }}
            />
          </Suspense>
        }
      />
      {done === undefined ? null : <Notice notice={done} onEnd={() => say(undefined)} />}
    </>
  )
}

function selectColumn(selected: ReadonlySet<string>, select: (selected: ReadonlySet<string>) => void): Column<User> {
  return {
    field: 'selected',
    label: words.select,
    isFixed: true,
    width: '56px',
    isSortable: false,
    isInCard: true,
    show: (item) => (
      <Tick
        name={nameOf(item)}
        isOn={selected.has(item.key)}
        onChange={(isOn) => {
          const others = [...selected].filter((key) => key !== item.key)
          select(new Set(isOn ? [...others, item.key] : others))
        }}
      />
    ),
  }
}

const useStyles = makeStyles({
  tick: { display: 'block', width: '24px', height: '24px', margin: 0, cursor: 'pointer', flexShrink: 0 },
})

interface TickProps {
  readonly name: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}

function Tick({ name, isOn, onChange }: TickProps) {
  return (
    <input
      type="checkbox"
      className={useStyles().tick}
      aria-label={`${words.select} ${name}`}
      checked={isOn}
      onChange={({ target }) => onChange(target.checked)}
    />
  )
}
