import { listPage } from '../parts/list-page.tsx'
import type { Tone } from '../parts/status-badge.tsx'
import { ValueList } from '../parts/value-list.tsx'
import { valueText } from '../parts/value-text.ts'
import { paths } from '../paths.ts'
import type { Item, Views } from '../source/source.ts'
import { NewObject, ObjectLink } from './people/object-links.tsx'
import { UserActs } from './people/user-acts.tsx'
import { words } from './words.ts'

export { EntraAppsPage } from './applications/apps-page.tsx'
export { EntraAssignmentsPage } from './people/assignments-page.tsx'
export { EntraDeletedUsersPage } from './people/deleted-users-page.tsx'

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
  tools: <NewObject label={words.newUser} path={paths.newEntraUser} />,
  details: ({ value }) => (
    <>
      <ObjectLink label={words.openUser} path={paths.entraObject('user', value.id)} />
      <UserActs user={value} />
      <ValueList value={value} hidden={['key']} />
    </>
  ),
})

export const EntraGroupsPage = listPage({
  title: words.groups,
  place: words.groupsPlace,
  view: 'entra.groups',
  query: { members: 'none' },
  columns: [
    { field: 'displayName', label: 'Name', width: '2fr' },
    { field: 'memberCount', label: words.members, width: '110px' },
    {
      field: 'membershipRule',
      isInCard: true,
      label: 'Membership rule',
      width: '2fr',
      show: ({ value }) => valueText(value.membershipRule) || 'Assigned',
    },
  ],
  sort: 'displayName',
  empty: `The tenant has no groups. Begin with ${words.newGroup}.`,
  tools: <NewObject label={words.newGroup} path={paths.newEntraGroup} />,
  details: ({ value }) => (
    <>
      <ObjectLink label={words.openGroup} path={paths.entraObject('group', value.id)} />
      <ObjectLink label={words.members} path={paths.entraObject('group', value.id, 'members')} />
      <ValueList value={value} hidden={['members']} />
    </>
  ),
})

/** What the service has written to whom it may concern; nothing leaves the machine. */
export const EntraMailsPage = listPage({
  title: words.mails,
  place: words.simulatorOnly,
  view: 'entra.mails',
  columns: [
    { field: 'subject', label: 'Subject', width: '2.4fr' },
    { field: 'at', label: 'Date', width: '150px', as: 'moment', isInCard: true },
    { field: 'to', label: 'To', width: '1.4fr', isInCard: true },
  ],
  sort: '-at',
  empty:
    'Nobody was written to. Where an application has a notification email, it is told of a quarantine and of deletions that are held back.',
  heading: ({ value }) => value.subject,
})
