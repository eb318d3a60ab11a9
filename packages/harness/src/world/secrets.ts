import { redactText } from '@scimulator/shared/http'

/** Texts that no artefact may show: tokens and API keys that steps hand in or get out. */
export interface Secrets {
  add(secret: string): void
  /** Adds what stands under `token`, `secretToken`, `apiKey` and their like, at any depth. */
  addFrom(value: unknown): void
  redact(text: string): string
}

const SECRET_KEYS = new Set(['token', 'secrettoken', 'apikey', 'password', 'clientsecret', 'accesstoken', 'tokenkey'])

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
      if (typeof item === 'string' && SECRET_KEYS.has(key.toLowerCase()) && !item.includes('${')) add(item)
      else addFrom(item)
    }
  }

  return { add, addFrom, redact: (text) => sweep(redactText(text, [...known])) }
}
