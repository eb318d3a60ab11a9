import { scryptSync, timingSafeEqual } from 'node:crypto'

/** `salt:hash`; scrypt, so that a stolen data folder does not give passwords away. */
export function hashPassword(password: string, salt: string): string {
  return `${salt}:${scryptSync(password, salt, 32).toString('hex')}`
}

export function isPassword(password: string, stored: string): boolean {
  const [salt = '', hash = ''] = stored.split(':')
  const given = scryptSync(password, salt, 32)
  const kept = Buffer.from(hash, 'hex')
  return given.length === kept.length && timingSafeEqual(given, kept)
}
