// Random histories, and the shortest scenario file of what they find.
export { asGiven } from './as-given.ts'
export { entraSender } from './entra/sender.ts'
export {
  EXPLORATION_RESULT_VERSION,
  ExplorationResult,
  mergeExplorations,
  reachedText,
} from './exploration-result.ts'
export { type Explored, type ExploreOptions, explore, type Found } from './explore.ts'
export { jumpCloudSender } from './jumpcloud/sender.ts'
export { oktaSender } from './okta/sender.ts'
export { explained, scenarioRunner } from './run-told.ts'
export type { Sender } from './sender.ts'
