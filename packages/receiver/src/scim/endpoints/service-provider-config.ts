import { urns } from '@scimulator/shared/scim'
import type { Profile } from '../../profile/profile.ts'
import { type Answer, jsonAnswer } from '../answer/answer.ts'
import type { Call } from '../request/call.ts'
import { CURSOR_TIMEOUT_S } from '../request/cursor.ts'

/** GET /ServiceProviderConfig */
export function getServiceProviderConfig(call: Call): Answer {
  return serviceProviderConfig(call.baseUrl, call)
}

type Configured = Pick<Call, 'limits' | 'schemes' | 'events'> & { readonly profile: Pick<Profile, 'pagination'> }

/** RFC 7643 §5. It says what is so: the limits are those that the handler enforces. */
export function serviceProviderConfig(baseUrl: string, { limits, schemes, profile, events }: Configured): Answer {
  return jsonAnswer({
    schemas: [urns.serviceProviderConfig],
    patch: { supported: true },
    bulk: {
      supported: true,
      maxOperations: limits.bulkMaxOperations,
      maxPayloadSize: limits.bulkMaxPayloadSize,
    },
    filter: { supported: true, maxResults: limits.maxResults },
    changePassword: { supported: false },
    sort: { supported: true },
    etag: { supported: true },
    ...paginationOf(profile.pagination, limits),
    // RFC 9967 §4; a receiver without events says nothing of them.
    ...(events === undefined ? {} : { securityEvents: { asyncRequest: 'none', eventUris: events.uris } }),
    authenticationSchemes: schemes.map((scheme, index) => (index === 0 ? { ...scheme, primary: true } : scheme)),
    meta: { resourceType: 'ServiceProviderConfig', location: `${baseUrl}/ServiceProviderConfig` },
  })
}

/** RFC 9865 §4; a provider that has never heard of cursors says nothing. */
function paginationOf(pagination: Profile['pagination'], { pageSize, maxResults }: Call['limits']): object {
  if (pagination === undefined) return {}
  const [cursor, index] = [pagination !== 'index', pagination !== 'cursor']
  const sizes = { defaultPageSize: pageSize, maxPageSize: maxResults }
  const defaultPaginationMethod = index ? 'index' : 'cursor'
  return {
    pagination: {
      cursor,
      index,
      defaultPaginationMethod,
      ...sizes,
      ...(cursor ? { cursorTimeout: CURSOR_TIMEOUT_S } : {}),
    },
  }
}
