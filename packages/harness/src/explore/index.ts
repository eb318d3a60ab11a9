// Random histories, and the shortest scenario file of what they find.
export { Coverage, mergeReached, type Reached } from './coverage.ts'
export { entraSender } from './entra/sender.ts'
export { type Explored, explore, type Found } from './explore.ts'
export { jumpCloudSender } from './jumpcloud/sender.ts'
export { explained, scenarioRunner } from './run-text.ts'
export type { Sender } from './sender.ts'
