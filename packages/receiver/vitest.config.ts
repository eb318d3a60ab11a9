export { ofPackage as default } from '../../vitest.shared.ts'
