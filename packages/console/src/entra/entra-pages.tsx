import type { Column } from '../parts/column.ts'
import { ListDetails } from '../parts/list-details.tsx'
import { StatusBadge, type Tone } from '../parts/status-badge.tsx'
import { instantText } from '../parts/time-text.ts'
import { ValueList } from '../parts/value-list.tsx'
import { valueText } from '../parts/value-text.ts'
import type { Views } from '../source/source.ts'
import { words } from './words.ts'

type User = Views['entra.users']

const USERS: readonly Column<User>[] = [
  {
    field: 'displayName',
    label: 'Display name',
    width: '1.6fr',
    show: ({ key, value }) => valueText(value.displayName) || key,
  },
  {
    field: 'userPrincipalName',
    label: 'User principal name',
    width: '2.2fr',
    show: ({ value }) => valueText(value.userPrincipalName),
  },
  {
    field: 'department',
    isInCard: true,
    label: 'Department',
    width: '1.2fr',
    show: ({ value }) => valueText(value.department),
  },
  { field: 'jobTitle', label: 'Job title', width: '1.2fr', show: ({ value }) => valueText(value.jobTitle) },
  {
    field: 'accountEnabled',
    isInCard: true,
    label: 'Account',
    width: '110px',
    show: ({ value }) => <Account user={value} />,
  },
]

export function EntraUsersPage() {
  return (
    <ListDetails
      title={words.users}
      place={words.usersPlace}
      view="entra.users"
      columns={USERS}
      sort="displayName"
      empty="The tenant has no users. `scimulator up --demo` begins with a company."
      heading={({ key, value }) => valueText(value.displayName) || key}
      details={({ value }) => <ValueList value={value} hidden={['key']} />}
    />
  )
}

function Account({ user }: { readonly user: User }) {
  if (user.deletedDateTime !== undefined) return <StatusBadge tone="watch">Deleted</StatusBadge>
  if (user.accountEnabled === false) return <StatusBadge tone="watch">Blocked</StatusBadge>
  return <StatusBadge tone="good">Enabled</StatusBadge>
}

const GROUPS: readonly Column<Views['entra.groups']>[] = [
  { field: 'displayName', label: 'Name', width: '2fr', show: ({ value }) => value.displayName },
  { field: 'members', label: 'Members', width: '110px', isSortable: false, show: ({ value }) => value.members.length },
  {
    field: 'membershipRule',
    isInCard: true,
    label: 'Membership rule',
    width: '2fr',
    show: ({ value }) => valueText(value.membershipRule) || 'Assigned',
  },
]

export function EntraGroupsPage() {
  return (
    <ListDetails
      title={words.groups}
      place={words.groupsPlace}
      view="entra.groups"
      columns={GROUPS}
      sort="displayName"
      empty="The tenant has no groups."
      details={({ value }) => <ValueList value={value} />}
    />
  )
}

type LogEntry = Views['entra.provisioning-logs']

const LOG_TONES: Readonly<Record<string, Tone>> = { success: 'good', failure: 'bad', warning: 'watch' }

const LOGS: readonly Column<LogEntry>[] = [
  { field: 'name', label: 'Identity', width: '2fr', show: ({ value }) => value.name },
  {
    field: 'activityDateTime',
    isInCard: true,
    label: 'Date',
    width: '140px',
    show: ({ value }) => instantText(value.activityDateTime),
  },
  { field: 'provisioningAction', label: 'Action', width: '1fr', show: ({ value }) => value.provisioningAction },
  {
    field: 'status',
    isInCard: true,
    label: 'Status',
    width: '120px',
    show: ({ value }) => <StatusBadge tone={LOG_TONES[value.status] ?? 'plain'}>{value.status}</StatusBadge>,
  },
  { field: 'code', label: 'Error code', width: '1.4fr', show: ({ value }) => valueText(value.code) },
]

export function EntraLogsPage() {
  return (
    <ListDetails
      title={words.logs}
      place={words.logsPlace}
      view="entra.provisioning-logs"
      columns={LOGS}
      sort="-activityDateTime"
      empty="No cycle has run yet."
      heading={({ value }) => value.name}
      details={({ value }) => <ValueList value={value} />}
    />
  )
}

const AUDIT: readonly Column<Views['entra.audit-logs']>[] = [
  { field: 'activity', label: 'Activity', width: '2fr', show: ({ value }) => value.activity },
  { field: 'at', isInCard: true, label: 'Date', width: '140px', show: ({ value }) => instantText(value.at) },
  { field: 'appName', label: 'Target', width: '1fr', show: ({ value }) => value.appName },
  { field: 'initiatedBy', label: 'Initiated by', width: '1.4fr', show: ({ value }) => valueText(value.initiatedBy) },
]

export function EntraAuditPage() {
  return (
    <ListDetails
      title={words.auditLogs}
      place={words.logsPlace}
      view="entra.audit-logs"
      columns={AUDIT}
      sort="-at"
      empty="Nothing was changed at an application yet."
      heading={({ value }) => value.activity}
      details={({ value }) => <ValueList value={value} />}
    />
  )
}
