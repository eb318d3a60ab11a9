import type { ProgramKind } from './program.ts'

export const PROGRAM_KINDS: readonly ProgramKind[] = []
