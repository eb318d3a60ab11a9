// The library: a receiver, an Entra ID tenant, a JumpCloud organisation, and scenarios in a test of your own.
export { createEntraTenant } from '@scimulator/entra-sim'
export {
  type CreateWorldOptions,
  createWorld,
  loadScenario,
  type RunScenarioOptions,
  runScenario,
  scenarioTree,
} from '@scimulator/harness'
export { createJumpCloudOrg } from '@scimulator/jumpcloud-sim'
export { createReceiver } from '@scimulator/receiver'
