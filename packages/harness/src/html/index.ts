export { runPage } from './run-page.ts'
export { testPage } from './test-page.ts'
