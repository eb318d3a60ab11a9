import { urns } from '@scimulator/shared/scim'
import { type Answer, jsonAnswer } from './answer.ts'
import type { Call } from './call.ts'

/** GET /ServiceProviderConfig */
export function getServiceProviderConfig(call: Call): Answer {
  return serviceProviderConfig(call.baseUrl, call)
}

/** RFC 7643 §5. It says what is so: the limits are those that the handler enforces. */
export function serviceProviderConfig(baseUrl: string, { limits, schemes }: Pick<Call, 'limits' | 'schemes'>): Answer {
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
    authenticationSchemes: schemes.map((scheme, index) => (index === 0 ? { ...scheme, primary: true } : scheme)),
    meta: { resourceType: 'ServiceProviderConfig', location: `${baseUrl}/ServiceProviderConfig` },
  })
}
