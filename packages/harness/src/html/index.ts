export { runPage } from './run-page.ts'
export { suitesPage } from './suites-page.ts'
export { testPage } from './test-page.ts'
