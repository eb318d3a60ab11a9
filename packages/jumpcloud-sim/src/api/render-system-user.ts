import type { SystemUser } from '../directory/system-user.ts'

/** A systemuser as V1 answers it: with what belongs to the account and not to provisioning. */
export function renderSystemUser(user: SystemUser): Readonly<Record<string, unknown>> {
  return {
    ...user,
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
  }
}
