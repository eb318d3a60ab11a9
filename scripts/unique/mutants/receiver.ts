import type { Mutant } from './mutant.ts'

export const RECEIVER_MUTANTS: readonly Mutant[] = []
