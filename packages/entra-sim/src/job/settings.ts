// Graph keeps a job's settings as a list of keys and texts among the secrets, some of them JSON within a text. They are parsed once
// into a typed configuration; the list stays what is stored and what Graph shows.
import { z } from 'zod'
import type { Secret } from '../directory/service-principal.ts'

export interface JobSettings {
  /** Tenant URL as configured, with its query and compatibility flag. Empty when not configured. */
  readonly baseAddress: string
  readonly secretToken: string
  /** Instead of the token: OAuth 2.0 client credentials. */
  readonly clientCredentials: ClientCredentials | undefined
  /** Instead of both: an assertion that Entra ID signs, for which the target gives a token. */
  readonly workloadIdentity: WorkloadIdentity | undefined
  readonly syncAll: boolean
  readonly skipOutOfScopeDeletions: boolean
  readonly notificationEmail: string | undefined
  /** More removals than this in one cycle are staged; undefined when the prevention is off. */
  readonly deletionThresholdCount: number | undefined
}

interface ClientCredentials {
  readonly tokenUrl: string
  readonly clientId: string
  readonly clientSecret: string
  /** Where they stand in the token request, if the job says it. */
  readonly location?: 'header' | 'body'
}

/** What the administrator brings back from the target (Microsoft: Workload identity federation for SCIM provisioning, step 3). */
interface WorkloadIdentity {
  readonly tokenUrl: string
  readonly clientId: string
  readonly scope: string
}

/** `AuthenticationType` of a job that signs in for itself; its letters are written in both cases. */
export const CLIENT_CREDENTIALS = 'OAuth2ClientCredentialsGrant'
export const AUTHENTICATION_TOKEN = 'AuthenticationToken'
/** Microsoft's paper names the choice of the portal and no value of the key; this one is ours. */
export const WORKLOAD_IDENTITY = 'WorkloadIdentityFederation'

/** As Microsoft's sample of a token request has it. */
export const DEFAULT_SCOPE = 'scim'

const SyncNotificationSettings = z.looseObject({
  Enabled: z.boolean().optional(),
  Recipients: z.string().optional(),
  DeleteThresholdEnabled: z.boolean().optional(),
  DeleteThresholdValue: z.number().int().min(0).optional(),
})
type SyncNotificationSettings = z.infer<typeof SyncNotificationSettings>

export function parseSettings(secrets: readonly Secret[]): JobSettings {
  const textOf = (key: string) => secrets.find((secret) => secret.key === key)?.value
  const notification = parseNotification(textOf('SyncNotificationSettings'))
  return {
    baseAddress: textOf('BaseAddress') ?? '',
    secretToken: textOf('SecretToken') ?? '',
    clientCredentials: clientCredentialsIn(textOf),
    workloadIdentity: workloadIdentityIn(textOf),
    syncAll: isTrue(textOf('SyncAll')),
    skipOutOfScopeDeletions: isTrue(textOf('SkipOutOfScopeDeletions')),
    notificationEmail: notification.Enabled === false ? undefined : notification.Recipients || undefined,
    deletionThresholdCount: notification.DeleteThresholdEnabled ? notification.DeleteThresholdValue : undefined,
  }
}

function clientCredentialsIn(textOf: (key: string) => string | undefined): ClientCredentials | undefined {
  if (textOf('AuthenticationType')?.toLowerCase() !== CLIENT_CREDENTIALS.toLowerCase()) return undefined
  const location = textOf('CredentialLocationInRequest')?.toLowerCase()
  return {
    tokenUrl: textOf('Oauth2TokenExchangeUri') ?? '',
    clientId: textOf('Oauth2ClientId') ?? '',
    clientSecret: textOf('Oauth2ClientSecret') ?? '',
    ...(location === 'header' || location === 'body' ? { location } : {}),
  }
}

function workloadIdentityIn(textOf: (key: string) => string | undefined): WorkloadIdentity | undefined {
  if (textOf('AuthenticationType')?.toLowerCase() !== WORKLOAD_IDENTITY.toLowerCase()) return undefined
  return {
    tokenUrl: textOf('Oauth2TokenExchangeUri') ?? '',
    clientId: textOf('Oauth2ClientId') ?? '',
    scope: textOf('Oauth2Scope') ?? DEFAULT_SCOPE,
  }
}

/** The list with some keys set to new values, or dropped where the value is undefined; the others stay in place. */
export function withSecrets(
  secrets: readonly Secret[],
  values: Readonly<Record<string, string | undefined>>,
): Secret[] {
  const kept = secrets.filter(({ key }) => !Object.hasOwn(values, key))
  const set = Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [{ key, value }]))
  return [...kept, ...set]
}

/** The text of `SyncNotificationSettings` with the given parts changed. */
export function notificationText(
  secrets: readonly Secret[],
  change: { readonly recipients?: string | undefined; readonly threshold?: number | null | undefined },
): string {
  const before = parseNotification(secrets.find(({ key }) => key === 'SyncNotificationSettings')?.value)
  const recipients = change.recipients ?? before.Recipients ?? ''
  const threshold = change.threshold === undefined ? thresholdOf(before) : change.threshold
  return JSON.stringify({
    Enabled: recipients !== '',
    Recipients: recipients,
    DeleteThresholdEnabled: threshold !== null,
    DeleteThresholdValue: threshold ?? before.DeleteThresholdValue ?? 500,
  })
}

function thresholdOf(settings: SyncNotificationSettings): number | null {
  return settings.DeleteThresholdEnabled ? (settings.DeleteThresholdValue ?? 500) : null
}

function parseNotification(text: string | undefined): SyncNotificationSettings {
  if (text === undefined || text === '') return {}
  try {
    return SyncNotificationSettings.catch({}).parse(JSON.parse(text))
  } catch {
    return {}
  }
}

function isTrue(text: string | undefined): boolean {
  return text?.toLowerCase() === 'true'
}
