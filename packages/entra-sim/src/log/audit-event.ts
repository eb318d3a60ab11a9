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

/** Those of provisioning and those of the directory (Microsoft: Find out when a user can access an app; Audit activity reference). */
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

const OF_PROVISIONING: ReadonlySet<AuditActivity> = new Set([
  'Add provisioning configuration',
  'Delete provisioning configuration',
  'Update provisioning setting or credentials',
  'Update attribute mappings or scope',
  'Enable/start provisioning configuration',
  'Disable/pause provisioning configuration',
  'Enable/restart provisioning configuration',
  'Quarantine',
])

export const AUDIT_SERVICES = ['Account Provisioning', 'Core Directory'] as const
export const AUDIT_CATEGORIES = [
  'ProvisioningManagement',
  'ApplicationManagement',
  'GroupManagement',
  'UserManagement',
] as const

export interface AuditPlace {
  readonly service: (typeof AUDIT_SERVICES)[number]
  readonly category: (typeof AUDIT_CATEGORIES)[number]
}

/** Which service logs an activity, and under what (Microsoft: Audit activity reference). */
export function auditPlace({ activity, details }: Pick<AuditEvent, 'activity' | 'details'>): AuditPlace {
  if (OF_PROVISIONING.has(activity)) return { service: 'Account Provisioning', category: 'ProvisioningManagement' }
  if (!activity.endsWith('app role assignment')) return { service: 'Core Directory', category: 'ApplicationManagement' }
  const category = details.principalType === 'Group' ? 'GroupManagement' : 'UserManagement'
  return { service: 'Core Directory', category }
}
