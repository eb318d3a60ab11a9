import type { ObjectIntent, Reason } from './intent.ts'

/** Gone from the source before it ever reached the target: what an escrow or a staged removal still remembers of it ends. */
export function planForgotten(
  objectType: 'User' | 'Group',
  objectId: string,
  reasons: readonly Reason[],
): ObjectIntent | undefined {
  const isRemembered = reasons.includes('escrow') || reasons.includes('staged')
  const skip = { kind: 'skip', reason: 'DeletedNeverProvisioned', after: 'keep' } as const
  return isRemembered ? { ...skip, objectType, objectId, reasons, scope: null } : undefined
}
