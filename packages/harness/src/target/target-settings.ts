// How a target is described, in `scimulator.config.yaml`, by flags and by the environment: one grammar for all three. A secret is named,
// by the environment variable or the file that holds it, and never stands here.
import { parseDuration } from '@scimulator/shared/runtime'
import { z } from 'zod'

const VariableName = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'An environment variable is named by letters, digits and underscores')

const HttpUrl = z.string().refine(isHttpUrl, 'An http or https URL is wanted')

const Duration = z
  .string()
  .refine((text) => (parseDuration(text) ?? 0) > 0, 'A time is written 30s, 2m or 1h')
  .describe('30s, 2m')

const HeaderName = z.string().regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/, 'A header is named as RFC 9110 §5.1 has it')

const Domain = z
  .string()
  .regex(/^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i, 'A domain such as example.com is wanted')

const BasicSettings = z.strictObject({
  user: z
    .string()
    .min(1)
    .regex(/^[^:]*$/, 'A user of Basic authentication has no colon (RFC 7617 §2)'),
  passwordEnv: VariableName.describe('Environment variable that holds the password'),
})

const OAuthSettings = z
  .strictObject({
    tokenUrl: HttpUrl.describe('Token endpoint of the authorization server'),
    clientIdEnv: VariableName.describe('Environment variable that holds the client id'),
    clientSecretEnv: VariableName.describe('Environment variable that holds the client secret'),
    scope: z.string().min(1).optional().describe('Scopes, with spaces between them'),
    credentialsIn: z
      .enum(['header', 'body'])
      .default('header')
      .describe('header: HTTP Basic, as RFC 6749 §2.3.1 prefers; body: client_id and client_secret as parameters'),
  })
  .describe('OAuth 2.0 client credentials (RFC 6749 §4.4)')

/** One target. Every member but `url` may be left out. */
export const TargetSettings = z.strictObject({
  url: HttpUrl.describe('Base URL: the part before /Users. Query parameters go with every request'),
  tokenEnv: VariableName.optional().describe('Environment variable that holds the bearer token'),
  tokenFile: z.string().min(1).optional().describe('File that holds the bearer token; - is standard input'),
  basic: BasicSettings.optional(),
  oauth: OAuthSettings.optional(),
  headers: z.record(HeaderName, z.string()).optional().describe('Sent with every request'),
  headersEnv: z
    .record(HeaderName, VariableName)
    .optional()
    .describe('Headers whose values are secret: the environment variable that holds each'),
  proxy: HttpUrl.optional().describe('Wins over HTTPS_PROXY and HTTP_PROXY; a password belongs in those'),
  noProxy: z.string().optional().describe('Hosts that are reached directly; wins over NO_PROXY'),
  ca: z.string().min(1).optional().describe('PEM file of an authority that is trusted beside those of Node.js'),
  cert: z.string().min(1).optional().describe('PEM file of the client’s certificate'),
  key: z.string().min(1).optional().describe('PEM file of the client’s key'),
  keyPassphraseEnv: VariableName.optional().describe('Environment variable that holds the passphrase of the key'),
  insecure: z.boolean().optional().describe('Any certificate is taken; the report says so'),
  timeout: Duration.optional().describe('How long an answer may take; 30s when left out'),
  rate: z.number().positive().max(10_000).optional().describe('Requests per second at most, all scenarios together'),
  parallel: z.int().min(1).max(64).optional().describe('Scenarios at a time; by the target’s latency when left out'),
  emailDomain: Domain.optional().describe('Domain of every address; example.com when left out'),
  maxAccounts: z
    .int()
    .min(1)
    .max(100_000)
    .optional()
    .describe('Accounts that a run holds at a time; 250 when left out'),
  runId: z
    .string()
    .regex(/^[a-z0-9]{8}$/, 'A run id is eight lower-case letters and digits')
    .optional()
    .describe('Repeats a run under its own names'),
  start: z.string().min(1).optional().describe('Command that starts the endpoint; it is stopped at the end'),
  waitFor: HttpUrl.optional().describe(
    'URL that answers when what was started is ready; the target’s own when left out',
  ),
})
export type TargetSettings = z.infer<typeof TargetSettings>

/** `scimulator.config.yaml`. */
export const ConfigFile = z.strictObject({
  targets: z
    .record(
      z.string().regex(/^[A-Za-z0-9._-]+$/, 'A target is named by letters, digits, ".", "_" and "-"'),
      TargetSettings,
    )
    .describe('SCIM endpoints by name: scimulator run scenarios --target NAME')
    .optional(),
})
export type ConfigFile = z.infer<typeof ConfigFile>

export function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}
