import type { ScimError } from '@scimulator/shared/scim'

/** What an endpoint answers, before the handler adds what every answer has. */
export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** JSON text; empty for an answer without a body. */
  readonly body: string
}

export const noContent: Answer = { status: 204, body: '' }

export function jsonAnswer(value: unknown, status = 200): Answer {
  return { status, body: JSON.stringify(value) }
}

/** RFC 7644 §3.12; 401 carries WWW-Authenticate (RFC 6750 §3). */
export function errorAnswer(error: ScimError): Answer {
  const body = JSON.stringify(error.toBody())
  if (error.status !== 401) return { status: error.status, body }
  return { status: 401, headers: { 'www-authenticate': 'Bearer realm="SCIM"' }, body }
}
