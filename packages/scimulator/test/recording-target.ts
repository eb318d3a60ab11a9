import type { IncomingHttpHeaders } from 'node:http'
import { listen } from '@scimulator/shared/http'

/** An endpoint at which nobody is found, and which keeps the headers of each request. */
export async function startRecordingTarget() {
  let seen: IncomingHttpHeaders[] = []
  const empty = { schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'], totalResults: 0, Resources: [] }
  const { url, close } = await listen((request, response) => {
    seen.push(request.headers)
    response.writeHead(200, { 'content-type': 'application/scim+json' }).end(JSON.stringify(empty))
  }, {})
  return {
    url,
    close,
    /** Of the requests since the last call. */
    takeHeaders(): readonly IncomingHttpHeaders[] {
      const taken = seen
      seen = []
      return taken
    },
  }
}
