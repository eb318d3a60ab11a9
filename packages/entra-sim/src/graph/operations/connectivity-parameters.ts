import { z } from 'zod'
import { putSecrets } from '../../acts/job-acts.ts'
import type { Secret } from '../../directory/service-principal.ts'
import { AUTHENTICATION_TOKEN, withSecrets } from '../../job/settings.ts'
import { servicePrincipalOf } from '../find.ts'
import { badRequest, GraphError } from '../graph-error.ts'
import { type GraphCall, NO_CONTENT, operation } from '../operation.ts'
import { readBody } from '../read-body.ts'
import { assertSignIn, unknownKey } from './secret-list.ts'

const TEMPLATE = '/servicePrincipals/{servicePrincipal}/synchronization/connectivityParameters'
const Parameters = z.looseObject({ value: z.array(z.looseObject({ key: z.string(), value: z.string() })) })

/** The keys of the portal, in small letters, and those of the secrets that they are; the last one is of the portal alone. */
const SECRET_OF: Readonly<Record<string, string>> = {
  authenticationType: 'AuthenticationType',
  baseAddress: 'BaseAddress',
  secretToken: 'SecretToken',
  oauth2ClientId: 'Oauth2ClientId',
  oauth2ClientSecret: 'Oauth2ClientSecret',
  oauth2TokenExchangeUri: 'Oauth2TokenExchangeUri',
  credentialLocationInRequest: 'CredentialLocationInRequest',
}

/** Read back by nobody. */
const HIDDEN = new Set(['secretToken', 'oauth2ClientSecret'])

/** How the portal saves the connection, beta (Microsoft's validation kit for the app gallery). */
export const connectivityParameterOperations = [
  operation('GET', TEMPLATE, (call) => {
    assertBeta(call)
    const saved = new Map([
      ['AuthenticationType', AUTHENTICATION_TOKEN],
      ['BaseAddress', ''],
      ...servicePrincipalOf(call).secrets.map(({ key, value }) => [key, value] as const),
    ])
    const value = Object.entries(SECRET_OF)
      .filter(([key, secret]) => !HIDDEN.has(key) && saved.has(secret))
      .map(([key, secret]) => ({ key, value: saved.get(secret) }))
    return { status: 200, body: { '@odata.context': `${call.root}/$metadata#connectivityParameters`, value } }
  }),

  operation('PATCH', TEMPLATE, (call) => {
    assertBeta(call)
    const app = servicePrincipalOf(call)
    const given = readBody(Parameters, call.body).value
    const secrets = withSecrets(app.secrets, Object.fromEntries(given.map(({ key, value }) => [secretOf(key), value])))
    const kept = secrets.filter(({ value }) => value !== '')
    assertSignIn(kept)
    assertLocation(kept)
    putSecrets(call.context, app, kept)
    return NO_CONTENT
  }),
]

function assertBeta({ version }: GraphCall): void {
  if (version !== 'beta') throw new GraphError(404, 'ResourceNotFound', 'connectivityParameters is in beta only.')
}

function secretOf(key: string): string {
  const secret = Object.hasOwn(SECRET_OF, key) ? SECRET_OF[key] : undefined
  if (secret === undefined) throw unknownKey(key)
  return secret
}

function assertLocation(secrets: readonly Secret[]): void {
  const location = secrets.find(({ key }) => key === 'CredentialLocationInRequest')?.value
  if (location === undefined || /^(header|body)$/i.test(location)) return
  throw badRequest(`credentialLocationInRequest is 'header' or 'body', not '${location}'.`)
}
