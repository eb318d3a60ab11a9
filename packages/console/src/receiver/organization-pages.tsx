import { listPage } from '../parts/list-page.tsx'
import { ValueList } from '../parts/value-list.tsx'
import type { Item, Views } from '../source/source.ts'
import { detailsColumn } from './details-column.tsx'
import { NothingSynced } from './nothing-synced.tsx'
import { OrganizationTabs } from './organization-tabs.tsx'
import { noticesOf, SyncNotice } from './sync-notice.tsx'
import { words } from './words.ts'
import { WorkforceTypes } from './workforce-types.tsx'

function sourceOf({ value }: Item<Pick<Views['lark.fields'], 'dataSource'>>): string {
  return words.dataSources[value.dataSource]
}

export const DepartmentsPage = listPage({
  title: words.departments,
  place: words.membersPlace,
  view: 'lark.departments',
  columns: [
    { field: 'name', label: 'Name', width: '2fr' },
    { field: 'members', label: 'Members', width: '110px' },
    { field: 'dataSource', label: 'Data source', width: '1.2fr', show: sourceOf, isInCard: true },
    { field: 'created', label: 'Created', width: '140px', as: 'moment', isInCard: true },
    detailsColumn,
  ],
  above: <OrganizationTabs at="departments" />,
  awaits: noticesOf('Members and Departments'),
  empty: <NothingSynced what="Departments" />,
  details: ({ value }) => <ValueList value={{ ...value, dataSource: words.dataSources[value.dataSource] }} />,
})

export const UserGroupsPage = listPage({
  title: words.userGroups,
  place: words.userGroupsPlace,
  view: 'lark.user-groups',
  columns: [
    { field: 'name', label: 'Name', width: '2fr' },
    { field: 'members', label: 'Members', width: '110px', as: 'count', isSortable: false },
    { field: 'dataSource', label: 'Data source', width: '1.2fr', show: sourceOf, isInCard: true },
    { field: 'lastModified', label: 'Changed', width: '140px', as: 'moment', isInCard: true },
  ],
  above: <SyncNotice page="User Groups" />,
  awaits: noticesOf('User Groups'),
  empty: <NothingSynced what="User groups" />,
  details: ({ value }) => <ValueList value={{ ...value, dataSource: words.dataSources[value.dataSource] }} />,
})

export const FieldsPage = listPage({
  title: words.fields,
  place: words.fieldsPlace,
  view: 'lark.fields',
  columns: [
    { field: 'field', label: 'Field', width: '1.4fr' },
    { field: 'scim', label: 'SCIM attribute', width: '2fr' },
    { field: 'dataSource', label: 'Data source', width: '1.2fr', show: sourceOf, isInCard: true },
    { field: 'source', label: 'Sync source', width: '1.8fr', isInCard: true },
    detailsColumn,
  ],
  above: <SyncNotice page="Field Management" />,
  awaits: noticesOf('Field Management'),
  empty: <NothingSynced what="Fields" />,
  details: ({ value }) => (
    <>
      <ValueList value={{ ...value, dataSource: words.dataSources[value.dataSource] }} />
      {value.field === 'EmployeeType' ? <WorkforceTypes /> : null}
    </>
  ),
})

export { DeletedMembersPage } from './deleted-members-page.tsx'
