export type { ScimHandler } from '@scimulator/shared/http'
export { CHECKS } from './checks.ts'
export type { Application, Door, Entry } from './doors.ts'
export type { Progress } from './examine.ts'
export type { FirstSight } from './first-sights.ts'
export { type ScreenOptions, type Style, screen } from './screen.ts'
export { testCases } from './test-cases.ts'
export { type TestHandlerOptions, type TestOptions, type TestTargetOptions, testEndpoint } from './test-endpoint.ts'
export {
  ShownExchange,
  TEST_RESULT_VERSION,
  TestResult,
  ToldFinding,
  ToldVerdict,
  testResultJsonSchema,
} from './test-result.ts'
export { workOrders } from './work-orders.ts'
