// Entra ID's deciding code, room by room.
import type { Mutant } from '../mutant.ts'
import { ABSORB_MUTANTS } from './absorb.ts'
import { ACTS_MUTANTS } from './acts.ts'
import { CONVERSATION_MUTANTS } from './conversation.ts'
import { DIRECTORY_MUTANTS } from './directory.ts'
import { GRAPH_MUTANTS } from './graph.ts'
import { JOB_MUTANTS } from './job.ts'
import { MAPPING_MUTANTS } from './mapping.ts'
import { PLAN_MUTANTS } from './plan.ts'
import { SCOPING_MUTANTS } from './scoping.ts'
import { SETTLE_MUTANTS } from './settle.ts'
import { STATE_MUTANTS } from './state.ts'

export const ENTRA_MUTANTS: readonly Mutant[] = [
  ...ABSORB_MUTANTS,
  ...ACTS_MUTANTS,
  ...CONVERSATION_MUTANTS,
  ...DIRECTORY_MUTANTS,
  ...GRAPH_MUTANTS,
  ...JOB_MUTANTS,
  ...MAPPING_MUTANTS,
  ...PLAN_MUTANTS,
  ...SCOPING_MUTANTS,
  ...SETTLE_MUTANTS,
  ...STATE_MUTANTS,
]
