import type { Deviation } from './deviation.ts'
import { keepingResources } from './rewriting.ts'

/**
 * Leaves inactive users out of lists and filters. Pain: whoever comes back is not found, created again, and
 * collides. Source: better-auth/better-auth#11111, growthbook/growthbook#1680.
 */
export const inactiveUsersHidden: Deviation = {
  name: 'inactive-users-hidden',
  describes: 'Leaves inactive users out of lists and filters.',
  pain: 'whoever comes back is not found, created again, and collides.',
  source: 'better-auth/better-auth#11111, growthbook/growthbook#1680',
  create: () => keepingResources((resource) => resource.active !== false),
}
