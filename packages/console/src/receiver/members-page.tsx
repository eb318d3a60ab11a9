import type { Column } from '../parts/column.ts'
import { ListDetails } from '../parts/list-details.tsx'
import { StatusBadge } from '../parts/status-badge.tsx'
import { ValueList } from '../parts/value-list.tsx'
import { valueText } from '../parts/value-text.ts'
import type { Views } from '../source/source.ts'
import { detailsColumn } from './details-column.tsx'
import { NothingSynced } from './nothing-synced.tsx'
import { OrganizationTabs } from './organization-tabs.tsx'
import { words } from './words.ts'

type Member = Views['lark.members']

const COLUMNS: readonly Column<Member>[] = [
  { field: 'name', label: 'Name', width: '2fr', show: ({ key, value }) => value.name ?? key },
  {
    field: 'status',
    isInCard: true,
    label: 'Status',
    choices: ['Active', 'Inactive'],
    width: '110px',
    show: ({ value }) => <MemberStatus status={value.status} />,
  },
  { field: 'email', label: 'Email', width: '2.4fr', show: ({ value }) => value.email },
  { field: 'department', isInCard: true, label: 'Department', width: '1.4fr', show: ({ value }) => value.department },
  { field: 'jobTitle', label: 'Job title', width: '1.3fr', show: ({ value }) => value.jobTitle },
  {
    field: 'dataSource',
    label: 'Data source',
    width: '1.5fr',
    show: ({ value }) => words.dataSources[value.dataSource],
  },
  detailsColumn,
]

export function MembersPage() {
  return (
    <ListDetails
      title={words.members}
      place={words.membersPlace}
      view="lark.members"
      columns={COLUMNS}
      above={<OrganizationTabs at="members" />}
      sort="name"
      empty={<NothingSynced what="Members" />}
      heading={({ key, value }) => value.name ?? key}
      details={({ value }) => (
        <>
          <div>
            <MemberStatus status={value.status} />
          </div>
          <ValueList
            value={{ ...value, dataSource: words.dataSources[value.dataSource] }}
            hidden={['status', 'userGroups']}
          />
          <ValueList value={{ userGroups: valueText(value.userGroups) }} />
        </>
      )}
    />
  )
}

export function MemberStatus({ status }: { readonly status: Member['status'] }) {
  return <StatusBadge tone={status === 'Active' ? 'good' : 'watch'}>{status}</StatusBadge>
}
