// The keys and values of a job's credentials, as they come in a request.
import { z } from 'zod'
import type { Secret } from '../../directory/service-principal.ts'
import { SECRET_KEYS } from '../../job/secret-keys.ts'
import { AUTHENTICATION_TOKEN, CLIENT_CREDENTIALS, WORKLOAD_IDENTITY } from '../../job/settings.ts'
import { badRequest, GraphError } from '../graph-error.ts'

export const SecretItem = z.looseObject({ key: z.string(), value: z.string().nullable() })

/** What Graph writes in place of a secret; putting it back keeps the saved value. */
export const MASK = '*'

/** Keys whose values nobody reads back. */
export const MASKED = /^(SecretToken|Password|ClientSecret|Oauth2ClientSecret|Oauth2AccessToken|Oauth2RefreshToken)$/i

/**
 * Checked, with masks as what is saved under them. A key without a value is no secret: to remove one, set it to "".
 * @throws GraphError for a key that the service does not know; it answers with 500 (msgraph-beta-sdk-java#372)
 */
export function readSecrets(items: readonly z.infer<typeof SecretItem>[], saved: readonly Secret[]): readonly Secret[] {
  const before = new Map(saved.map(({ key, value }) => [key, value]))
  const secrets = items.map(({ key, value }) => {
    if (!SECRET_KEYS.has(key)) throw unknownKey(key)
    const isMask = MASKED.test(key) && value !== null && /^\*+$/.test(value)
    return { key, value: isMask ? (before.get(key) ?? '') : (value ?? '') }
  })
  const kept = secrets.filter(({ value }) => value !== '')
  assertSignIn(kept)
  return kept
}

export function unknownKey(key: string): GraphError {
  return new GraphError(500, 'InternalError', `Requested value '${key}' was not found.`)
}

/** Settings that would be ignored are refused: the job would go out with another token than its owner thinks. */
export function assertSignIn(secrets: readonly Secret[]): void {
  const textOf = (key: string) => secrets.find((secret) => secret.key === key)?.value
  const type = textOf('AuthenticationType') ?? AUTHENTICATION_TOKEN
  if (type.toLowerCase() === AUTHENTICATION_TOKEN.toLowerCase()) {
    const stray = secrets.find(({ key }) => OAUTH_KEYS.includes(key))
    if (!stray) return
    throw badRequest(
      `${stray.key} needs AuthenticationType ${CLIENT_CREDENTIALS}; without it the job sends SecretToken.`,
    )
  }
  const known = SIGN_INS.find(([name]) => name.toLowerCase() === type.toLowerCase())
  if (!known) {
    const names = [AUTHENTICATION_TOKEN, ...SIGN_INS.map(([name]) => name)].join(', ')
    throw badRequest(`AuthenticationType '${type}' is not simulated; use one of ${names}.`)
  }
  const [name, needed] = known
  const missing = needed.find((key) => (textOf(key) ?? '') === '')
  if (missing) throw badRequest(`AuthenticationType ${name} needs ${missing}.`)
  const idle = secrets.find(({ key }) => OAUTH_KEYS.includes(key) && !needed.includes(key))
  if (idle) throw badRequest(`AuthenticationType ${name} has no ${idle.key}; nothing secret is shared with the target.`)
}

const OAUTH_KEYS: readonly string[] = ['Oauth2TokenExchangeUri', 'Oauth2ClientId', 'Oauth2ClientSecret']

/** What each way to sign in needs besides the address. */
const SIGN_INS: readonly (readonly [name: string, needed: readonly string[]])[] = [
  [CLIENT_CREDENTIALS, OAUTH_KEYS],
  [WORKLOAD_IDENTITY, ['Oauth2TokenExchangeUri', 'Oauth2ClientId']],
]
