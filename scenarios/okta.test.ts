import { testFiles } from './test-files.ts'

await testFiles('okta')
