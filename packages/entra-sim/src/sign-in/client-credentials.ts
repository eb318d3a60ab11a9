import { equalInConstantTime, unescapedQuery } from '@scimulator/shared/http'
import { hashToken } from '@scimulator/shared/runtime'

/** An app registration that may sign in with a secret. Only the secret's hash is kept. */
export interface RegisteredClient {
  readonly clientId: string
  /** SHA-256, 64 hex digits. */
  readonly secretHash: string
}

export function registerClient(clientId: string, clientSecret: string): RegisteredClient {
  return { clientId, secretHash: hashToken(clientSecret) }
}

export interface TokenForm {
  readonly grantType: string
  readonly clientId: string
  readonly clientSecret: string
  readonly scope: string
}

/** Whose token endpoint was asked: the one of v1.0 reads `resource` where that of v2.0 reads `scope`. */
export type EndpointVersion = 'v1.0' | 'v2.0'

/** Reads a token request: form fields, or HTTP Basic for the client (RFC 6749 §2.3.1). */
export function readTokenForm(
  body: string,
  authorization: string | undefined,
  version: EndpointVersion = 'v2.0',
): TokenForm {
  const form = new URLSearchParams(body)
  const resource = form.get('resource')?.replace(/\/$/, '')
  const basic = readBasic(authorization)
  return {
    grantType: form.get('grant_type') ?? '',
    clientId: basic?.[0] ?? form.get('client_id') ?? '',
    clientSecret: basic?.[1] ?? form.get('client_secret') ?? '',
    scope: version === 'v1.0' && resource ? `${resource}/.default` : (form.get('scope') ?? ''),
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
  const missing = missingOf(form)
  if (missing) return missing
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

/** Each parameter that is left out has an answer of its own. */
function missingOf({ grantType, clientId, clientSecret, scope }: TokenForm): TokenRefusal | undefined {
  const text = (name: string) => `The request body must contain the following parameter: ${name}.`
  if (grantType === '') return refusal(400, 'invalid_request', 900144, text("'grant_type'"))
  if (clientId === '') return refusal(400, 'invalid_request', 900144, text("'client_id'"))
  if (grantType !== 'client_credentials') return undefined
  if (scope === '') return refusal(400, 'invalid_request', 900144, text("'scope'"))
  if (clientSecret === '') return refusal(401, 'invalid_client', 7000218, text("'client_assertion' or 'client_secret'"))
  return undefined
}

function refusal(status: number, error: string, code: number, text: string): TokenRefusal {
  return { status, error, code, description: `AADSTS${code}: ${text}` }
}

function isSecretOf(client: RegisteredClient, secret: string): boolean {
  return equalInConstantTime(hashToken(secret), client.secretHash)
}

function readBasic(authorization: string | undefined): readonly [string, string] | undefined {
  const encoded = /^Basic (\S+)$/i.exec(authorization ?? '')?.[1]
  if (!encoded) return undefined
  const text = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = text.indexOf(':')
  return colon < 0 ? undefined : [unescapedQuery(text.slice(0, colon)), unescapedQuery(text.slice(colon + 1))]
}
