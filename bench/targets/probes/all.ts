import type { Probe } from '../probe.ts'

/** Each loaded when it is run. */
export const PROBES: readonly (() => Promise<{ readonly probe: Probe }>)[] = [
  () => import('./starting.ts'),
  () => import('./writes.ts'),
  () => import('./mounted.ts'),
  () => import('./reads.ts'),
  () => import('./searches.ts'),
  () => import('./groups.ts'),
  () => import('./cycles.ts'),
  () => import('./sizes.ts'),
  () => import('./memory.ts'),
]
