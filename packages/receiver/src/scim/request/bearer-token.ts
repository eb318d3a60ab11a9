import { hashToken } from '@scimulator/shared/runtime'
import { ScimError } from '@scimulator/shared/scim'
import { headerValues } from './raw-headers.ts'

const BEARER = /^Bearer +([^\s]+) *$/i

/**
 * The SHA-256 of the bearer token (RFC 6750 §2.1), in hex. Two Authorization headers are refused, as nobody can tell which one a
 * proxy in front has checked. @throws ScimError 400, 401
 */
export function bearerTokenHash(rawHeaders: readonly string[]): string {
  const values = headerValues(rawHeaders, 'authorization')
  if (values.length > 1) throw new ScimError('badRequest', 'There is more than one Authorization header.')
  const [value] = values
  if (value === undefined) throw new ScimError('unauthorized', 'There is no Authorization header.')
  const token = BEARER.exec(value)?.[1]
  if (token === undefined) throw new ScimError('unauthorized', 'Authorization is not of the form "Bearer <token>".')
  return hashToken(token)
}
