import { redactText } from '@scimulator/shared/http'

/** Texts that no artefact may show: tokens and API keys that steps hand in or get out. */
export interface Secrets {
  add(secret: string): void
  /** Adds what stands under `token`, `secretToken`, `apiKey` and their like, at any depth. */
  addFrom(value: unknown): void
  redact(text: string): string
}

/** Without case and underscores: RFC 6749 writes `client_secret`. */
const SECRET_KEYS = new Set([
  ...['token', 'secrettoken', 'apikey', 'password', 'clientsecret', 'accesstoken', 'tokenkey'],
  ...['refreshtoken', 'clientassertion', 'secrettext', 'oauth2clientsecret'],
])

/** Shorter texts are words; striking them out everywhere would eat the report. */
const SHORTEST = 8

/** @param sweep strikes out what else may not be shown */
export function createSecrets(tell: (secret: string) => void, sweep = (text: string): string => text): Secrets {
  const known = new Set<string>()

  function add(secret: string): void {
    if (secret.length < SHORTEST || known.has(secret)) return
    known.add(secret)
    tell(secret)
  }

  function addFrom(value: unknown): void {
    if (typeof value !== 'object' || value === null) return
    for (const [key, item] of Object.entries(value)) {
      if (typeof item === 'string' && isSecretKey(key) && !item.includes('${')) add(item)
      else addFrom(item)
    }
    // Graph's synchronization secrets are pairs: { key: SecretToken, value: … }.
    if ('key' in value && 'value' in value && isSecretKey(value.key)) addFrom({ token: value.value })
  }

  return { add, addFrom, redact: (text) => sweep(redactText(text, [...known])) }
}

function isSecretKey(key: unknown): boolean {
  return typeof key === 'string' && SECRET_KEYS.has(key.replaceAll('_', '').toLowerCase())
}
