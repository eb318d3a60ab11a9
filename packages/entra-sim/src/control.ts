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
import { addAttributeVerb } from './verbs/add-attribute.ts'
import { addMappingVerb } from './verbs/add-mapping.ts'
import { addMemberVerb } from './verbs/add-member.ts'
import { allowDeletesVerb } from './verbs/allow-deletes.ts'
import { assignVerb } from './verbs/assign.ts'
import { blockUserVerb } from './verbs/block-user.ts'
import { createAppVerb } from './verbs/create-app.ts'
import { createGroupVerb } from './verbs/create-group.ts'
import { createUserVerb } from './verbs/create-user.ts'
import { deleteAppVerb } from './verbs/delete-app.ts'
import { deleteGroupVerb } from './verbs/delete-group.ts'
import { deleteLinkVerb } from './verbs/delete-link.ts'
import { deleteUserVerb } from './verbs/delete-user.ts'
import { evaluateExpressionVerb } from './verbs/evaluate-expression.ts'
import { explainVerb } from './verbs/explain.ts'
import { lintMappingsVerb } from './verbs/lint-mappings.ts'
import { loadCompanyVerb } from './verbs/load-company.ts'
import { previewScopeVerb } from './verbs/preview-scope.ts'
import { provisionOnDemandVerb } from './verbs/provision-on-demand.ts'
import { purgeUserVerb } from './verbs/purge-user.ts'
import { rehearseVerb } from './verbs/rehearse.ts'
import { removeAttributeVerb } from './verbs/remove-attribute.ts'
import { removeMappingVerb } from './verbs/remove-mapping.ts'
import { removeMemberVerb } from './verbs/remove-member.ts'
import { renameGroupVerb } from './verbs/rename-group.ts'
import { restartVerb } from './verbs/restart.ts'
import { restoreGroupVerb } from './verbs/restore-group.ts'
import { restoreUserVerb } from './verbs/restore-user.ts'
import { rollSigningKeyVerb } from './verbs/roll-signing-key.ts'
import { runCycleVerb } from './verbs/run-cycle.ts'
import { saveAttributesVerb } from './verbs/save-attributes.ts'
import { saveMappingsVerb } from './verbs/save-mappings.ts'
import { setCredentialsVerb } from './verbs/set-credentials.ts'
import { setMappingVerb } from './verbs/set-mapping.ts'
import { setObjectActionsVerb } from './verbs/set-object-actions.ts'
import { setScopingFilterVerb } from './verbs/set-scoping-filter.ts'
import { setSettingsVerb } from './verbs/set-settings.ts'
import { startVerb } from './verbs/start.ts'
import { stopVerb } from './verbs/stop.ts'
import { testConnectionVerb } from './verbs/test-connection.ts'
import { tryMappingsVerb } from './verbs/try-mappings.ts'
import { unassignVerb } from './verbs/unassign.ts'
import { unblockUserVerb } from './verbs/unblock-user.ts'
import { updateGroupVerb } from './verbs/update-group.ts'
import { updateUserVerb } from './verbs/update-user.ts'
import { useMappingPresetVerb } from './verbs/use-mapping-preset.ts'
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
  loadCompanyVerb,
  createUserVerb,
  updateUserVerb,
  blockUserVerb,
  unblockUserVerb,
  deleteUserVerb,
  restoreUserVerb,
  purgeUserVerb,
  createGroupVerb,
  renameGroupVerb,
  updateGroupVerb,
  addMemberVerb,
  removeMemberVerb,
  deleteGroupVerb,
  restoreGroupVerb,
]

const APP_VERBS = [
  createAppVerb,
  deleteAppVerb,
  setCredentialsVerb,
  rollSigningKeyVerb,
  testConnectionVerb,
  useMappingPresetVerb,
  addAttributeVerb,
  removeAttributeVerb,
  saveAttributesVerb,
  setMappingVerb,
  addMappingVerb,
  removeMappingVerb,
  saveMappingsVerb,
  setObjectActionsVerb,
  setScopingFilterVerb,
  setSettingsVerb,
  assignVerb,
  unassignVerb,
]

const JOB_VERBS = [
  startVerb,
  stopVerb,
  restartVerb,
  allowDeletesVerb,
  runCycleVerb,
  rehearseVerb,
  explainVerb,
  evaluateExpressionVerb,
  tryMappingsVerb,
  lintMappingsVerb,
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
  const { ports, runner } = context
  const groups = { Directory: DIRECTORY_VERBS, Application: APP_VERBS, Job: JOB_VERBS }
  return assembleControl({
    name: 'entra',
    verbs: groupedVerbs(context, groups),
    views: VIEWS.map((view) => view(context)),
    durable: ports.durable,
    idle: () => runner.idle(),
    ...state,
  })
}
