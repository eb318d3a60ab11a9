import { createHash } from 'node:crypto'

/** How tokens, keys and client secrets are kept. They are long and random, so that a plain SHA-256 is enough; no password is kept so. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
