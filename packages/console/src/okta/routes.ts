// The pages of this console, each loaded when it is first wanted.
import { lazyRouteComponent } from '@tanstack/react-router'

const lists = () => import('./lists.ts')
const people = () => import('./people/pages.ts')
const apps = () => import('./applications/pages.ts')
const assignments = () => import('./applications/assignments-page.tsx')
const pushGroups = () => import('./applications/push-groups-page.tsx')
const groups = () => import('./groups/pages.ts')

export const oktaRoutes = [
  ['/okta/people', 'Okta people', lazyRouteComponent(lists, 'OktaPeoplePage')],
  ['/okta/people/new', 'Add person', lazyRouteComponent(people, 'OktaNewPersonPage')],
  ['/okta/people/$id', 'Okta person', lazyRouteComponent(people, 'OktaPersonPage')],
  ['/okta/groups', 'Okta groups', lazyRouteComponent(groups, 'OktaGroupsPage')],
  ['/okta/groups/$id', 'Okta group', lazyRouteComponent(groups, 'OktaGroupPage')],
  ['/okta/apps', 'Okta applications', lazyRouteComponent(lists, 'OktaApplicationsPage')],
  ['/okta/apps/new', 'Create App Integration', lazyRouteComponent(apps, 'OktaNewAppPage')],
  ['/okta/apps/$app', 'General', lazyRouteComponent(apps, 'OktaAppPage')],
  ['/okta/apps/$app/provisioning', 'Provisioning', lazyRouteComponent(apps, 'OktaProvisioningPage')],
  ['/okta/apps/$app/import', 'Import', lazyRouteComponent(apps, 'OktaImportPage')],
  ['/okta/apps/$app/assignments', 'Assignments', lazyRouteComponent(assignments, 'OktaAssignmentsPage')],
  ['/okta/apps/$app/push-groups', 'Push Groups', lazyRouteComponent(pushGroups, 'OktaPushGroupsPage')],
  ['/okta/tasks', 'Okta tasks', lazyRouteComponent(lists, 'OktaTasksPage')],
  ['/okta/system-log', 'System Log', lazyRouteComponent(lists, 'OktaSystemLogPage')],
] as const
