import type { ViewItemsOf } from '@scimulator/shared/behaviour'
import { groupAssignmentsView } from './group-assignments.ts'
import { groupsView } from './groups.ts'
import { membershipsView } from './memberships.ts'
import { systemLogView } from './system-log.ts'
import {
  applicationsView,
  assignmentsView,
  groupPushesView,
  jobsView,
  linksView,
  tasksView,
  usersView,
} from './views.ts'

export const VIEWS = [
  applicationsView,
  assignmentsView,
  groupAssignmentsView,
  groupPushesView,
  groupsView,
  jobsView,
  linksView,
  membershipsView,
  systemLogView,
  tasksView,
  usersView,
]

/** By name, for `import type`: what the items of each view are made of. */
export type ViewItems = ViewItemsOf<ReturnType<(typeof VIEWS)[number]>>
