import type { ViewItemsOf } from '@scimulator/shared/behaviour'
import { applicationsView } from './applications.ts'
import { assignmentsView } from './assignments.ts'
import { groupAssignmentsView } from './group-assignments.ts'
import { groupPushesView } from './group-pushes.ts'
import { groupRulesView } from './group-rules.ts'
import { groupsView } from './groups.ts'
import { importsView } from './imports.ts'
import { jobsView } from './jobs.ts'
import { linksView } from './links.ts'
import { mappingsView } from './mappings.ts'
import { membershipsView } from './memberships.ts'
import { schemaAttributesView } from './schema-attributes.ts'
import { systemLogView } from './system-log.ts'
import { tasksView } from './tasks.ts'
import { usersView } from './users.ts'

export const VIEWS = [
  applicationsView,
  assignmentsView,
  groupAssignmentsView,
  groupPushesView,
  groupRulesView,
  groupsView,
  importsView,
  jobsView,
  linksView,
  mappingsView,
  membershipsView,
  schemaAttributesView,
  systemLogView,
  tasksView,
  usersView,
]

/** By name, for `import type`: what the items of each view are made of. */
export type ViewItems = ViewItemsOf<ReturnType<(typeof VIEWS)[number]>>
