import type { Column } from '../parts/column.ts'
import { ListDetails } from '../parts/list-details.tsx'
import { StatusBadge, type Tone } from '../parts/status-badge.tsx'
import { instantText } from '../parts/time-text.ts'
import { ValueList } from '../parts/value-list.tsx'
import { valueText } from '../parts/value-text.ts'
import type { Views } from '../source/source.ts'
import { words } from './words.ts'

type User = Views['jumpcloud.users']

const STATES: Readonly<Record<string, readonly [Tone, string]>> = {
  ACTIVATED: ['good', 'Active'],
  STAGED: ['plain', 'Staged'],
  SUSPENDED: ['watch', 'Suspended'],
}

const USERS: readonly Column<User>[] = [
  { field: 'displayname', label: 'Name', width: '1.6fr', show: ({ key, value }) => nameOf(value) || key },
  {
    field: 'state',
    isInCard: true,
    label: 'User state',
    width: '120px',
    show: ({ value }) => <State state={value.state} />,
  },
  { field: 'email', label: 'Email', width: '2.2fr', show: ({ value }) => value.email },
  {
    field: 'department',
    isInCard: true,
    label: 'Department',
    width: '1.2fr',
    show: ({ value }) => valueText(value.department),
  },
  { field: 'groups', label: 'Groups', width: '1.6fr', isSortable: false, show: ({ value }) => valueText(value.groups) },
]

export function JumpCloudUsersPage() {
  return (
    <ListDetails
      title={words.users}
      place={words.usersPlace}
      view="jumpcloud.users"
      columns={USERS}
      sort="displayname"
      empty="The organization has no users. `scimulator up --demo` begins with a company."
      heading={({ key, value }) => nameOf(value) || key}
      details={({ value }) => <ValueList value={value} />}
    />
  )
}

function State({ state }: { readonly state: User['state'] }) {
  const [tone, label] = STATES[state] ?? ['plain', state]
  return <StatusBadge tone={tone}>{label}</StatusBadge>
}

function nameOf({ displayname, firstname, lastname }: User): string {
  return valueText(displayname) || `${valueText(firstname)} ${valueText(lastname)}`.trim()
}

const GROUPS: readonly Column<Views['jumpcloud.groups']>[] = [
  { field: 'name', label: 'Name', width: '2fr', show: ({ value }) => value.name },
  { field: 'members', label: 'Users', width: '110px', isSortable: false, show: ({ value }) => value.members.length },
  {
    field: 'applications',
    isInCard: true,
    label: 'Applications',
    width: '2fr',
    isSortable: false,
    show: ({ value }) => valueText(value.applications),
  },
]

export function JumpCloudGroupsPage() {
  return (
    <ListDetails
      title={words.groups}
      place={words.usersPlace}
      view="jumpcloud.groups"
      columns={GROUPS}
      sort="name"
      empty="The organization has no user groups."
      details={({ value }) => <ValueList value={value} />}
    />
  )
}

const INSIGHTS: readonly Column<Views['jumpcloud.insights']>[] = [
  { field: 'event_type', label: 'Event type', width: '2fr', show: ({ value }) => value.event_type },
  {
    field: 'timestamp',
    isInCard: true,
    label: 'Timestamp',
    width: '140px',
    show: ({ value }) => instantText(value.timestamp),
  },
  {
    field: 'success',
    isInCard: true,
    label: 'Result',
    width: '120px',
    show: ({ value }) => <Result success={value.success} />,
  },
  {
    field: 'initiated_by',
    label: 'Initiated by',
    width: '1.6fr',
    isSortable: false,
    show: ({ value }) => valueText(Object(value.initiated_by).email ?? Object(value.initiated_by).type),
  },
]

export function JumpCloudInsightsPage() {
  return (
    <ListDetails
      title={words.insights}
      place={words.insightsPlace}
      view="jumpcloud.insights"
      columns={INSIGHTS}
      sort="-timestamp"
      empty="Nothing has happened in the organization yet."
      heading={({ value }) => value.event_type}
      details={({ value }) => <ValueList value={value} />}
    />
  )
}

function Result({ success }: { readonly success: boolean | undefined }) {
  if (success === undefined) return null
  return <StatusBadge tone={success ? 'good' : 'bad'}>{success ? 'success' : 'failure'}</StatusBadge>
}

const APPLICATIONS: readonly Column<Views['jumpcloud.applications']>[] = [
  { field: 'displayLabel', label: 'Display label', width: '1.6fr', show: ({ value }) => value.displayLabel },
  {
    field: 'integrationActive',
    isInCard: true,
    label: 'Identity management',
    width: '170px',
    show: ({ value }) => (
      <StatusBadge tone={value.integrationActive ? 'good' : 'plain'}>
        {value.integrationActive ? 'Active' : 'Not activated'}
      </StatusBadge>
    ),
  },
  {
    field: 'userGroups',
    label: 'User groups',
    width: '2fr',
    isSortable: false,
    show: ({ value }) => valueText(value.userGroups),
  },
]

export function JumpCloudApplicationsPage() {
  return (
    <ListDetails
      title={words.applications}
      place={words.applicationsPlace}
      view="jumpcloud.applications"
      columns={APPLICATIONS}
      sort="displayLabel"
      empty="The organization has no applications."
      details={({ value }) => <ValueList value={value} />}
    />
  )
}
