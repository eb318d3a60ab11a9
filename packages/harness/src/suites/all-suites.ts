import { okta } from './okta/okta.ts'
import { rfc } from './rfc/rfc.ts'
import type { Suite } from './suite.ts'

export const SUITES: readonly Suite[] = [okta, rfc]
