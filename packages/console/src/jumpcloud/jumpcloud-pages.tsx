import { Link as TextLink } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { createLink } from '@tanstack/react-router'
import type { MouseEvent } from 'react'
import { LinkButton } from '../parts/link-button.tsx'
import { listPage } from '../parts/list-page.tsx'
import { paths } from '../paths.ts'
import { words } from './words.ts'

export { JumpCloudInsightsPage } from './insights/insights-page.tsx'
export { JumpCloudUsersPage } from './people/users-page.tsx'

export const JumpCloudGroupsPage = listPage({
  title: words.groups,
  place: words.usersPlace,
  view: 'jumpcloud.groups',
  columns: [
    { field: 'name', label: 'Name', width: '2fr' },
    { field: 'members', label: 'Users', width: '110px', as: 'count', isSortable: false },
    { field: 'applications', label: 'Applications', width: '2fr', isSortable: false, isInCard: true },
  ],
  sort: 'name',
  empty: 'The organization has no user groups.',
})

const Link = createLink(TextLink)

/** The page of the application; the rest of the row opens it beside the list. */
function ApplicationLink({ label }: { readonly label: string }) {
  return (
    <Link
      to={paths.jumpCloudApplication}
      search={{ application: label }}
      onClick={(event: MouseEvent) => event.stopPropagation()}
    >
      {label}
    </Link>
  )
}

export const JumpCloudApplicationsPage = listPage({
  title: words.applications,
  place: words.applicationsPlace,
  view: 'jumpcloud.applications',
  columns: [
    {
      field: 'displayLabel',
      label: 'Display label',
      width: '1.6fr',
      show: ({ key }) => <ApplicationLink label={key} />,
    },
    {
      field: 'integrationActive',
      label: 'Identity management',
      width: '170px',
      state: ({ value: { integrationActive } }) =>
        integrationActive ? ['good', 'Active'] : ['plain', 'Not activated'],
      isInCard: true,
    },
    { field: 'userGroups', label: 'User groups', width: '2fr', isSortable: false },
  ],
  sort: 'displayLabel',
  tools: (
    <LinkButton appearance="primary" icon={<AddRegular />} to={paths.jumpCloudNewApplication}>
      {words.addApplication}
    </LinkButton>
  ),
  empty: 'The organization has no applications yet. A custom application exports its users over SCIM.',
})
