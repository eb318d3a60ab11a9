import { defineDeviation } from './deviation.ts'
import { keepingResources } from './rewriting.ts'

export const inactiveUsersHidden = defineDeviation({
  name: 'inactive-users-hidden',
  describes: 'Leaves inactive users out of lists and filters.',
  pain: 'A person who comes back is not found, is created again, and collides.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'stops',
  seenBy: ['directory.users', 'directory.users.active'],
  consequences: [],
  source: 'better-auth/better-auth#11111, growthbook/growthbook#1680',
  looksInside: true,
  create: () => keepingResources((resource) => resource.active !== false),
})
