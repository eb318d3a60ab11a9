import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { isLoopbackHost } from '@scimulator/shared/http'

/** What a tenant asks for: SCIM, the token endpoint, and what says where that is. */
const FOR_TENANTS = /^\/((admin\/)?scim\/v2|oauth\/token|\.well-known)([/?]|$)/

/**
 * Lets callers from outside in by the names that were said, and to nothing but what a tenant asks for: administrators, the control
 * surface and every other name are on this machine only.
 */
export function admitHosts(names: readonly string[], handle: RequestListener): RequestListener {
  const known = new Set(names.map((name) => name.toLowerCase()))
  return (request, response) => {
    const refusal = refusalOf(request, known)
    if (refusal === undefined) handle(request, response)
    else refuse(response, refusal)
  }
}

interface Refusal {
  readonly status: number
  readonly detail: string
}

function refusalOf({ headers, url = '' }: IncomingMessage, known: ReadonlySet<string>): Refusal | undefined {
  const { host: called = '' } = headers
  if (isLoopbackHost(called)) return undefined
  const host = called.replace(/:\d+$/, '').toLowerCase()
  if (!known.has(host))
    return { status: 421, detail: `Host ${host} is not known here. Start with --allow-host ${host}.` }
  if (FOR_TENANTS.test(url)) return undefined
  return { status: 403, detail: 'From outside there is SCIM and its token endpoint; the rest is on this machine only.' }
}

function refuse(response: ServerResponse, { status, detail }: Refusal): void {
  const schemas = ['urn:ietf:params:scim:api:messages:2.0:Error']
  response.writeHead(status, { 'content-type': 'application/scim+json', connection: 'close' })
  response.end(JSON.stringify({ schemas, status: String(status), detail }))
}
