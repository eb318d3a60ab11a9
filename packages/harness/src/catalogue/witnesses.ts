// What shows each line of the fidelity page: a scenario or a test, by the beginning of the line. A test holds both lists together.

const ENGINE = 'packages/entra-sim/test/engine'
const GRAPH = 'packages/entra-sim/test/graph'
const MAPPING = 'packages/entra-sim/src/mapping'
const JC = 'packages/jumpcloud-sim/test'
const RECEIVER = 'packages/receiver/test'
const ENTRA = 'scenarios/entra'
const JUMPCLOUD = 'scenarios/jumpcloud'

type Witness = readonly [begins: string, shown: string]

const OF_CYCLES: readonly Witness[] = [
  ['Initial cycle, then', `${ENGINE}/cycle.test.ts`],
  ['A cycle every 40 minutes', `${ENGINE}/cycle.test.ts`],
  ['Users, then groups', `${ENGINE}/golden-traces.test.ts`],
  ['Match by one attribute', `${ENTRA}/quirks/matching-one-after-another.yaml`],
  ['A probe with a random name', `${ENTRA}/quirks/random-lookups.yaml`],
  ['Test Connection asks for', `${ENTRA}/target-without-groups.yaml`],
  ['No source changes', `${ENGINE}/cycle.test.ts`],
  ['How long a cycle takes', `${ENGINE}/running-cycle.test.ts`],
  ['Requests per second', 'packages/entra-sim/src/cycle/paced-engine.test.ts'],
  ['Requests in parallel', `${ENGINE}/bounds.test.ts`],
  ['Progress of a cycle', `${ENGINE}/running-cycle.test.ts`],
]

const OF_SCOPE: readonly Witness[] = [
  ['Assigned users and direct', `${ENTRA}/nested-groups.yaml`],
  ['Default access entitles', `${ENGINE}/field-cases.test.ts`],
  ['Roles of every assigned', `${ENGINE}/app-roles.test.ts`],
  ['IsSoftDeleted in its', `${ENGINE}/deprovisioning.test.ts`],
  ['Disable by PATCH', `${ENGINE}/deprovisioning.test.ts`],
  ['SkipOutOfScopeDeletions', `${ENTRA}/skip-out-of-scope-deletions.yaml`],
  ['Soft delete renames', `${ENTRA}/soft-delete-keeps-name.yaml`],
  ['Scoping filters, 14', `${ENGINE}/scope.test.ts`],
  ['A member or manager who comes', `${ENTRA}/late-member.yaml`],
  ['A member or manager whose', `${ENTRA}/references-heal.yaml`],
  ['A group that failed', `${ENTRA}/held-back-group-gets-no-members.yaml`],
  ['Whether links outlive', `${ENTRA}/reassigned.yaml`],
]

const OF_THE_WIRE: readonly Witness[] = [
  ['Requests of every kind', `${ENGINE}/golden-traces.test.ts`],
  ['Whether the flag', `${ENTRA}/flag-in-url.yaml`],
  ['No User-Agent', `${ENTRA}/quirks/no-user-agent.yaml`],
  ['How a manager is taken', `${ENTRA}/manager-goes.yaml`],
  ['Members per PATCH', `${ENTRA}/members-in-batches.yaml`],
  ['Members are replaced', `${ENTRA}/quirks/members-replaced.yaml`],
  ['Forms that were seen', `${ENTRA}/quirks/lone-attribute-without-path.yaml`],
  ['Nulls are never sent', `${ENTRA}/cleared-attribute.yaml`],
  ['Whether the service ever', `${ENGINE}/golden-traces.test.ts`],
]

const OF_ANSWERS: readonly Witness[] = [
  ['Error codes of the', `${ENGINE}/answers.test.ts`],
  ['Retries: next cycle', `${ENTRA}/escrow-ladder.yaml`],
  ['Answers with values', 'packages/entra-sim/src/conversation/what-cannot-be-read.test.ts'],
  ['404 on a known id', `${ENTRA}/quirks/deleted-in-lark.yaml`],
  ['Retry-After', `${ENGINE}/answers.test.ts`],
  ['Quarantine: triggers', `${ENGINE}/quarantine.test.ts`],
  ['Duplicate roles', `${ENGINE}/quarantine.test.ts`],
  ['DuplicateSourceEntries', `${ENGINE}/duplicate-source.test.ts`],
  ['Provisioning logs of', `${GRAPH}/logs.test.ts`],
  ['Accidental deletions', `${ENGINE}/accidental-deletions.test.ts`],
]

