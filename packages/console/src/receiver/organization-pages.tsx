import { listPage } from '../parts/list-page.tsx'
import { instantText } from '../parts/time-text.ts'
import { NothingSynced } from './nothing-synced.tsx'
import { words } from './words.ts'

export const DepartmentsPage = listPage({
  title: words.departments,
  place: words.membersPlace,
  view: 'lark.departments',
  columns: [
    { field: 'name', label: 'Name', width: '2fr' },
    { field: 'members', label: 'Members', width: '110px' },
    { field: 'dataSource', label: 'Data source', width: '1fr', isInCard: true },
    { field: 'created', label: 'Created', width: '140px', as: 'moment', isInCard: true },
  ],
  empty: <NothingSynced what="Departments" />,
})

export const UserGroupsPage = listPage({
  title: words.userGroups,
  place: words.userGroupsPlace,
  view: 'lark.user-groups',
  columns: [
    { field: 'name', label: 'Name', width: '2fr' },
    { field: 'members', label: 'Members', width: '110px', as: 'count', isSortable: false },
    { field: 'dataSource', label: 'Data source', width: '1fr', isInCard: true },
    { field: 'lastModified', label: 'Changed', width: '140px', as: 'moment', isInCard: true },
  ],
  empty: <NothingSynced what="User groups" />,
})

export const SyncSourcesPage = listPage({
  title: words.sources,
  place: words.sourcesPlace,
  view: 'lark.sync-sources',
  columns: [
    { field: 'name', label: 'Name', width: '2fr' },
    { field: 'status', label: 'Status', width: '100px', isInCard: true },
    { field: 'counts.activeMembers', label: 'Active', width: '90px', show: ({ value }) => value.counts.activeMembers },
    { field: 'counts.failed', label: 'Failures', width: '90px', show: ({ value }) => value.counts.failed },
    {
      field: 'lastSync',
      isInCard: true,
      label: 'Last sync',
      width: '1fr',
      show: ({ value }) => (value.lastSync ? instantText(value.lastSync) : 'never'),
    },
  ],
  empty: <NothingSynced what="Sync sources" />,
})

export const AdminLogPage = listPage({
  title: words.adminLog,
  place: words.adminLogPlace,
  view: 'lark.admin-log',
  columns: [
    { field: 'eventType', label: 'Event type', width: '2fr' },
    { field: 'at', label: 'Time', width: '140px', as: 'moment', isInCard: true },
    { field: 'administrator', label: 'Administrator', width: '1.4fr' },
    { field: 'sourceName', label: 'Sync source', width: '1.4fr' },
  ],
  sort: '-at',
  empty: <NothingSynced what="Entries" />,
  heading: ({ value }) => value.eventType,
})
