// Every finding, in order of precedence: of two that follow from one another the earlier is told.
import type { Finding } from './finding.ts'
import { OF_GROUPS } from './findings-of-groups.ts'
import { OF_PEOPLE } from './findings-of-people.ts'

export const FINDINGS: readonly Finding[] = [...OF_PEOPLE, ...OF_GROUPS]
