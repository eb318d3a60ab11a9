import type { User } from '../values/user.ts'
import type { Json } from './operation.ts'

/** The one type of people that there is. */
export const USER_TYPE = 'oty00000000000000000'

/** A person as the API answers (O910, O917): an attribute without a value is left out, but for the two that Okta shows as null. */
export function renderUser({ id, status, created, lastUpdated, profile, ...user }: User, origin: string): Json {
  const self = `${origin}/api/v1/users/${id}`
  return {
    ...{ id, status, created, activated: user.activated ?? null, statusChanged: user.statusChanged ?? null },
    ...{ lastLogin: null, lastUpdated, passwordChanged: null, type: { id: USER_TYPE } },
    profile: { mobilePhone: null, secondEmail: null, ...profile },
    credentials: { provider: { type: 'OKTA', name: 'OKTA' } },
    _links: { self: { href: self } },
  }
}
