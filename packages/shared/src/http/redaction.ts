// Secrets never reach a recording: the Authorization header, passwords, and every text that was registered as a secret.
import type { Exchange, HeaderList } from '../provisioning/index.ts'

export const REDACTED = '[redacted]'

const SECRET_HEADERS = new Set(['authorization', 'proxy-authorization', 'cookie', 'set-cookie', 'x-api-key'])
const SECRET_JSON_MEMBER =
  /("(?:password|SecretToken|client_secret|access_token|refresh_token|Oauth2ClientSecret)"\s*:\s*)"(?:[^"\\]|\\.)*"/gi
/** RFC 6749 §2.3.1 and RFC 7523 §2.2: in the body of a token request. */
const SECRET_FORM_FIELD = /\b((?:client_secret|client_assertion|refresh_token|password)=)[^&\s"]+/gi
/** Not the words "OAuth Bearer Token", by which an endpoint names its way of signing in (RFC 7643 §5). */
const BEARER = /\bBearer\s+(?!Token(?![A-Za-z0-9._~+/=-]))[A-Za-z0-9._~+/=-]+/g

const BASIC = /\bBasic\s+([A-Za-z0-9+/]+={0,2})/g

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

/** Most texts are short and have nothing of the kind in them, so that it is looked for before anything is replaced. */
export function redactText(text: string, secrets: readonly string[]): string {
  let left = text
  for (const secret of secrets) left = replaceSecret(left, secret)
  if (left.includes('"')) left = left.replace(SECRET_JSON_MEMBER, `$1"${REDACTED}"`)
  if (left.includes('=')) left = left.replace(SECRET_FORM_FIELD, `$1${REDACTED}`)
  if (left.includes('Basic'))
    left = left.replace(BASIC, (all, code: string) => (isPair(code) ? `Basic ${REDACTED}` : all))
  return left.includes('Bearer') ? left.replace(BEARER, `Bearer ${REDACTED}`) : left
}

/** A user name and a password, and not a word such as "Authentication" (RFC 7617 §2). */
function isPair(code: string): boolean {
  return /^[^\p{Cc}\ufffd:]*:[^\p{Cc}\ufffd]*$/u.test(Buffer.from(code, 'base64').toString('utf8'))
}

function replaceSecret(text: string, secret: string): string {
  const left = text.replaceAll(secret, REDACTED)
  const encoded = encodeURIComponent(secret)
  return encoded === secret ? left : left.replaceAll(encoded, REDACTED)
}

function redactHeaders(headers: HeaderList, secrets: readonly string[]): HeaderList {
  return headers.map(([name, value]) => [
    name,
    SECRET_HEADERS.has(name.toLowerCase()) ? REDACTED : redactText(value, secrets),
  ])
}
