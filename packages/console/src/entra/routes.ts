// The pages of this portal, each loaded when it is first wanted.
import { lazyRouteComponent } from '@tanstack/react-router'

const entra = () => import('./entra-pages.tsx')
const entraLogs = () => import('./log-pages.tsx')
const entraProvisioning = () => import('./provisioning-pages.ts')
const entraMapping = () => import('./mapping/mapping-page.tsx')
const entraScope = () => import('./scoping/scope-page.tsx')
const entraOverview = () => import('./provisioning/overview-page.tsx')
const entraPeople = () => import('./people-pages.ts')
const entraMemberships = () => import('./membership-pages.ts')
const entraAttributes = () => import('./attribute-pages.ts')
const entraApplication = () => import('./application-pages.ts')
const entraSettings = () => import('./settings-pages.ts')

export const entraRoutes = [
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
] as const
