// Every page with its address and its title; each is loaded when it is first wanted. Tests walk this table.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { readSearch, writeSearch } from './parts/view-state.ts'
import { AppFrame } from './shell/app-frame.tsx'
import { HomePage } from './shell/home-page.tsx'

const root = createRootRoute({ component: AppFrame, notFoundComponent: NotFound })

const target = () => import('./wire/target-pages.tsx')
const larkSync = () => import('./receiver/directory-sync/pages.ts')
const larkAdministration = () => import('./receiver/administration-pages.ts')
const lark = () => import('./receiver/organization-pages.tsx')
const jumpCloudApp = () => import('./jumpcloud/applications/pages.ts')
const entra = () => import('./entra/entra-pages.tsx')
const entraLogs = () => import('./entra/log-pages.tsx')
const entraProvisioning = () => import('./entra/provisioning-pages.ts')
const entraMapping = () => import('./entra/mapping/mapping-page.tsx')
const entraScope = () => import('./entra/scoping/scope-page.tsx')
const entraOverview = () => import('./entra/provisioning/overview-page.tsx')
const entraPeople = () => import('./entra/people-pages.ts')
const entraMemberships = () => import('./entra/membership-pages.ts')
const entraAttributes = () => import('./entra/attribute-pages.ts')
const entraApplication = () => import('./entra/application-pages.ts')
const entraSettings = () => import('./entra/settings-pages.ts')
const jumpCloud = () => import('./jumpcloud/jumpcloud-pages.tsx')

