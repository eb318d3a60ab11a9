import type { Group } from '../values/group.ts'
import type { Json } from './operation.ts'

/** A group as the API answers (O918). Every group here is one of the organization's own. */
export function renderGroup({ id, name, description, ...group }: Group, origin: string): Json {
  const self = `${origin}/api/v1/groups/${id}`
  return {
    ...{ id, created: group.created ?? null, lastUpdated: group.lastUpdated ?? null },
    lastMembershipUpdated: group.lastMembershipUpdated ?? null,
    ...{ objectClass: ['okta:user_group'], type: 'OKTA_GROUP' },
    profile: { name, description: description ?? null },
    _links: { self: { href: self }, users: { href: `${self}/users` }, apps: { href: `${self}/apps` } },
  }
}
