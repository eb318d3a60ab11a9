import { createHash, timingSafeEqual } from 'node:crypto'

/** An app registration that may sign in with a secret. Only the secret's hash is kept. */
export interface RegisteredClient {
  readonly clientId: string
  /** SHA-256, 64 hex digits. */
  readonly secretHash: string
}

export function registerClient(clientId: string, clientSecret: string): RegisteredClient {
  return { clientId, secretHash: hash(clientSecret) }
}

export interface TokenForm {
  readonly grantType: string
  readonly clientId: string
  readonly clientSecret: string
  readonly scope: string
}

/** Reads a token request: form fields, or HTTP Basic for the client (RFC 6749 §2.3.1). */
export function readTokenForm(body: string, authorization: string | undefined): TokenForm {
  const form = new URLSearchParams(body)
  const basic = readBasic(authorization)
  return {
    grantType: form.get('grant_type') ?? '',
    clientId: basic?.[0] ?? form.get('client_id') ?? '',
    clientSecret: basic?.[1] ?? form.get('client_secret') ?? '',
    scope: form.get('scope') ?? '',
  }
}

export interface TokenRefusal {
  readonly status: number
  /** RFC 6749 §5.2. */
  readonly error: string
  /** Entra's own code, such as AADSTS7000215. */
  readonly code: number
  readonly description: string
}

/** Why this client gets no token, or undefined. Codes and texts as Entra's token endpoint words them. */
export function refuseToken(form: TokenForm, clients: readonly RegisteredClient[]): TokenRefusal | undefined {
  if (form.grantType !== 'client_credentials') {
    return refusal(
      400,
      'unsupported_grant_type',
      70003,
      `The app requested an unsupported grant type '${form.grantType}'.`,
    )
  }
  const client = clients.find(({ clientId }) => clientId.toLowerCase() === form.clientId.toLowerCase())
  if (!client) {
    const text = `Application with identifier '${form.clientId}' was not found in the directory.`
    return refusal(400, 'unauthorized_client', 700016, text)
  }
  if (!isSecretOf(client, form.clientSecret)) {
    return refusal(401, 'invalid_client', 7000215, `Invalid client secret provided for app '${client.clientId}'.`)
  }
  if (!/(^|\s)\S+\/\.default(\s|$)/.test(form.scope)) {
    const text = `The provided value for the input parameter 'scope' is not valid: '${form.scope}'. Ask for <resource>/.default.`
    return refusal(400, 'invalid_scope', 70011, text)
  }
  return undefined
}

function refusal(status: number, error: string, code: number, text: string): TokenRefusal {
  return { status, error, code, description: `AADSTS${code}: ${text}` }
}

function isSecretOf(client: RegisteredClient, secret: string): boolean {
  return timingSafeEqual(Buffer.from(client.secretHash), Buffer.from(hash(secret)))
}

function hash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

function readBasic(authorization: string | undefined): readonly [string, string] | undefined {
  const encoded = /^Basic (\S+)$/i.exec(authorization ?? '')?.[1]
  if (!encoded) return undefined
  const text = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = text.indexOf(':')
  return colon < 0 ? undefined : [decode(text.slice(0, colon)), decode(text.slice(colon + 1))]
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
