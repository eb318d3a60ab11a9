import { listPage } from '../parts/list-page.tsx'
import type { Tone } from '../parts/status-badge.tsx'
import { ValueList } from '../parts/value-list.tsx'
import { valueText } from '../parts/value-text.ts'
import type { Item, Views } from '../source/source.ts'
import { words } from './words.ts'

type User = Views['entra.users']

function nameOf({ key, value }: Item<User>): string {
  return valueText(value.displayName) || key
}

function accountOf({ value }: Item<User>): readonly [Tone, string] {
  if (value.deletedDateTime !== undefined) return ['watch', 'Deleted']
  return value.accountEnabled === false ? ['watch', 'Blocked'] : ['good', 'Enabled']
}

export const EntraUsersPage = listPage({
  title: words.users,
  place: words.usersPlace,
  view: 'entra.users',
  columns: [
    { field: 'displayName', label: 'Display name', width: '1.6fr', show: nameOf },
    { field: 'userPrincipalName', label: 'User principal name', width: '2.2fr' },
    { field: 'department', label: 'Department', width: '1.2fr', isInCard: true },
    { field: 'jobTitle', label: 'Job title', width: '1.2fr' },
    { field: 'accountEnabled', label: 'Account', width: '120px', state: accountOf, isInCard: true },
  ],
  sort: 'displayName',
  empty: 'The tenant has no users. `scimulator up --demo` begins with a company.',
  heading: nameOf,
  details: ({ value }) => <ValueList value={value} hidden={['key']} />,
})

export const EntraGroupsPage = listPage({
  title: words.groups,
  place: words.groupsPlace,
  view: 'entra.groups',
  columns: [
    { field: 'displayName', label: 'Name', width: '2fr' },
    { field: 'members', label: 'Members', width: '110px', as: 'count', isSortable: false },
    {
      field: 'membershipRule',
      isInCard: true,
      label: 'Membership rule',
      width: '2fr',
      show: ({ value }) => valueText(value.membershipRule) || 'Assigned',
    },
  ],
  sort: 'displayName',
  empty: 'The tenant has no groups.',
})

const LOG_TONES: Readonly<Record<string, Tone>> = { success: 'good', failure: 'bad', warning: 'watch' }

export const EntraLogsPage = listPage({
  title: words.logs,
  place: words.logsPlace,
  view: 'entra.provisioning-logs',
  columns: [
    { field: 'name', label: 'Identity', width: '2fr' },
    { field: 'activityDateTime', label: 'Date', width: '140px', as: 'moment', isInCard: true },
    { field: 'provisioningAction', label: 'Action', width: '1fr' },
    {
      field: 'status',
      label: 'Status',
      choices: ['success', 'failure', 'skipped', 'warning'],
      width: '120px',
      state: ({ value }) => [LOG_TONES[value.status] ?? 'plain', value.status],
      isInCard: true,
    },
    { field: 'code', label: 'Error code', width: '1.4fr' },
  ],
  sort: '-activityDateTime',
  empty: 'No cycle has run yet.',
  heading: ({ value }) => value.name,
})

export const EntraAuditPage = listPage({
  title: words.auditLogs,
  place: words.logsPlace,
  view: 'entra.audit-logs',
  columns: [
    { field: 'activity', label: 'Activity', width: '2fr' },
    { field: 'at', label: 'Date', width: '140px', as: 'moment', isInCard: true },
    { field: 'appName', label: 'Target', width: '1fr' },
    { field: 'initiatedBy', label: 'Initiated by', width: '1.4fr' },
  ],
  sort: '-at',
  empty: 'Nothing was changed at an application yet.',
  heading: ({ value }) => value.activity,
})
