import type { Checker } from './checker.ts'
import { uniqueMembers } from './unique-members.ts'

export const CHECKERS: readonly Checker[] = [uniqueMembers]
