import type { FidelityRow } from '@scimulator/shared/behaviour'
import { ACCIDENT, HOW, KNOWN, QUARANTINE } from './sources.ts'

/** Members and managers: whom the job sends, and what is missed. */
export const ENTRA_REFERENCE_FIDELITY: readonly FidelityRow[] = [
  {
    behaviour: 'A member or manager who comes into scope later is missed until a restart',
    status: 'reproduced',
    grade: 'documented',
    source: KNOWN,
    shown: 'scenarios/entra/late-member.yaml',
  },
  {
    behaviour: 'A member or manager whose own provisioning failed follows once it succeeds',
    status: 'reproduced',
    grade: 'inferred',
    source: `${QUARANTINE} (failed references are counted and retried)`,
    note: 'In the same cycle.',
    switches: ['referenceRetry'],
    shown: 'scenarios/entra/references-heal.yaml',
  },
  {
    behaviour:
      'A member who was added, but not according to the answer, and leaves before the retry stays at the target',
    status: 'reproduced',
    grade: 'inferred',
    source:
      'The job reads no members and repairs no drift (Microsoft Q&A 2278290); nothing is published on lost answers',
    note: 'A removal is sent only of a member whom the job knows to have written.',
    shown: 'packages/entra-sim/test/engine/reference-retry.test.ts',
  },
  {
    behaviour: 'A group that failed in the cycle, or whose removal is held back, is sent no members',
    status: 'reproduced',
    grade: 'decided',
    source: `${HOW}; ${ACCIDENT}`,
    note: 'They follow once the group succeeds, or is wanted again.',
    shown: 'scenarios/entra/held-back-group-gets-no-members.yaml',
  },
]
