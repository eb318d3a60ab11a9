import { Button } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Column } from '../parts/column.ts'
import { ListDetails } from '../parts/list-details.tsx'
import type { Views } from '../source/source.ts'
import { detailsColumn } from './details-column.tsx'
import { EditMember } from './edit-member.tsx'
import { MemberDetails } from './member-details.tsx'
import { MemberStatus } from './member-status.tsx'
import { NothingSynced } from './nothing-synced.tsx'
import { OrganizationTabs } from './organization-tabs.tsx'
import { noticesOf } from './sync-notice.tsx'
import { words } from './words.ts'

const COLUMNS: readonly Column<Views['lark.members']>[] = [
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
  { field: 'jobTitle', label: 'Job title', width: '1.3fr', isWideOnly: true, show: ({ value }) => value.jobTitle },
  {
    field: 'dataSource',
    label: 'Data source',
    isWideOnly: true,
    width: '1.5fr',
    show: ({ value }) => words.dataSources[value.dataSource],
  },
  detailsColumn,
]

export function MembersPage() {
  const [isAdding, add] = useState(false)
  return (
    <>
      <ListDetails
        title={words.members}
        place={words.membersPlace}
        view="lark.members"
        columns={COLUMNS}
        above={<OrganizationTabs at="members" />}
        awaits={noticesOf('Members and Departments')}
        sort="name"
        empty={<NothingSynced what="Members" />}
        heading={({ key, value }) => value.name ?? key}
        details={({ value }) => <MemberDetails member={value} />}
        tools={
          <Button icon={<AddRegular />} onClick={() => add(true)}>
            {words.addMember}
          </Button>
        }
      />
      {isAdding ? <EditMember onClose={() => add(false)} /> : null}
    </>
  )
}
