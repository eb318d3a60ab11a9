import type { HeaderList, ScimRequest, Send } from '@scimulator/shared/provisioning'
import type { ResourceKind, ResourceRef } from './resource-kind.ts'

/** What an identity provider is given to reach an endpoint. */
export interface TargetAccess {
  readonly url: string
  readonly token: string
}

/** How the room reaches the endpoint for its own questions: looking, watching, cleaning up. */
export interface TargetConnection {
  /** Base URL without a trailing slash. */
  readonly url: string
  /** Headers that carry the access, such as `Authorization`. */
  readonly headers: HeaderList
  /** Sends as it is; redirects are answers and are not followed. */
  readonly send: Send
}

/** A firewall in front of an endpoint may want to know who asks; that Entra ID does not say it is for a scenario to find out. */
export const USER_AGENT = ['User-Agent', 'Scimulator'] as const

export function getRequest(connection: TargetConnection, path: string): ScimRequest {
  return {
    method: 'GET',
    url: `${connection.url}${path}`,
    headers: [...connection.headers, ['Accept', 'application/scim+json'], USER_AGENT],
  }
}

export function deleteRequest(connection: TargetConnection, ref: ResourceRef): ScimRequest {
  return { ...getRequest(connection, pathOf(ref)), method: 'DELETE' }
}

export function pathOf({ kind, id }: ResourceRef): string {
  return `/${kind}/${encodeURIComponent(id)}`
}

/** The users or groups with a name, asked for with an equality filter (RFC 7644 §3.4.2.2). */
export function findByName(connection: TargetConnection, kind: ResourceKind, name: string): ScimRequest {
  const filter = `${nameAttribute(kind)} eq ${JSON.stringify(name)}`
  return getRequest(connection, `/${kind}?filter=${encodeURIComponent(filter)}`)
}

export function nameAttribute(kind: ResourceKind): 'userName' | 'displayName' {
  return kind === 'Users' ? 'userName' : 'displayName'
}
