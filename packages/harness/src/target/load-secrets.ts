// What a description names and does not hold is fetched here, once, before anything is sent: tokens, passwords, certificates.
import type { TlsSettings } from '@scimulator/shared/http'
import { BadInput } from '../written/problem.ts'
import type { Environment } from './read-settings.ts'
import type { Authentication, Secret, TargetDescription } from './target-description.ts'

/** Where secrets come from. A test hands over its own. */
export interface SecretSources {
  readonly env: Environment
  /** @throws Error when the file cannot be read */
  readFile(path: string): string
  /** All of standard input. */
  readStdin(): string
}

/** How one signs in, with everything that is secret in it. */
export type SignIn =
  | { readonly kind: 'none' }
  | { readonly kind: 'bearer'; readonly token: string }
  | { readonly kind: 'basic'; readonly user: string; readonly password: string }
  | {
      readonly kind: 'oauth'
      readonly tokenUrl: string
      readonly clientId: string
      readonly clientSecret: string
      readonly scope?: string
      readonly credentialsIn: 'header' | 'body'
    }

export interface LoadedSecrets {
  readonly signIn: SignIn
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly tls: TlsSettings
  /** Texts that no file and no line of output may show. */
  readonly secrets: readonly string[]
}

/** @throws BadInput that names the option, and what to do. */
export function loadSecrets(target: TargetDescription, sources: SecretSources): LoadedSecrets {
  const secrets: string[] = proxyPasswords(target)
  const load: Load = (secret, isBare = false) => {
    const text = secretText(secret, sources, isBare)
    if (secret.from !== 'value') secrets.push(text)
    return text
  }
  const signIn = signInOf(target.authentication, load)
  if (signIn.kind === 'bearer' || signIn.kind === 'basic') secrets.push(...headerSecrets(signIn))
  const headers = target.headers.map(({ name, value }) => [name, load(value, true)] as const)
  return { signIn, headers, tls: tlsOf(target, load, sources), secrets }
}

type Load = (secret: Secret, isBare?: boolean) => string

function signInOf(authentication: Authentication, load: Load): SignIn {
  switch (authentication.kind) {
    case 'none':
      return authentication
    case 'bearer':
      return { kind: 'bearer', token: load(authentication.token, true) }
    case 'basic':
      return { kind: 'basic', user: authentication.user, password: load(authentication.password) }
    case 'oauth': {
      const { clientId, clientSecret, ...rest } = authentication
      return { ...rest, clientId: load(clientId), clientSecret: load(clientSecret) }
    }
  }
}

function headerSecrets(signIn: SignIn & { kind: 'bearer' | 'basic' }): string[] {
  return signIn.kind === 'bearer' ? [signIn.token] : [basicCredentials(signIn.user, signIn.password)]
}

/** RFC 7617 §2, in UTF-8. */
export function basicCredentials(user: string, password: string): string {
  return Buffer.from(`${user}:${password}`, 'utf8').toString('base64')
}

/** @param isBare whether it stands in a header as it is, and not encoded */
function secretText(secret: Secret, sources: SecretSources, isBare: boolean): string {
  if (secret.from === 'value') return secret.value
  const text = writtenText(secret, sources).trim()
  const where = placeOf(secret)
  if (text === '') throw new BadInput(`${where} is empty. Put the secret there.`)
  if (isBare && /[^\x20-\x7e]/.test(text))
    throw new BadInput(`${where} holds characters that no header carries. Is it the right one?`)
  if (/^Bearer /i.test(text)) throw new BadInput(`${where} begins with "Bearer ". Put the token alone there.`)
  return text
}

function writtenText(secret: Exclude<Secret, { from: 'value' }>, { env, readFile, readStdin }: SecretSources): string {
  if (secret.from === 'stdin') return readStdin()
  if (secret.from === 'file') return fileText(secret.path, secret.askedBy, readFile)
  const value = env[secret.name]
  if (value !== undefined && value !== '') return value
  throw new BadInput(`${placeOf(secret)} is not set. Put the secret there.`)
}

function placeOf(secret: Exclude<Secret, { from: 'value' }>): string {
  switch (secret.from) {
    case 'env':
      return `The environment variable ${secret.name} (${secret.askedBy})`
    case 'file':
      return `The file ${secret.path} (${secret.askedBy})`
    case 'stdin':
      return `Standard input (${secret.askedBy})`
  }
}

function fileText(path: string, askedBy: string, readFile: SecretSources['readFile']): string {
  try {
    return readFile(path)
  } catch (error) {
    throw new BadInput(
      `The file ${path} (${askedBy}) cannot be read: ${error instanceof Error ? error.message : error}.`,
    )
  }
}

function tlsOf({ tls }: TargetDescription, load: Load, { readFile }: SecretSources): TlsSettings {
  const pem = (path: string, askedBy: string, label: RegExp): string => {
    const text = fileText(path, askedBy, readFile)
    if (label.test(text)) return text
    throw new BadInput(`The file ${path} (${askedBy}) holds no PEM block of that kind (-----BEGIN …-----).`)
  }
  const { cert, key, keyPassphrase } = tls
  return {
    ca: tls.ca.map((path) => pem(path, '--ca or NODE_EXTRA_CA_CERTS', /-----BEGIN (TRUSTED )?CERTIFICATE-----/)),
    ...(cert === undefined ? {} : { cert: pem(cert, '--cert', /-----BEGIN CERTIFICATE-----/) }),
    ...(key === undefined ? {} : { key: pem(key, '--key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/) }),
    ...(keyPassphrase === undefined ? {} : { passphrase: load(keyPassphrase) }),
    ...(tls.insecure ? { insecure: true } : {}),
  }
}

function proxyPasswords({ proxy }: TargetDescription): string[] {
  return [proxy.http, proxy.https].flatMap((url) => {
    const password = url === undefined ? '' : new URL(url).password
    return password === '' ? [] : [password, decodeURIComponent(password)]
  })
}
