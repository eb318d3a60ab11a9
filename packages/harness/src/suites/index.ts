export { SUITES } from './all-suites.ts'
export { runSuites, type SuitesOptions } from './run-suites.ts'
export { type Kit, type Section, SUITE_NAMES, type Suite, type SuiteName } from './suite.ts'
export { suiteCases } from './suite-cases.ts'
export { type SuiteOrderOptions, suiteOrders } from './suite-orders.ts'
export { suitePage } from './suite-page.ts'
export {
  SUITE_RESULT_VERSION,
  SuiteResult,
  suiteResultJsonSchema,
  type ToldRow,
  type ToldSuite,
} from './suite-result.ts'
export { suiteScreen } from './suite-screen.ts'
