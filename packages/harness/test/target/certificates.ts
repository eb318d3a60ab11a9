// Certificates for tests, made when they are needed: an authority of our own and what it signs.
import { generate } from 'selfsigned'

export interface Certificate {
  readonly cert: string
  readonly key: string
}

export async function createAuthority(): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: 'Test authority' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  })
  return { cert: made.cert, key: made.private }
}

export interface Wanted {
  /** Host name, as the certificate of a server names it. */
  readonly host: string
  readonly isExpired?: boolean
}

export async function signCertificate(
  authority: Certificate,
  { host, isExpired = false }: Wanted,
): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: host }], {
    keyType: 'ec',
    algorithm: 'sha256',
    ca: authority,
    ...(isExpired ? { notBeforeDate: new Date('2020-01-01'), notAfterDate: new Date('2020-02-01') } : {}),
    extensions: [
      { name: 'extKeyUsage', serverAuth: true, clientAuth: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: host }] },
    ],
  })
  return { cert: made.cert, key: made.private }
}
