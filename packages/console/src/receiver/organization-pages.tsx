import type { Column } from '../parts/column.ts'
import { ListDetails } from '../parts/list-details.tsx'
import { instantText } from '../parts/time-text.ts'
import { ValueList } from '../parts/value-list.tsx'
import { valueText } from '../parts/value-text.ts'
import type { Views } from '../source/source.ts'
import { NothingSynced } from './nothing-synced.tsx'
import { words } from './words.ts'

const DEPARTMENTS: readonly Column<Views['lark.departments']>[] = [
  { field: 'name', label: 'Name', width: '2fr', show: ({ value }) => value.name },
  { field: 'members', label: 'Members', width: '110px', show: ({ value }) => countText(value.members) },
  { field: 'dataSource', isInCard: true, label: 'Data source', width: '1fr', show: ({ value }) => value.dataSource },
  { field: 'created', label: 'Created', width: '1fr', show: ({ value }) => instantText(value.created) },
]

export function DepartmentsPage() {
  return (
    <ListDetails
      title={words.departments}
      place={words.membersPlace}
      view="lark.departments"
      columns={DEPARTMENTS}
      empty={<NothingSynced what="Departments" />}
      details={({ value }) => <ValueList value={value} />}
    />
  )
}

const USER_GROUPS: readonly Column<Views['lark.user-groups']>[] = [
  { field: 'name', label: 'Name', width: '2fr', show: ({ value }) => value.name },
  {
    field: 'members',
    label: 'Members',
    width: '110px',
    isSortable: false,
    show: ({ value }) => countText(value.members),
  },
  { field: 'dataSource', isInCard: true, label: 'Data source', width: '1fr', show: ({ value }) => value.dataSource },
  { field: 'lastModified', label: 'Changed', width: '1fr', show: ({ value }) => instantText(value.lastModified) },
]

export function UserGroupsPage() {
  return (
    <ListDetails
      title={words.userGroups}
      place={words.userGroupsPlace}
      view="lark.user-groups"
      columns={USER_GROUPS}
      empty={<NothingSynced what="User groups" />}
      details={({ value }) => <ValueList value={value} />}
    />
  )
}

const SOURCES: readonly Column<Views['lark.sync-sources']>[] = [
  { field: 'name', label: 'Name', width: '2fr', show: ({ value }) => value.name },
  { field: 'status', isInCard: true, label: 'Status', width: '100px', show: ({ value }) => value.status },
  { field: 'counts.activeMembers', label: 'Active', width: '90px', show: ({ value }) => value.counts.activeMembers },
  { field: 'counts.failed', label: 'Failures', width: '90px', show: ({ value }) => value.counts.failed },
  {
    field: 'lastSync',
    isInCard: true,
    label: 'Last sync',
    width: '1fr',
    show: ({ value }) => (value.lastSync ? instantText(value.lastSync) : 'never'),
  },
]

export function SyncSourcesPage() {
  return (
    <ListDetails
      title={words.sources}
      place={words.sourcesPlace}
      view="lark.sync-sources"
      columns={SOURCES}
      empty={<NothingSynced what="Sync sources" />}
      details={({ value }) => <ValueList value={value} />}
    />
  )
}

const ADMIN_LOG: readonly Column<Views['lark.admin-log']>[] = [
  { field: 'eventType', label: 'Event type', width: '2fr', show: ({ value }) => value.eventType },
  { field: 'at', isInCard: true, label: 'Time', width: '1fr', show: ({ value }) => instantText(value.at) },
  { field: 'administrator', label: 'Administrator', width: '1.4fr', show: ({ value }) => value.administrator },
  { field: 'sourceName', label: 'Sync source', width: '1.4fr', show: ({ value }) => value.sourceName },
]

export function AdminLogPage() {
  return (
    <ListDetails
      title={words.adminLog}
      place={words.adminLogPlace}
      view="lark.admin-log"
      columns={ADMIN_LOG}
      sort="-at"
      empty={<NothingSynced what="Entries" />}
      heading={({ value }) => value.eventType}
      details={({ value }) => <ValueList value={value} />}
    />
  )
}

/** Of a number, or of a list. */
function countText(members: unknown): string {
  return Array.isArray(members) ? String(members.length) : valueText(members)
}
