// Secrets never reach a recording: the Authorization header, passwords, and every text that was registered as a secret.
import type { Exchange, HeaderList } from '../provisioning/index.ts'

export const REDACTED = '[redacted]'

const SECRET_HEADERS = new Set(['authorization', 'proxy-authorization', 'cookie', 'set-cookie', 'x-api-key'])
const SECRET_JSON_MEMBER =
  /("(?:password|SecretToken|client_secret|access_token|refresh_token|Oauth2ClientSecret)"\s*:\s*)"(?:[^"\\]|\\.)*"/gi
/** RFC 6749 §2.3.1 and RFC 7523 §2.2: in the body of a token request. */
const SECRET_FORM_FIELD = /\b((?:client_secret|client_assertion|refresh_token|password)=)[^&\s"]+/gi
const BEARER = /\bBearer\s+[A-Za-z0-9._~+/=-]+/g

/** Makes an exchange fit for a file. `secrets` are texts that must not appear anywhere, such as tokens. */
export function redactExchange(exchange: Exchange, secrets: Iterable<string> = []): Exchange {
  const known = [...secrets].filter((secret) => secret.length >= 4)
  const { request, response, failure } = exchange
  return {
    ...exchange,
    request: {
      ...request,
      url: redactText(request.url, known),
      headers: redactHeaders(request.headers, known),
      ...(request.body === undefined ? {} : { body: redactText(request.body, known) }),
    },
    ...(response
      ? {
          response: {
            ...response,
            headers: redactHeaders(response.headers, known),
            body: redactText(response.body, known),
          },
        }
      : {}),
    ...(failure ? { failure: { ...failure, message: redactText(failure.message, known) } } : {}),
  }
}

export function redactText(text: string, secrets: readonly string[]): string {
  const withoutKnown = secrets.reduce((whole, secret) => replaceSecret(whole, secret), text)
  return withoutKnown
    .replace(SECRET_JSON_MEMBER, `$1"${REDACTED}"`)
    .replace(SECRET_FORM_FIELD, `$1${REDACTED}`)
    .replace(BEARER, `Bearer ${REDACTED}`)
}

function replaceSecret(text: string, secret: string): string {
  return text.replaceAll(secret, REDACTED).replaceAll(encodeURIComponent(secret), REDACTED)
}

function redactHeaders(headers: HeaderList, secrets: readonly string[]): HeaderList {
  return headers.map(([name, value]) => [
    name,
    SECRET_HEADERS.has(name.toLowerCase()) ? REDACTED : redactText(value, secrets),
  ])
}
