// Security event tokens as they are sent: signed, or unsecured where the polling client has the transmitter itself on the line (RFC 8417 §2,
// RFC 9967 §5). The key is made when it is first needed.
import { createHash, generateKeyPairSync, sign } from 'node:crypto'

export interface EventSignature {
  /** The compact form of a token of these claims. */
  readonly token: (claims: object) => string
  /** What is published at /.well-known/jwks.json (RFC 7517). */
  readonly keys: () => readonly object[]
}

const TYPE = 'secevent+jwt'

/** RFC 8417 §2.1: a token whose signature is empty. */
export const unsecured: EventSignature = {
  token: (claims) => `${encoded({ typ: TYPE, alg: 'none' })}.${encoded(claims)}.`,
  keys: () => [],
}

/** ES256 (RFC 7518 §3.4) with a key that lives as long as the receiver. */
export function createEventSignature(): EventSignature {
  let made: ReturnType<typeof makeKey> | undefined
  const key = () => {
    made ??= makeKey()
    return made
  }
  return {
    token(claims) {
      const { privateKey, kid } = key()
      const text = `${encoded({ typ: TYPE, alg: 'ES256', kid })}.${encoded(claims)}`
      const signature = sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' })
      return `${text}.${signature.toString('base64url')}`
    },
    keys: () => [{ ...key().publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256', kid: key().kid }],
  }
}

function makeKey() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const bytes = publicKey.export({ format: 'der', type: 'spki' })
  return { privateKey, publicKey, kid: createHash('sha256').update(bytes).digest('base64url') }
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
