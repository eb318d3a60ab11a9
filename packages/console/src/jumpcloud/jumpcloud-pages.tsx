import { Link as TextLink } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { createLink } from '@tanstack/react-router'
import type { MouseEvent } from 'react'
import { LinkButton } from '../parts/link-button.tsx'
import { listPage } from '../parts/list-page.tsx'
import type { Tone } from '../parts/status-badge.tsx'
import { valueText } from '../parts/value-text.ts'
import { paths } from '../paths.ts'
import type { Item, Views } from '../source/source.ts'
import { UserDetails } from './people/user-details.tsx'
import { words } from './words.ts'

export { JumpCloudInsightsPage } from './insights/insights-page.tsx'

type User = Views['jumpcloud.users']

const STATES: Readonly<Record<string, readonly [Tone, string]>> = {
  ACTIVATED: ['good', 'Active'],
  STAGED: ['plain', 'Staged'],
  SUSPENDED: ['watch', 'Suspended'],
}

function nameOf({ key, value: { displayname, firstname, lastname } }: Item<User>): string {
  return valueText(displayname) || `${valueText(firstname)} ${valueText(lastname)}`.trim() || key
}

export const JumpCloudUsersPage = listPage({
  title: words.users,
  place: words.usersPlace,
  view: 'jumpcloud.users',
  columns: [
    { field: 'displayname', label: 'Name', width: '1.6fr', show: nameOf },
    {
      field: 'state',
      label: words.userState,
      choices: ['ACTIVATED', 'STAGED', 'SUSPENDED'],
      width: '120px',
      state: ({ value: { state } }) => STATES[state] ?? ['plain', state],
      isInCard: true,
    },
    { field: 'email', label: 'Email', width: '2.2fr' },
    { field: 'department', label: 'Department', width: '1.2fr', isInCard: true },
    { field: 'groups', label: 'Groups', width: '1.6fr', isSortable: false },
  ],
  sort: 'displayname',
  empty: 'The organization has no users. `scimulator up --demo` begins with a company.',
  heading: nameOf,
  details: ({ key, value }) => <UserDetails username={key} user={value} />,
})

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
