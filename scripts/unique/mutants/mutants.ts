import { ENTRA_MUTANTS } from './entra/entra.ts'
import { JUMPCLOUD_MUTANTS } from './jumpcloud.ts'
import type { Mutant } from './mutant.ts'
import { RECEIVER_MUTANTS } from './receiver.ts'

export const MUTANTS: readonly Mutant[] = [...ENTRA_MUTANTS, ...JUMPCLOUD_MUTANTS, ...RECEIVER_MUTANTS]
