import { VerbError } from '@scimulator/shared/behaviour'
import { hashToken, parseDuration } from '@scimulator/shared/runtime'
import type { Desk } from './desk.ts'

export interface IssuedToken {
  readonly token: string
  readonly hash: string
}

/** A new secret. It is shown once; only its hash is kept (Lark A04). */
export function issueToken(desk: Desk): IssuedToken {
  const token = desk.ledger.ids.token('sync source token')
  return { token, hash: hashToken(token) }
}

/** `365d` in milliseconds; undefined when nothing was asked for. @throws VerbError invalid */
export function lifetime(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const length = parseDuration(text)
  if (length === undefined || length <= 0) {
    throw new VerbError('invalid', `tokenLifetime: "${text}" is no duration. Write it like 365d or 12h.`)
  }
  return length
}
