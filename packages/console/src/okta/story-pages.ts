import type { StoryPageRow } from '../parts/story-page-row.ts'
import { OktaGroupsPage } from './groups/groups-page.tsx'
import { OktaApplicationsPage, OktaPeoplePage, OktaSystemLogPage, OktaTasksPage } from './lists.ts'

export const oktaStoryPages: readonly StoryPageRow[] = [
  ['/okta/people', 'Okta people', OktaPeoplePage, 'okta.users'],
  ['/okta/groups', 'Okta groups', OktaGroupsPage, 'okta.groups'],
  ['/okta/apps', 'Okta applications', OktaApplicationsPage, 'okta.applications'],
  ['/okta/tasks', 'Okta tasks', OktaTasksPage, 'okta.tasks'],
  ['/okta/system-log', 'System Log', OktaSystemLogPage, 'okta.system-log'],
]
