/** A change of the configuration or of the state of provisioning, as Entra's audit log names it. */
export interface AuditEvent {
  readonly at: number
  readonly activity: AuditActivity
  readonly servicePrincipalId: string
  readonly appName: string
  readonly jobId: string | null
  readonly initiatedBy: 'administrator' | 'Azure AD Provisioning Service'
  readonly details: Readonly<Record<string, string>>
}

/** Activities of the category ProvisioningManagement (Microsoft: Find out when a user can access an app). */
export type AuditActivity =
  | 'Add application'
  | 'Add service principal'
  | 'Remove service principal'
  | 'Restore application'
  | 'Restore service principal'
  | 'Update application'
  | 'Delete application'
  | 'Add provisioning configuration'
  | 'Delete provisioning configuration'
  | 'Update provisioning setting or credentials'
  | 'Update attribute mappings or scope'
  | 'Enable/start provisioning configuration'
  | 'Disable/pause provisioning configuration'
  | 'Enable/restart provisioning configuration'
  | 'Quarantine'
  | 'Add app role assignment'
  | 'Remove app role assignment'
