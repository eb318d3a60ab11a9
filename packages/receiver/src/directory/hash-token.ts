import { createHash } from 'node:crypto'

/** How tokens are stored and compared. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
