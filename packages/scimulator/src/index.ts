// The library: a SCIM receiver, an Entra ID tenant, a JumpCloud organisation, and scenarios, in a test of your own.
export type { Exchange, ScimRequest, ScimResponse } from '@scimulator/shared/provisioning'
export type { CompanySource } from './api/company-source.ts'
export { createEntraTenant, type EntraTenant, type EntraTenantOptions } from './api/entra-tenant.ts'
export type { Company } from './api/generated/company.ts'
export type { EntraVerbs, EntraView } from './api/generated/entra-verbs.ts'
export type { JumpCloudVerbs, JumpCloudView } from './api/generated/jumpcloud-verbs.ts'
export type { ReceiverVerbs, ReceiverView } from './api/generated/receiver-verbs.ts'
export type {
  ExpectationResult,
  Explanation,
  Finding,
  Recording,
  ScenarioResult,
  ShownExchange,
  SkipReason,
  StepResult,
  TestResult,
  Verdict,
} from './api/generated/results.ts'
export type { HttpRequest, HttpResponse, Listening, ListenOptions } from './api/http-types.ts'
export { createJumpCloudOrg, type JumpCloudOrg, type JumpCloudOrgOptions } from './api/jumpcloud-org.ts'
export type { Program, Snapshot, Timed, ViewItem } from './api/program.ts'
export { createReceiver, type Receiver, type ReceiverOptions } from './api/receiver.ts'
export { type RunScenarioOptions, runScenario, type ScenarioRun } from './api/run-scenario.ts'
export type { SimulatorOptions } from './api/simulator-options.ts'
export type { TargetOptions } from './api/target-options.ts'
export { type TestEndpointOptions, testEndpoint } from './api/test-endpoint.ts'
export { createWorld, type World, type WorldOptions } from './api/world.ts'
export { type EntraSession, type EntraSessionOptions, entra } from './suite/entra.ts'
export type { Expectation, Query } from './suite/expectation.ts'
export { type JumpCloudSession, jumpcloud } from './suite/jumpcloud.ts'
export { scenario } from './suite/scenario.ts'
export type { Session } from './suite/session.ts'
export type { AppUnderTest, SessionOptions } from './suite/session-options.ts'
