import { z } from 'zod'
import { putSecrets } from '../../job/acts.ts'
import { parseSettings, withSecrets } from '../../job/settings.ts'
import { servicePrincipalOf } from '../find.ts'
import { badRequest, GraphError } from '../graph-error.ts'
import { type GraphCall, NO_CONTENT, operation } from '../operation.ts'
import { readBody } from '../read-body.ts'

const TEMPLATE = '/servicePrincipals/{servicePrincipal}/synchronization/connectivityParameters'
const Parameters = z.looseObject({ value: z.array(z.looseObject({ key: z.string(), value: z.string() })) })

const BY_TOKEN = 'AuthenticationToken'

/** The keys of the portal, in small letters, and those of the secrets that they are. */
const SECRET_OF: Readonly<Record<string, string>> = { baseAddress: 'BaseAddress', secretToken: 'SecretToken' }

const OAUTH = new Set(['oauth2ClientId', 'oauth2ClientSecret', 'oauth2TokenExchangeUri', 'credentialLocationInRequest'])

/** How the portal saves the connection, beta (Microsoft's validation kit for the app gallery). */
export const connectivityParameterOperations = [
  operation('GET', TEMPLATE, (call) => {
    assertBeta(call)
    const { baseAddress } = parseSettings(servicePrincipalOf(call).secrets)
    const value = [
      { key: 'authenticationType', value: BY_TOKEN },
      { key: 'baseAddress', value: baseAddress },
    ]
    return { status: 200, body: { '@odata.context': `${call.root}/$metadata#connectivityParameters`, value } }
  }),

  operation('PATCH', TEMPLATE, (call) => {
    assertBeta(call)
    const app = servicePrincipalOf(call)
    const given = readBody(Parameters, call.body).value.filter(({ key, value }) => !isByToken(key, value))
    const secrets = Object.fromEntries(given.map(({ key, value }) => [secretOf(key), value]))
    putSecrets(call.context, app, withSecrets(app.secrets, secrets))
    return NO_CONTENT
  }),
]

function assertBeta({ version }: GraphCall): void {
  if (version !== 'beta') throw new GraphError(404, 'ResourceNotFound', 'connectivityParameters is in beta only.')
}

function isByToken(key: string, value: string): boolean {
  if (key !== 'authenticationType') return false
  if (value === BY_TOKEN) return true
  throw badRequest(`authenticationType '${value}' is not simulated; use ${BY_TOKEN} with a secretToken.`)
}

function secretOf(key: string): string {
  const secret = Object.hasOwn(SECRET_OF, key) ? SECRET_OF[key] : undefined
  if (secret !== undefined) return secret
  if (OAUTH.has(key))
    throw badRequest(`${key} is not simulated; use authenticationType ${BY_TOKEN} with a secretToken.`)
  throw new GraphError(500, 'InternalError', `Requested value '${key}' was not found.`)
}
