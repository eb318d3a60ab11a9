import { scryptSync } from 'node:crypto'
import { equalInConstantTime } from '@scimulator/shared/http'

/** `salt:hash`; scrypt, so that a stolen data folder does not give passwords away. */
export function hashPassword(password: string, salt: string): string {
  return `${salt}:${scryptSync(password, salt, 32).toString('hex')}`
}

export function isPassword(password: string, stored: string): boolean {
  const [salt = '', hash = ''] = stored.split(':')
  return equalInConstantTime(scryptSync(password, salt, 32), Buffer.from(hash, 'hex'))
}
