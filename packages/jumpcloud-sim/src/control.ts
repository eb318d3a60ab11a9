import {
  type Control,
  groupedVerbs,
  type VerbInputsOf,
  type VerbResultsOf,
  type ViewItemsOf,
} from '@scimulator/shared/behaviour'
import { assembleControl, type KeptState } from '@scimulator/shared/program'
import type { Engine } from './engine.ts'
import { activateVerb } from './verbs/activate.ts'
import { activateUserVerb } from './verbs/activate-user.ts'
import { addMemberVerb } from './verbs/add-member.ts'
import { bindGroupVerb } from './verbs/bind-group.ts'
import { bindGroupsVerb } from './verbs/bind-groups.ts'
import { bindUserVerb } from './verbs/bind-user.ts'
import { configureScimVerb } from './verbs/configure-scim.ts'
import { createApiKeyVerb } from './verbs/create-api-key.ts'
import { createApplicationVerb } from './verbs/create-application.ts'
import { createGroupVerb } from './verbs/create-group.ts'
import { createUserVerb } from './verbs/create-user.ts'
import { deactivateVerb } from './verbs/deactivate.ts'
import { deleteApplicationVerb } from './verbs/delete-application.ts'
import { deleteGroupVerb } from './verbs/delete-group.ts'
import { deleteUserVerb } from './verbs/delete-user.ts'
import { expirePasswordVerb } from './verbs/expire-password.ts'
import { importUsersVerb } from './verbs/import-users.ts'
import { loadCompanyVerb } from './verbs/load-company.ts'
import { lockUserVerb } from './verbs/lock-user.ts'
import { reactivateConnectorVerb } from './verbs/reactivate-connector.ts'
import { reactivateUserVerb } from './verbs/reactivate-user.ts'
import { removeMemberVerb } from './verbs/remove-member.ts'
import { renameGroupVerb } from './verbs/rename-group.ts'
import { rotateTokenVerb } from './verbs/rotate-token.ts'
import { scheduleUserStateVerb } from './verbs/schedule-user-state.ts'
import { setExportAttributesVerb } from './verbs/set-export-attributes.ts'
import { setGroupManagementVerb } from './verbs/set-group-management.ts'
import { setOrganizationVerb } from './verbs/set-organization.ts'
import { setPasswordVerb } from './verbs/set-password.ts'
import { suspendUserVerb } from './verbs/suspend-user.ts'
import { testConnectionVerb } from './verbs/test-connection.ts'
import { unbindGroupVerb } from './verbs/unbind-group.ts'
import { unbindUserVerb } from './verbs/unbind-user.ts'
import { unlockUserVerb } from './verbs/unlock-user.ts'
import { updateGroupVerb } from './verbs/update-group.ts'
import { updateUserVerb } from './verbs/update-user.ts'
import { applicationsView } from './views/applications.ts'
import { connectorsView } from './views/connector.ts'
import { exportAttributesView } from './views/export-attributes.ts'
import { groupsView } from './views/groups.ts'
import { insightsView } from './views/insights.ts'
import { insightsCountsView } from './views/insights-counts.ts'
import { linksView } from './views/links.ts'
import { mailsView } from './views/mails.ts'
import { organizationView } from './views/organization.ts'
import { pushesView } from './views/pushes.ts'
import { schedulesView } from './views/schedules.ts'
import { testReportsView } from './views/test-reports.ts'
import { usersView } from './views/users.ts'

const USER_VERBS = [
  activateUserVerb,
  createUserVerb,
  deleteUserVerb,
  expirePasswordVerb,
  lockUserVerb,
  reactivateUserVerb,
  scheduleUserStateVerb,
  setPasswordVerb,
  suspendUserVerb,
  unlockUserVerb,
  updateUserVerb,
]

const GROUP_VERBS = [
  addMemberVerb,
  createGroupVerb,
  deleteGroupVerb,
  removeMemberVerb,
  renameGroupVerb,
  updateGroupVerb,
]

const APPLICATION_VERBS = [
  activateVerb,
  bindGroupVerb,
  bindGroupsVerb,
  bindUserVerb,
  configureScimVerb,
  createApplicationVerb,
  deactivateVerb,
  deleteApplicationVerb,
  importUsersVerb,
  reactivateConnectorVerb,
  rotateTokenVerb,
  setExportAttributesVerb,
  setGroupManagementVerb,
  testConnectionVerb,
  unbindGroupVerb,
  unbindUserVerb,
]

const ORGANIZATION_VERBS = [createApiKeyVerb, loadCompanyVerb, setOrganizationVerb]

const VIEWS = [
  applicationsView,
  connectorsView,
  exportAttributesView,
  groupsView,
  insightsView,
  insightsCountsView,
  linksView,
  mailsView,
  organizationView,
  pushesView,
  schedulesView,
  testReportsView,
  usersView,
]

type Verbs = ReturnType<
  (typeof USER_VERBS | typeof GROUP_VERBS | typeof APPLICATION_VERBS | typeof ORGANIZATION_VERBS)[number]
>

/** By name, for `import type`: what each verb takes and answers, and what the items of each view are made of. */
export type VerbInputs = VerbInputsOf<Verbs>
export type VerbResults = VerbResultsOf<Verbs>
export type ViewItems = ViewItemsOf<ReturnType<(typeof VIEWS)[number]>>

/**
 * The one way in: console, command line, scenarios and JumpCloud's own API act through the same engine.
 */
export function createControl(engine: Engine, state: KeptState): Control {
  const groups = {
    Users: USER_VERBS,
    'User groups': GROUP_VERBS,
    Applications: APPLICATION_VERBS,
    Organization: ORGANIZATION_VERBS,
  }
  return assembleControl({
    name: 'jumpcloud',
    verbs: groupedVerbs(engine, groups),
    views: VIEWS.map((view) => view(engine)),
    durable: () => engine.durable(),
    idle: () => engine.idle(),
    ...state,
  })
}
