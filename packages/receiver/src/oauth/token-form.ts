import { unescapedQuery } from '@scimulator/shared/http'
import { JWT_BEARER } from '@scimulator/shared/oauth'
import type { ClientAssertion } from './client-assertion.ts'
import type { ClientSecret } from './clients.ts'

/** RFC 6749 §5.2. `status` 401 where the client is not known. */
export interface TokenRefusal {
  readonly status: 400 | 401
  readonly error: string
  readonly description: string
}

/** Id and secret of an Authorization header, form-encoded before they were put in (RFC 6749 §2.3.1); undefined for any other header. */
export function readBasic(authorization: string | undefined): ClientSecret | undefined {
  const encoded = /^Basic +(\S+) *$/i.exec(authorization ?? '')?.[1]
  if (encoded === undefined) return undefined
  const [id = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':')
  return { id: unescapedQuery(id), secret: unescapedQuery(rest.join(':')) }
}

/** The client of a token request (RFC 6749 §4.4.2), in the header or in the body, never in both; or why there is none. */
export function readTokenForm(
  body: string,
  contentType: string | undefined,
  authorization: string | undefined,
): ClientSecret | ClientAssertion | TokenRefusal {
  if (!/^application\/x-www-form-urlencoded *(;|$)/i.test(contentType ?? '')) {
    return invalid('The body of a token request is application/x-www-form-urlencoded.')
  }
  const form = new URLSearchParams(body)
  const twice = [...form.keys()].find((name) => form.getAll(name).length > 1)
  if (twice !== undefined) return invalid(`The parameter ${twice} is given twice.`)
  const grantType = form.get('grant_type')
  if (grantType === null) return invalid('grant_type is missing; it is client_credentials.')
  if (grantType !== 'client_credentials') {
    const description = `grant_type "${grantType.slice(0, 80)}" is not supported; it is client_credentials.`
    return { status: 400, error: 'unsupported_grant_type', description }
  }
  return clientOf(form, readBasic(authorization))
}

/** One way to say who one is, not two (RFC 7521 §4.2). */
function clientOf(
  form: URLSearchParams,
  inHeader: ClientSecret | undefined,
): ClientSecret | ClientAssertion | TokenRefusal {
  const [assertion, type] = [form.get('client_assertion'), form.get('client_assertion_type')]
  if (assertion === null && type === null) return secretOf(form, inHeader)
  if (inHeader !== undefined || form.has('client_secret'))
    return invalid('The client has an assertion and a secret; one of them is enough.')
  if (assertion === null || type === null) return invalid('client_assertion and client_assertion_type come together.')
  if (type !== JWT_BEARER) return unknownClient(`client_assertion_type is not ${JWT_BEARER}.`)
  return { id: form.get('client_id') ?? undefined, assertion }
}

function secretOf(form: URLSearchParams, inHeader: ClientSecret | undefined): ClientSecret | TokenRefusal {
  const [id, secret] = [form.get('client_id'), form.get('client_secret')]
  if (inHeader === undefined)
    return id === null || secret === null ? unknownClient('There are no credentials of a client.') : { id, secret }
  if (secret !== null)
    return invalid('The credentials of the client are in the header and in the body; one of them is enough.')
  if (id !== null && id !== inHeader.id) return invalid('client_id is another one than that of the header.')
  return inHeader
}

/** RFC 6749 §5.2: one answer for a client that nobody knows and for a wrong secret. */
export function unknownClient(description: string): TokenRefusal {
  return { status: 401, error: 'invalid_client', description }
}

function invalid(description: string): TokenRefusal {
  return { status: 400, error: 'invalid_request', description }
}
