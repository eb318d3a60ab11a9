/** What an event tells of a change: which attributes (`notice`), or their values as well (`full`). RFC 9967 §2.4. */
export type EventPayload = 'notice' | 'full'

const FEED = 'urn:ietf:params:scim:event:feed'
const PROVISIONING = 'urn:ietf:params:scim:event:prov'

/** RFC 9967 §2.3, §2.4: what has no payload. */
export const plainEvents = {
  feedAdd: `${FEED}:add`,
  feedRemove: `${FEED}:remove`,
  delete: `${PROVISIONING}:delete`,
  activate: `${PROVISIONING}:activate`,
  deactivate: `${PROVISIONING}:deactivate`,
} as const

/** RFC 9967 §2.4.1 to §2.4.3 */
export function changeUri(what: 'create' | 'patch' | 'put', payload: EventPayload): string {
  return `${PROVISIONING}:${what}:${payload}`
}

/**
 * What /ServiceProviderConfig lists (RFC 9967 §4): the events that can come. Feeds of everything are never joined or left. Where values are
 * told, a PATCH of nothing but secrets is still told by its names.
 */
export function eventUris(payload: EventPayload, hasFilter: boolean): readonly string[] {
  const { feedAdd, feedRemove, ...provisioning } = plainEvents
  return [
    ...(hasFilter ? [feedAdd, feedRemove] : []),
    changeUri('create', payload),
    changeUri('put', payload),
    changeUri('patch', payload),
    ...(payload === 'full' ? [changeUri('patch', 'notice')] : []),
    ...Object.values(provisioning),
  ]
}
