// The tenant's verbs and views, collected. They are the vocabulary of scenarios.
import {
  type Control,
  groupedVerbs,
  type VerbInputsOf,
  type VerbResultsOf,
  type ViewItemsOf,
} from '@scimulator/shared/behaviour'
import { assembleControl, type KeptState } from '@scimulator/shared/program'
import type { EntraContext } from './context.ts'
import { addAttribute } from './verbs/add-attribute.ts'
import { addMemberVerb, removeMemberVerb } from './verbs/add-member.ts'
import { allowDeletes } from './verbs/allow-deletes.ts'
import { assignVerb } from './verbs/assign.ts'
import { blockUser, unblockUser } from './verbs/block-user.ts'
import { createAppVerb } from './verbs/create-app.ts'
import { createGroupVerb } from './verbs/create-group.ts'
import { createUserVerb } from './verbs/create-user.ts'
import { deleteAppVerb } from './verbs/delete-app.ts'
import { deleteGroupVerb, restoreGroupVerb } from './verbs/delete-group.ts'
import { deleteLinkVerb } from './verbs/delete-link.ts'
import { deleteUserVerb } from './verbs/delete-user.ts'
import { evaluateExpression } from './verbs/evaluate-expression.ts'
import { explainVerb } from './verbs/explain.ts'
import { lintMappings } from './verbs/lint-mappings.ts'
import { loadCompany } from './verbs/load-company.ts'
import { previewScopeVerb } from './verbs/preview-scope.ts'
import { provisionOnDemandVerb } from './verbs/provision-on-demand.ts'
import { purgeUserVerb } from './verbs/purge-user.ts'
import { rehearseVerb } from './verbs/rehearse.ts'
import { removeAttribute } from './verbs/remove-attribute.ts'
import { removeMapping } from './verbs/remove-mapping.ts'
import { renameGroup } from './verbs/rename-group.ts'
import { restart } from './verbs/restart.ts'
import { restoreUserVerb } from './verbs/restore-user.ts'
import { rollSigningKey } from './verbs/roll-signing-key.ts'
import { runCycleVerb } from './verbs/run-cycle.ts'
import { saveAttributes } from './verbs/save-attributes.ts'
import { saveMappings } from './verbs/save-mappings.ts'
import { setCredentials } from './verbs/set-credentials.ts'
import { addMapping, setMapping } from './verbs/set-mapping.ts'
import { setObjectActions } from './verbs/set-object-actions.ts'
import { setScopingFilter } from './verbs/set-scoping-filter.ts'
import { setSettings } from './verbs/set-settings.ts'
import { start } from './verbs/start.ts'
import { stop } from './verbs/stop.ts'
import { testConnection } from './verbs/test-connection.ts'
import { tryMappings } from './verbs/try-mappings.ts'
import { unassignVerb } from './verbs/unassign.ts'
import { updateGroupVerb } from './verbs/update-group.ts'
import { updateUserVerb } from './verbs/update-user.ts'
import { useMappingPreset } from './verbs/use-mapping-preset.ts'
import { applications } from './views/applications.ts'
import { assignments } from './views/assignments.ts'
import { sourceAttributes, targetAttributes } from './views/attributes.ts'
import { auditLogs } from './views/audit-logs.ts'
import { escrows } from './views/escrows.ts'
import { federation } from './views/federation.ts'
import { functions } from './views/functions.ts'
import { groups } from './views/groups.ts'
import { job } from './views/job.ts'
import { links } from './views/links.ts'
import { mails } from './views/mails.ts'
import { mappings } from './views/mappings.ts'
import { memberships } from './views/memberships.ts'
import { objectMappings } from './views/object-mappings.ts'
import { operators } from './views/operators.ts'
import { provisioningLogs } from './views/provisioning-logs.ts'
import { schema } from './views/schema.ts'
import { stagedDeletes } from './views/staged-deletes.ts'
import { standings } from './views/standings.ts'
import { tenant } from './views/tenant.ts'
import { users } from './views/users.ts'

const DIRECTORY_VERBS = [
  loadCompany,
  createUserVerb,
  updateUserVerb,
  blockUser,
  unblockUser,
  deleteUserVerb,
  restoreUserVerb,
  purgeUserVerb,
  createGroupVerb,
  renameGroup,
  updateGroupVerb,
  addMemberVerb,
  removeMemberVerb,
  deleteGroupVerb,
  restoreGroupVerb,
]

const APP_VERBS = [
  createAppVerb,
  deleteAppVerb,
  setCredentials,
  rollSigningKey,
  testConnection,
  useMappingPreset,
  addAttribute,
  removeAttribute,
  saveAttributes,
  setMapping,
  addMapping,
  removeMapping,
  saveMappings,
  setObjectActions,
  setScopingFilter,
  setSettings,
  assignVerb,
  unassignVerb,
]

const JOB_VERBS = [
  start,
  stop,
  restart,
  allowDeletes,
  runCycleVerb,
  rehearseVerb,
  explainVerb,
  evaluateExpression,
  tryMappings,
  lintMappings,
  previewScopeVerb,
  provisionOnDemandVerb,
  deleteLinkVerb,
]

const VIEWS = [
  tenant,
  users,
  groups,
  memberships,
  standings,
  applications,
  assignments,
  job,
  federation,
  mappings,
  objectMappings,
  sourceAttributes,
  targetAttributes,
  schema,
  operators,
  functions,
  links,
  escrows,
  stagedDeletes,
  provisioningLogs,
  auditLogs,
  mails,
]

type Verbs = ReturnType<(typeof DIRECTORY_VERBS | typeof APP_VERBS | typeof JOB_VERBS)[number]>

/** By name, for `import type`: what each verb takes and answers, and what the items of each view are made of. */
export type VerbInputs = VerbInputsOf<Verbs>
export type VerbResults = VerbResultsOf<Verbs>
export type ViewItems = ViewItemsOf<ReturnType<(typeof VIEWS)[number]>>

export function createControl(context: EntraContext, state: KeptState): Control {
  const { engine, runner } = context
  const groups = { Directory: DIRECTORY_VERBS, Application: APP_VERBS, Job: JOB_VERBS }
  return assembleControl({
    name: 'entra',
    verbs: groupedVerbs(context, groups),
    views: VIEWS.map((view) => view(context)),
    durable: engine.durable,
    idle: () => runner.idle(),
    ...state,
  })
}
