// What Entra issues, access tokens and tokens for a target alike, is signed with a key that is published (RFC 7517), so that any client can
// check it. Making one takes a tenth of a second, so that it is made when it is first needed.
import { createHash, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'

export interface IssuingKey {
  /** A JWT of these claims, RS256 with `kid` (RFC 7515). */
  readonly sign: (claims: object) => string
  /** Whether a key that is published has made this signature (base64url) of a text. */
  readonly hasSigned: (text: string, signature: string) => boolean
  /** The public halves, as a JWKS lists them: the key in force first, then the one before it. */
  readonly publicKeys: () => readonly object[]
  /** Signs with a new key from now on (Microsoft: keys may rotate at any time). */
  readonly roll: () => void
}

export interface KeyPair {
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
  readonly kid: string
}

/** @param makeFirst where several tenants of one process need a key each, and none of them its own */
export function createIssuingKey(makeFirst: () => KeyPair = makeKeyPair): IssuingKey {
  let made: readonly KeyPair[] = []
  const pairs = (): readonly [KeyPair, ...KeyPair[]] => {
    const [first = makeFirst(), ...rest] = made
    made = [first, ...rest]
    return [first, ...rest]
  }
  return {
    sign(claims) {
      const [{ privateKey, kid }] = pairs()
      const head = encoded({ typ: 'JWT', alg: 'RS256', x5t: kid, kid })
      const text = `${head}.${encoded(claims)}`
      return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`
    },
    hasSigned: (text, signature) =>
      pairs().some(({ publicKey }) =>
        verify('sha256', Buffer.from(text), publicKey, Buffer.from(signature, 'base64url')),
      ),
    publicKeys: () => pairs().map(published),
    roll() {
      const [before] = pairs()
      made = [makeKeyPair(), before]
    },
  }
}

function published({ publicKey, kid }: KeyPair): object {
  const { n, e } = publicKey.export({ format: 'jwk' })
  return { kty: 'RSA', use: 'sig', kid, x5t: kid, n, e }
}

export function makeKeyPair(): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const bytes = publicKey.export({ format: 'der', type: 'spki' })
  return { privateKey, publicKey, kid: createHash('sha1').update(bytes).digest('base64url') }
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
