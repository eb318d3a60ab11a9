import { urns } from '@scimulator/shared/scim'
import { type Answer, jsonAnswer } from './answer.ts'
import type { Call } from './call.ts'

/** GET /ServiceProviderConfig (RFC 7643 §5). It says what is so: the limits are those that the handler enforces. */
export function getServiceProviderConfig({ baseUrl, limits }: Call): Answer {
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
    authenticationSchemes: [bearer],
    meta: { resourceType: 'ServiceProviderConfig', location: `${baseUrl}/ServiceProviderConfig` },
  })
}

const bearer = {
  type: 'oauthbearertoken',
  name: 'OAuth Bearer Token',
  description: 'The token of a sync source, in the Authorization header',
  specUri: 'https://www.rfc-editor.org/info/rfc6750',
  primary: true,
}
