export { testPage } from './test-page.ts'
