import type { TestReport } from './test-report.ts'

/** The Identity Management tab of an SSO application: one SCIM connector. */
export interface Connector {
  readonly apiType: 'SCIM API'
  readonly scimVersion: '2.0'
  /** As typed; requests are this text with "/Users" put behind it. */
  readonly baseUrl: string
  /** The bare token; JumpCloud puts "Bearer " before it. */
  readonly token: string
  readonly testUserEmail: string
  /** "Enable management of User Groups and Group Membership in this application". */
  readonly groupManagement: boolean
  readonly syncPassword: boolean
  /** Optional attributes that the administrator took off the export list. */
  readonly excludedAttributes: readonly string[]
  readonly active: boolean
  /** What the last passed test was made with; it counts for Activate while these stay the same. */
  readonly verified?: VerifiedSettings
  readonly lastTest?: TestReport
}

interface VerifiedSettings {
  readonly baseUrl: string
  readonly token: string
  readonly testUserEmail: string
}

/** An SSO application, with the keys of API V1 as far as provisioning needs them. Immutable. */
export interface Application {
  readonly id: string
  readonly name: string
  readonly displayName: string
  readonly displayLabel: string
  readonly ssoUrl: string
  readonly config: Readonly<Record<string, unknown>>
  readonly sso?: Readonly<Record<string, unknown>>
  readonly active: boolean
  readonly created: string
  readonly organization: string
  /** "Export users to this app (Identity Management)" was chosen when the application was made. */
  readonly identityManagement: boolean
  readonly connector?: Connector
}

/** The connector when it pushes, undefined while it is not configured or not active. */
export function activeConnector(application: Application | undefined): Connector | undefined {
  return application?.connector?.active ? application.connector : undefined
}

/** Whether a test of these settings has passed. The group toggle does not void a passed test; the help page clears it between test and activation. */
export function isVerified({ verified, baseUrl, token, testUserEmail }: Connector): boolean {
  return verified?.baseUrl === baseUrl && verified.token === token && verified.testUserEmail === testUserEmail
}
