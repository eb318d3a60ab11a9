// Vendors' clients send tokens over https only. The certificate is made once, when https is asked for, and kept in a folder, so that
// NODE_EXTRA_CA_CERTS can go on pointing at one file.
import 'reflect-metadata'
import { webcrypto } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as x509 from '@peculiar/x509'

export interface Certificate {
  /** PEM; self-signed, so it is its own authority. */
  readonly certificate: string
  readonly privateKey: string
}

/** What the library asks for, in its own types. */
type SelfSigned = Parameters<typeof x509.X509CertificateGenerator.createSelfSigned>[0]

const VALID_MS = 365 * 86_400_000

/** The certificate of a folder, made at the first call. Files: `certificate.pem` (to trust) and `private-key.pem` (mode 600). */
export async function certificateIn(folder: string, now: number): Promise<Certificate & { readonly path: string }> {
  const path = join(folder, 'certificate.pem')
  const keyPath = join(folder, 'private-key.pem')
  if (existsSync(path) && existsSync(keyPath)) {
    return { certificate: readFileSync(path, 'utf8'), privateKey: readFileSync(keyPath, 'utf8'), path }
  }
  mkdirSync(folder, { recursive: true })
  const made = await makeCertificate(now)
  writeFileSync(keyPath, made.privateKey, { mode: 0o600 })
  writeFileSync(path, made.certificate)
  return { ...made, path }
}

/** A self-signed ECDSA P-256 certificate for localhost, 127.0.0.1 and ::1, valid from `now` (milliseconds) for a year. */
export async function makeCertificate(now: number): Promise<Certificate> {
  // The two declarations of the Web Crypto API describe the same object.
  x509.cryptoProvider.set(webcrypto as unknown as Parameters<typeof x509.cryptoProvider.set>[0])
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const made = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: Buffer.from(webcrypto.getRandomValues(new Uint8Array(8))).toString('hex'),
    name: 'CN=Scimulator, O=Scimulator on this machine',
    notBefore: new Date(now - 60_000),
    notAfter: new Date(now + VALID_MS),
    signingAlgorithm: algorithm,
    // As above: node's key pair is the DOM's in all that is used here.
    keys: keys as unknown as SelfSigned['keys'],
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.SubjectAlternativeNameExtension([
        { type: 'dns', value: 'localhost' },
        { type: 'ip', value: '127.0.0.1' },
        { type: 'ip', value: '::1' },
      ]),
    ],
  })
  const key = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey))
  return { certificate: `${made.toString('pem')}\n`, privateKey: pem(key, 'PRIVATE KEY') }
}

function pem(bytes: Buffer, label: string): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}
