// What the examination has learnt of the endpoint at its beginning, so that each question is put in a form that is known to be taken
// and varies one thing only.
import type { HeaderList, ScimRequest } from '@scimulator/shared/provisioning'
import type { JsonObject } from '@scimulator/shared/scim'
import type { Freshness } from './freshness.ts'

export interface Facts {
  /** Base URL without trailing slash and query. */
  readonly base: string
  /** Whether the base URL was typed with a slash at its end. */
  readonly endsInSlash: boolean
  /** Query that every request keeps; empty for none. */
  readonly query: string
  /** Authorization and whatever else every request carries. */
  readonly headers: HeaderList
  /** The media type in which bodies are written. */
  readonly contentType: string
  /** Attributes that an ordinary person must not have here, or no user could be created at all. */
  readonly omit: readonly string[]
  /** Whether the work address must be the userName, so that both change together or not at all. */
  readonly mailIsName: boolean
  /** Whether /Groups is there. */
  readonly groups: boolean
  /** How many people may be in the largest group of the test: what its limits leave beside everything else. */
  readonly crowd: number
  /** Query with which a group shows its members; empty where it shows them unasked. */
  readonly memberQuery: string
  /** /ServiceProviderConfig, where it is readable. */
  readonly config: JsonObject | undefined
  /** Attributes that /Schemas calls writable and returned, in lower case; none where it is not there. */
  readonly advertised: ReadonlySet<string>
  /** Whether /Schemas says that names of groups differ by case. */
  readonly groupNamesByCase: boolean
  /** Attribute paths that a person shows again after being created with them. */
  readonly keeps: ReadonlySet<string>
  readonly freshness: Freshness
  readonly emailDomain: string
  /** `scimulator-` and eight characters of the run. */
  readonly prefix: string
  /** The run's own number for a phone number. */
  phone(text: string): string
}

export interface Shape {
  readonly body?: unknown
  readonly contentType?: string
  readonly accept?: string
  /** Default true: a firewall may ask for it, and only one question is about that. */
  readonly userAgent?: boolean
}

type Ground = Pick<Facts, 'base' | 'query' | 'headers' | 'contentType'>

/** One request of our own, in the plainest form. `path` begins with a slash and is encoded already. */
export function composed(facts: Ground, method: ScimRequest['method'], path: string, shape: Shape = {}): ScimRequest {
  const { body, contentType = facts.contentType, accept = 'application/scim+json', userAgent = true } = shape
  const joined = path.includes('?') ? '&' : '?'
  const headers: [string, string][] = [
    ...facts.headers.map(([name, value]): [string, string] => [name, value]),
    ['Accept', accept],
    ...(userAgent ? [['User-Agent', 'scimulator'] as [string, string]] : []),
    ...(body === undefined ? [] : [['Content-Type', contentType] as [string, string]]),
  ]
  const url = `${facts.base}${path}${facts.query === '' ? '' : `${joined}${facts.query}`}`
  return { method, url, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
}

/** A value of the query, percent-encoded in full. */
export function filterQuery(filter: string): string {
  return `filter=${encodeURIComponent(filter)}`
}
