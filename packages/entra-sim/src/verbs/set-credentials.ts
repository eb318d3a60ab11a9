import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { EntraContext } from '../context.ts'
import type { Secret } from '../directory/service-principal.ts'
import { putSecrets } from '../job/acts.ts'
import { CLIENT_CREDENTIALS, withSecrets } from '../job/settings.ts'
import { AppName, appAndJob } from './inputs.ts'

/** The fields of the portal's page (windmill-labs/windmill#10081). */
const ClientCredentialsInput = z.strictObject({
  tokenEndpoint: z.string().min(1).describe('URL of the token endpoint'),
  clientId: z.string().min(1).describe('Client identifier'),
  clientSecret: z.string().min(1).describe('Client secret').meta({ secret: true }),
  location: z.enum(['header', 'body']).optional().describe('Where both stand in the token request'),
})
type ClientCredentialsInput = z.infer<typeof ClientCredentialsInput>

const SIGN_IN_KEYS = [
  ...['SecretToken', 'AuthenticationType', 'Oauth2TokenExchangeUri', 'Oauth2ClientId', 'Oauth2ClientSecret'],
  'CredentialLocationInRequest',
]

function secretsOf({ tokenEndpoint, clientId, clientSecret, location }: ClientCredentialsInput) {
  return {
    AuthenticationType: CLIENT_CREDENTIALS,
    Oauth2TokenExchangeUri: tokenEndpoint,
    Oauth2ClientId: clientId,
    Oauth2ClientSecret: clientSecret,
    CredentialLocationInRequest: location,
  }
}

interface Credentials {
  readonly tenantUrl: string
  readonly secretToken?: string | undefined
  readonly clientCredentials?: ClientCredentialsInput | undefined
}

/** The secrets with these credentials in the place of those before; the sign-in stays where no other is given. */
export function credentialSecrets(
  secrets: readonly Secret[],
  { tenantUrl, secretToken, clientCredentials }: Credentials,
): readonly Secret[] {
  if (secretToken === undefined && clientCredentials === undefined)
    return withSecrets(secrets, { BaseAddress: tenantUrl })
  const before = withSecrets(secrets, Object.fromEntries(SIGN_IN_KEYS.map((key) => [key, undefined])))
  const signIn = clientCredentials ? secretsOf(clientCredentials) : { SecretToken: secretToken }
  return withSecrets(before, { BaseAddress: tenantUrl, ...signIn })
}

export const setCredentials = (context: EntraContext) =>
  defineVerb({
    name: 'set-credentials',
    describes: 'Fills in Admin Credentials: tenant URL and secret token (Lark D02), or client credentials',
    input: z.strictObject({
      app: AppName,
      tenantUrl: z.string().min(1).describe('Base URL of the service provider, with or without ?aadOptscim062020'),
      secretToken: z
        .string()
        .optional()
        .describe(
          'Without the word Bearer; empty for a token issued by Entra. Without it the sign-in that is saved stays',
        )
        .meta({ secret: true }),
      clientCredentials: ClientCredentialsInput.optional().describe(
        'OAuth 2.0 client credentials instead of a token: fetched from the token endpoint at the beginning of each cycle',
      ),
    }),
    run: ({ app: name, tenantUrl, secretToken, clientCredentials }) => {
      if (secretToken && clientCredentials)
        throw new VerbError('invalid', 'Give secretToken or clientCredentials, not both.')
      const { app } = appAndJob(context, name)
      putSecrets(context, app, credentialSecrets(app.secrets, { tenantUrl, secretToken, clientCredentials }))
    },
  })