const OF_CONFIGURATION: readonly Witness[] = [
  ['The default mapping', `${MAPPING}/post-and-patch.test.ts`],
  ['Attribute list', `${ENGINE}/custom-attributes.test.ts`],
  ['The role of Single', 'packages/harness/test/field-cases/single-role.yaml'],
  ['appRoleAssignments mapped', `${MAPPING}/mapping.test.ts`],
  ['Mapping language', 'packages/entra-sim/src/expression/registry.test.ts'],
  ['Regular expressions', 'packages/shared/src/regex/regex.test.ts'],
  ['Restart and its', `${ENGINE}/restart-scope.test.ts`],
  ['Provision on demand', `${ENGINE}/on-demand.test.ts`],
  ['The Graph calls of', 'packages/scimulator/test/gallery-validation.test.ts'],
  ['Sign-in with OAuth', `${ENGINE}/client-credentials.test.ts`],
  ['Workload identity', 'packages/harness/test/field-cases/workload-identity.test.ts'],
  ['The token that Entra', `${ENGINE}/empty-token.test.ts`],
  ['Applications and service', `${GRAPH}/terraform.test.ts`],
  ['Templates customappsso', `${GRAPH}/terraform.test.ts`],
  ['Object connections', `${GRAPH}/synchronization-operations.test.ts`],
  ['Codes of a failed', `${GRAPH}/secrets.test.ts`],
  ['`provisioningAction`', `${GRAPH}/validation-kit.test.ts`],
  ['Graph resources', `${GRAPH}/every-operation.test.ts`],
  ['Advanced queries', 'packages/entra-sim/src/graph/odata/advanced-query.test.ts'],
  ['What Graph refuses', `${GRAPH}/scripts.test.ts`],
  ['Dynamic groups', `${ENTRA}/dynamic-group.yaml`],
]

const OF_JUMPCLOUD: readonly Witness[] = [
  ['Test Connection creates', `${JC}/connector.test.ts`],
  ['An address in use', `${JUMPCLOUD}/test-connection-fails.yaml`],
  ['Strictly typed answers', `${JC}/failures.test.ts`],
  ['What the console says', `${JC}/connector.test.ts`],
  ['Base URL and path', `${JUMPCLOUD}/trailing-slash.yaml`],
  ['Group management demands', `${JC}/connector.test.ts`],
  ['Import of users', `${JC}/import-pages.test.ts`],
  ['Events push at once', `${JC}/triggers.test.ts`],
  ['Whole users by PUT', `${JC}/wire.test.ts`],
  ['A user is looked up', `${JUMPCLOUD}/looked-up-before-each-write.yaml`],
  ['Staged users are not', `${JUMPCLOUD}/password-expiry.yaml`],
  ['Memberships of a user', `${JUMPCLOUD}/refused-user-enters-groups-later.yaml`],
  ['Members who are in', `${JUMPCLOUD}/repeated-member-adds.yaml`],
  ['Bind, unbind', `${JUMPCLOUD}/ending-unbind.yaml`],
  ['How groups are updated', `${JUMPCLOUD}/e06-groups-by-put.yaml`],
  ['What the body of a PUT', `${JC}/look-up.test.ts`],
  ['Retries', `${JC}/failures.test.ts`],
  ['What becomes of a deleted', `${JUMPCLOUD}/e03-deleted-at-the-source.yaml`],
  ['systemusers, user groups', `${JC}/every-operation.test.ts`],
  ['Answers without and', `${JC}/api/v1.test.ts`],
  ['Search filters', `${JC}/search.test.ts`],
  ['Groups of all kinds', `${JC}/api/v2.test.ts`],
  ['search_term of Insights', `${JC}/insights.test.ts`],
  ['Directory Insights', `${JC}/kept-events.test.ts`],
  ['Starting an import', `${JC}/import.test.ts`],
  ['Connector settings', `${JC}/connector.test.ts`],
]

const OF_THE_RECEIVER: readonly Witness[] = [
  ['An extension that no', 'packages/harness/test/field-cases/undeclared-extension.yaml'],
  ['Other attributes that', `${RECEIVER}/scim/custom-attributes.test.ts`],
  ['OAuth 2.0 client', 'packages/harness/test/field-cases/client-credentials.yaml'],
  ['Assertions of clients', `${RECEIVER}/oauth/client-assertion.test.ts`],
  ['Tokens that Entra ID', `${RECEIVER}/oauth/issued-token.test.ts`],
  ['Resource types that are', `${RECEIVER}/scim/declared-resource-types.test.ts`],
  ['Security events by poll', `${RECEIVER}/events/what-is-told.test.ts`],
  ['Paging by cursor', `${RECEIVER}/scim/paging-and-answers.test.ts`],
  ['A PATCH of a group', `${RECEIVER}/scim/paging-and-answers.test.ts`],
  ['A replace whose filter', `${RECEIVER}/scim/paging-and-answers.test.ts`],
  ['Each field of a member', `${RECEIVER}/lark/pages.test.ts`],
  ['Members change their own', `${RECEIVER}/admin/admin-api.test.ts`],
  ['Administrators are edited', `${RECEIVER}/lark/administrators.test.ts`],
]

export const WITNESSES: readonly Witness[] = [
  ...OF_CYCLES,
  ...OF_SCOPE,
  ...OF_THE_WIRE,
  ...OF_ANSWERS,
  ...OF_CONFIGURATION,
  ...OF_JUMPCLOUD,
  ...OF_THE_RECEIVER,
]

/** The scenario or test that shows a line; undefined for what is left out. */
export function witnessOf({
  behaviour,
  status,
}: {
  readonly behaviour: string
  readonly status: string
}): string | undefined {
  if (status === 'left out') return undefined
  return WITNESSES.find(([begins]) => behaviour.startsWith(begins))?.[1]
}
