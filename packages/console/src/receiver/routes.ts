// The pages of this portal, each loaded when it is first wanted.
import { lazyRouteComponent } from '@tanstack/react-router'

const larkSync = () => import('./directory-sync/pages.ts')
const larkAdministration = () => import('./administration-pages.ts')
const lark = () => import('./organization-pages.tsx')

export const larkRoutes = [
  ['/lark/members', 'Members', lazyRouteComponent(() => import('./members-page.tsx'), 'MembersPage')],
  ['/lark/sync-log', 'Sync log', lazyRouteComponent(() => import('./sync-log-page.tsx'), 'SyncLogPage')],
  ['/lark/departments', 'Departments', lazyRouteComponent(lark, 'DepartmentsPage')],
  ['/lark/user-groups', 'User Groups', lazyRouteComponent(lark, 'UserGroupsPage')],
  ['/lark/fields', 'Field Management', lazyRouteComponent(lark, 'FieldsPage')],
  ['/lark/deleted-members', 'Deleted members', lazyRouteComponent(lark, 'DeletedMembersPage')],
  ['/lark/directory-sync', 'Directory Sync', lazyRouteComponent(larkSync, 'DirectorySyncPage')],
  ['/lark/directory-sync/add', 'Add sync source', lazyRouteComponent(larkSync, 'AddSourcePage')],
  ['/lark/directory-sync/edit', 'Edit sync source', lazyRouteComponent(larkSync, 'EditSourcePage')],
  ['/lark/admin-log', 'Admin log', lazyRouteComponent(larkAdministration, 'AdminLogPage')],
  ['/lark/administrators', 'Administrators', lazyRouteComponent(larkAdministration, 'AdministratorsPage')],
  ['/lark/messages', 'Messages', lazyRouteComponent(larkAdministration, 'MessagesPage')],
  ['/lark/behaviour', 'Behaviour', lazyRouteComponent(larkAdministration, 'BehaviourPage')],
] as const