const PAGES = [
  ['/', 'Home', HomePage],
  ['/wire', 'Wire', lazyRouteComponent(() => import('./wire/wire-page.tsx'), 'WirePage')],
  ['/people/$key', 'Person', lazyRouteComponent(() => import('./wire/person-page.tsx'), 'PersonPage')],
  ['/catalogue', 'Catalogue', lazyRouteComponent(() => import('./wire/catalogue-page.tsx'), 'CataloguePage')],
  ['/acts', 'Acts', lazyRouteComponent(() => import('./acts/acts-page.tsx'), 'ActsPage')],
  ['/stories', 'Stories', lazyRouteComponent(() => import('./story/stories-page.tsx'), 'StoriesPage')],
  ['/stories/$story', 'Story', lazyRouteComponent(() => import('./story/story-page.tsx'), 'StoryPage')],
  ['/target/users', 'Users of your endpoint', lazyRouteComponent(target, 'TargetUsersPage')],
  ['/target/groups', 'Groups of your endpoint', lazyRouteComponent(target, 'TargetGroupsPage')],
  ['/lark/members', 'Members', lazyRouteComponent(() => import('./receiver/members-page.tsx'), 'MembersPage')],
  ['/lark/sync-log', 'Sync log', lazyRouteComponent(() => import('./receiver/sync-log-page.tsx'), 'SyncLogPage')],
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
  ['/entra/apps', 'Enterprise applications', lazyRouteComponent(entra, 'EntraAppsPage')],
  ['/entra/apps/new', 'New application', lazyRouteComponent(entraApplication, 'EntraNewAppPage')],
  ['/entra/apps/$app', 'Application', lazyRouteComponent(entraApplication, 'EntraAppPage')],
  ['/entra/apps/$app/assignments', 'Users and groups', lazyRouteComponent(entra, 'EntraAssignmentsPage')],
  [
    '/entra/apps/$app/assignments/add',
    'Add Assignment',
    lazyRouteComponent(entraProvisioning, 'EntraAddAssignmentPage'),
  ],
  ['/entra/apps/$app/provisioning', 'Provisioning', lazyRouteComponent(entraOverview, 'EntraProvisioningPage')],
  ['/entra/apps/$app/edit', 'Edit provisioning', lazyRouteComponent(entraSettings, 'EntraProvisioningEditPage')],
  ['/entra/apps/$app/connectivity', 'Connectivity', lazyRouteComponent(entraSettings, 'EntraConnectivityPage')],
  ['/entra/apps/$app/mappings', 'Attribute mapping', lazyRouteComponent(entraSettings, 'EntraMappingsPage')],
  ['/entra/apps/$app/mappings/$object', 'Attribute Mapping', lazyRouteComponent(entraMapping, 'EntraMappingPage')],
  ['/entra/apps/$app/scope/$object', 'Source Object Scope', lazyRouteComponent(entraScope, 'EntraScopePage')],
  [
    '/entra/apps/$app/attributes/$object',
    'Edit attribute list',
    lazyRouteComponent(entraAttributes, 'EntraAttributesPage'),
  ],
  ['/entra/apps/$app/schema', 'Review your schema', lazyRouteComponent(entraAttributes, 'EntraSchemaPage')],
  ['/entra/apps/$app/on-demand', 'Provision on demand', lazyRouteComponent(entraProvisioning, 'EntraOnDemandPage')],
  ['/entra/apps/$app/expression', 'Expression builder', lazyRouteComponent(entraProvisioning, 'EntraExpressionPage')],
  ['/entra/apps/$app/logs', 'Provisioning logs', lazyRouteComponent(entraLogs, 'EntraAppLogsPage')],
  ['/entra/apps/$app/audit', 'Audit logs', lazyRouteComponent(entraLogs, 'EntraAppAuditPage')],
  ['/entra/apps/$app/held-back', 'Held back', lazyRouteComponent(entraLogs, 'EntraHeldBackPage')],
  ['/entra/users', 'Entra ID users', lazyRouteComponent(entra, 'EntraUsersPage')],
  ['/entra/users/new', 'Create new user', lazyRouteComponent(entraPeople, 'EntraNewUserPage')],
  ['/entra/users/$id', 'User', lazyRouteComponent(entraPeople, 'EntraUserPage')],
  ['/entra/users/$id/memberships', 'Groups', lazyRouteComponent(entraMemberships, 'EntraUserGroupsPage')],
  ['/entra/users/$id/applications', 'Applications', lazyRouteComponent(entraMemberships, 'EntraUserApplicationsPage')],
  ['/entra/deleted-users', 'Deleted users', lazyRouteComponent(entra, 'EntraDeletedUsersPage')],
  ['/entra/groups', 'Entra ID groups', lazyRouteComponent(entra, 'EntraGroupsPage')],
  ['/entra/groups/new', 'New group', lazyRouteComponent(entraPeople, 'EntraNewGroupPage')],
  ['/entra/groups/$id', 'Group', lazyRouteComponent(entraPeople, 'EntraGroupPage')],
  ['/entra/groups/$id/members', 'Members', lazyRouteComponent(entraMemberships, 'EntraGroupMembersPage')],
  [
    '/entra/groups/$id/memberships',
    'Group memberships',
    lazyRouteComponent(entraMemberships, 'EntraGroupMembershipsPage'),
  ],
  [
    '/entra/groups/$id/applications',
    'Applications',
    lazyRouteComponent(entraMemberships, 'EntraGroupApplicationsPage'),
  ],
  ['/entra/mails', 'Notification mails', lazyRouteComponent(entra, 'EntraMailsPage')],
  ['/entra/provisioning-logs', 'Provisioning logs', lazyRouteComponent(entraLogs, 'EntraLogsPage')],
  ['/entra/audit-logs', 'Audit logs', lazyRouteComponent(entraLogs, 'EntraAuditPage')],
  ['/jumpcloud/users', 'JumpCloud users', lazyRouteComponent(jumpCloud, 'JumpCloudUsersPage')],
  ['/jumpcloud/groups', 'JumpCloud groups', lazyRouteComponent(jumpCloud, 'JumpCloudGroupsPage')],
  ['/jumpcloud/sso', 'SSO Applications', lazyRouteComponent(jumpCloud, 'JumpCloudApplicationsPage')],
  ['/jumpcloud/sso/new', 'Create New Application Integration', lazyRouteComponent(jumpCloudApp, 'NewApplicationPage')],
  ['/jumpcloud/sso/application', 'Application', lazyRouteComponent(jumpCloudApp, 'ApplicationPage')],
  ['/jumpcloud/insights', 'Directory Insights', lazyRouteComponent(jumpCloud, 'JumpCloudInsightsPage')],
] as const

export function consoleRouter() {
  const children = PAGES.map(([path, title, component]) =>
    createRoute({ getParentRoute: () => root, path, component, staticData: { title } }),
  )
  return createRouter({
    routeTree: root.addChildren(children),
    parseSearch: readSearch,
    stringifySearch: writeSearch,
    defaultPreload: 'intent',
  })
}

function NotFound() {
  return (
    <div>
      <h1>There is no such page</h1>
      <p>The rail on the left has all that there are.</p>
    </div>
  )
}
