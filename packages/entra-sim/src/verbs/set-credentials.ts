import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { putSecrets } from '../acts/job-acts.ts'
import type { EntraContext } from '../context.ts'
import type { Secret } from '../directory/service-principal.ts'
import { CLIENT_CREDENTIALS, DEFAULT_SCOPE, WORKLOAD_IDENTITY, withSecrets } from '../job/settings.ts'
import { AppName, appAndJob } from './inputs.ts'

/** The fields of the portal's page (windmill-labs/windmill#10081). */
const ClientCredentialsInput = z.strictObject({
  tokenEndpoint: z.string().min(1).describe('URL of the token endpoint'),
  clientId: z.string().min(1).describe('Client identifier'),
  clientSecret: z.string().min(1).describe('Client secret').meta({ secret: true }),
  location: z.enum(['header', 'body']).optional().describe('Where both stand in the token request'),
})
type ClientCredentialsInput = z.infer<typeof ClientCredentialsInput>

/** What the target's portal shows for it (Microsoft: Workload identity federation for SCIM provisioning, step 3). */
const WorkloadIdentityInput = z.strictObject({
  tokenEndpoint: z.string().min(1).describe('URL of the token endpoint'),
  clientId: z.string().min(1).describe('Client identifier at the target'),
  scope: z.string().min(1).default(DEFAULT_SCOPE).describe('Scope that is asked for'),
})
type WorkloadIdentityInput = z.infer<typeof WorkloadIdentityInput>

const SIGN_IN_KEYS = [
  ...['SecretToken', 'AuthenticationType', 'Oauth2TokenExchangeUri', 'Oauth2ClientId', 'Oauth2ClientSecret'],
  ...['CredentialLocationInRequest', 'Oauth2Scope'],
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

function federationOf({ tokenEndpoint, clientId, scope }: WorkloadIdentityInput) {
  return {
    AuthenticationType: WORKLOAD_IDENTITY,
    Oauth2TokenExchangeUri: tokenEndpoint,
    Oauth2ClientId: clientId,
    Oauth2Scope: scope,
  }
}

interface Credentials {
  readonly tenantUrl: string
  readonly secretToken?: string | undefined
  readonly clientCredentials?: ClientCredentialsInput | undefined
  readonly workloadIdentity?: WorkloadIdentityInput | undefined
}

/** The secrets with these credentials in the place of those before; the sign-in stays where no other is given. */
export function credentialSecrets(
  secrets: readonly Secret[],
  { tenantUrl, secretToken, clientCredentials, workloadIdentity }: Credentials,
): readonly Secret[] {
  const oauth = clientCredentials ? secretsOf(clientCredentials) : workloadIdentity && federationOf(workloadIdentity)
  if (secretToken === undefined && oauth === undefined) return withSecrets(secrets, { BaseAddress: tenantUrl })
  const before = withSecrets(secrets, Object.fromEntries(SIGN_IN_KEYS.map((key) => [key, undefined])))
  return withSecrets(before, { BaseAddress: tenantUrl, ...(oauth ?? { SecretToken: secretToken }) })
}

const Input = z.strictObject({
  app: AppName,
  tenantUrl: z.string().min(1).describe('Base URL of the service provider, with or without ?aadOptscim062020'),
  secretToken: z
    .string()
    .optional()
    .describe('Without the word Bearer; empty for a token issued by Entra. Without it the sign-in that is saved stays')
    .meta({ secret: true }),
  clientCredentials: ClientCredentialsInput.optional().describe(
    'OAuth 2.0 client credentials instead of a token: fetched from the token endpoint at the beginning of each cycle',
  ),
  workloadIdentity: WorkloadIdentityInput.optional().describe(
    'Workload identity federation instead of a secret: the token endpoint is shown an assertion that Entra ID signs, see the view federation',
  ),
})

export const setCredentialsVerb = (context: EntraContext) =>
  defineVerb({
    name: 'set-credentials',
    describes:
      'Fills in Admin Credentials: tenant URL and secret token (Lark D02), client credentials, or workload identity federation.',
    input: Input,
    run: ({ app: name, tenantUrl, ...signIn }) => {
      const given = [signIn.secretToken || undefined, signIn.clientCredentials, signIn.workloadIdentity]
      if (given.filter((one) => one !== undefined).length > 1)
        throw new VerbError('invalid', 'Give one of secretToken, clientCredentials and workloadIdentity.')
      const { app } = appAndJob(context, name)
      putSecrets(context, app, credentialSecrets(app.secrets, { tenantUrl, ...signIn }))
    },
  })
