import type { ObjectIntent, Reason, SkipReason } from './intent.ts'

/**
 * Gone from the source before it ever reached the target, or a group while groups are switched off: what an escrow or a staged removal
 * still remembers of it ends.
 */
export function planForgotten(
  objectType: 'User' | 'Group',
  objectId: string,
  reasons: readonly Reason[],
  why: SkipReason = 'DeletedNeverProvisioned',
): ObjectIntent | undefined {
  const isRemembered = reasons.includes('escrow') || reasons.includes('staged')
  const skip = { kind: 'skip', reason: why, after: 'keep' } as const
  return isRemembered ? { ...skip, objectType, objectId, reasons, scope: null } : undefined
}
