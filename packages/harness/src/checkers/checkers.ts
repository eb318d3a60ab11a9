import type { Checker } from './checker.ts'
import { groupMembers } from './group-members.ts'
import { linkTargets } from './link-targets.ts'
import { uniqueMembers } from './unique-members.ts'

export const CHECKERS: readonly Checker[] = [
  uniqueMembers,
  groupMembers,
  linkTargets('entra'),
  linkTargets('jumpcloud'),
]
