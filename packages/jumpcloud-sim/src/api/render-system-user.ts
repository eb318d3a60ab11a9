import { type SystemUser, UserFields } from '../directory/system-user.ts'

/** What belongs to an account and not to provisioning. */
const ACCOUNT = {
  allow_public_key: true,
  badLoginAttempts: 0,
  enable_managed_uid: false,
  enable_user_portal_multifactor: false,
  externally_managed: false,
  ldap_binding_user: false,
  mfa: { configured: false, exclusion: false },
  mfaEnrollment: {
    overallStatus: 'NOT_ENROLLED',
    pushStatus: 'NOT_ENROLLED',
    totpStatus: 'NOT_ENROLLED',
    webAuthnStatus: 'NOT_ENROLLED',
  },
  passwordless_sudo: false,
  restrictedFields: [],
  samba_service_user: false,
  ssh_keys: [],
} as const

/** A systemuser as V1 answers it. */
export function renderSystemUser(user: SystemUser): Readonly<Record<string, unknown>> {
  return { ...user, ...ACCOUNT }
}

const GIVEN = Object.keys(UserFields.shape).filter((name) => name !== 'password')
const KEPT = [
  ...['_id', 'organization', 'created', 'creationSource', 'totp_enabled'],
  ...['account_locked_date', 'password_date', 'password_expiration_date'],
] as const satisfies readonly (keyof SystemUser)[]

/** Names of everything that a systemuser may have, for clients that ask for it by name. */
export const SYSTEM_USER_FIELDS: ReadonlySet<string> = new Set([...GIVEN, ...KEPT, ...Object.keys(ACCOUNT)])
