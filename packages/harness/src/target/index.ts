/** Any SCIM endpoint as target: nothing of theirs is touched, and nothing of ours stays. */

export { type Adoption, adoptNamed, namesInFile, type SavedResource } from './adoption.ts'
export { type Cleaning, type CleanTargetOptions, cleanTarget } from './clean-target.ts'
export { type Leftover, leftoverText } from './clean-up.ts'
export { CONFIG_FILE, configJsonSchema } from './config-file.ts'
export { type ConnectedTarget, type ConnectOptions, connectTarget } from './connect-target.ts'
export { describeGiven, describeTarget, type GivenTarget } from './describe-target.ts'
export type { FoundLeftover } from './find-leftovers.ts'
export {
  type GuardedTarget,
  type GuardTargetOptions,
  guardOpened,
  guardTarget,
} from './guarded-target.ts'
export { type Inventory, takeInventory } from './inventory.ts'
export { type Judgement, judgeRequest, type LedgerView } from './judge-request.ts'
export { loadSecrets } from './load-secrets.ts'
export {
  assertConsent,
  type OpenOptions,
  type OpenTarget,
  openGiven,
  openTarget,
  parallelOf,
  readDescription,
} from './open-target.ts'
export { createPlanCounter, type PlanFigures, planText } from './plan-figures.ts'
export type { Environment, TargetFlags } from './read-settings.ts'
export type { ResourceKind, ResourceRef } from './resource-kind.ts'
export { newRunId } from './run-id.ts'
export type { RunNames } from './run-names.ts'
export { type Resource, readResources, UnreadableTarget } from './scim-reading.ts'
export type { Stop } from './stop.ts'
export { nameAttribute, type TargetConnection } from './target-connection.ts'
export { type Authentication, isLoopback, type Secret, type TargetDescription } from './target-description.ts'
export type { GuardedConnection, TargetRun } from './target-run.ts'
export { ConfigFile, isHttpUrl, TargetSettings } from './target-settings.ts'
