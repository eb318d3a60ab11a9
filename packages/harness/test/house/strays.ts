// What still goes against the table of rooms. The list may only get shorter: the test refuses an import that is not in it, and a line
// that has become untrue.

/** File below `packages` -> the rooms that it reaches against the table. */
export const STRAYS: Readonly<Record<string, readonly string[]>> = {
  'harness/src/scenario/check-expectation.ts': ['run'],
  'harness/src/scenario/refusals.ts': ['shared/http', 'shared/provisioning'],
  'jumpcloud-sim/src/api/v2-provision.ts': ['views'],
  'jumpcloud-sim/src/connector/connector-acts.ts': ['context'],
  'jumpcloud-sim/src/connector/import-acts.ts': ['context'],
  'jumpcloud-sim/src/directory/application.ts': ['connector'],
  'jumpcloud-sim/src/directory/change.ts': ['push'],
  'jumpcloud-sim/src/directory/directory-event.ts': ['state'],
  'jumpcloud-sim/src/directory/dynamic-groups.ts': ['state'],
  'jumpcloud-sim/src/directory/find.ts': ['state'],
  'jumpcloud-sim/src/directory/load-company.ts': ['acts', 'state'],
  'jumpcloud-sim/src/directory/state.ts': ['push'],
  'jumpcloud-sim/src/directory/view.ts': ['push'],
  'jumpcloud-sim/src/insights/render-provisioned.ts': ['push'],
  'jumpcloud-sim/src/verbs/activate.ts': ['views'],
  'jumpcloud-sim/src/verbs/configure-scim.ts': ['views'],
  'jumpcloud-sim/src/verbs/create-api-key.ts': ['api'],
  'jumpcloud-sim/src/verbs/deactivate.ts': ['views'],
  'jumpcloud-sim/src/verbs/rotate-token.ts': ['views'],
  'jumpcloud-sim/src/verbs/set-export-attributes.ts': ['views'],
  'jumpcloud-sim/src/verbs/set-group-management.ts': ['views'],
  'receiver/src/admin/api/sign-in.ts': ['scim'],
  'receiver/src/admin/desk.ts': ['deviations'],
  'receiver/src/directory/directory.ts': ['profile'],
  'receiver/src/directory/ledger.ts': ['profile'],
  'receiver/src/scim/handler.ts': ['shared/store'],
  'receiver/src/sync-source/issue-token.ts': ['scim'],
  'receiver/src/verbs/add-source.ts': ['scim'],
  'receiver/src/verbs/create-personal-token.ts': ['scim'],
  'receiver/src/verbs/set-deviations.ts': ['deviations'],
}

/** Files below `packages` that import one another in a circle, imports of types included. */
export const CIRCLES: readonly (readonly string[])[] = []
