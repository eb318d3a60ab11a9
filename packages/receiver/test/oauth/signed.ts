// Tokens as an issuer signs them, and its keys.
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 })

/** Made once for a file of tests: it takes a tenth of a second each. */
export const keys = { one: pair(), two: pair() }

export const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

export function signed(claims: object, head: object = {}, key: KeyObject = keys.one.privateKey): string {
  const text = `${encoded({ alg: 'RS256', kid: 'one', ...head })}.${encoded(claims)}`
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`
}

/** A public key as a key set lists it (RFC 7517). */
export function jwk(kid: string): object {
  const { publicKey } = keys[kid === 'two' ? 'two' : 'one']
  return { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig' }
}
