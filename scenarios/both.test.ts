import { testFiles } from './test-files.ts'

await testFiles('both')
