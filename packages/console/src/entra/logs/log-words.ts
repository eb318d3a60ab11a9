// Words of the provisioning logs (Microsoft: Provisioning logs). Pure.
const ACTIONS: Readonly<Record<string, string>> = {
  create: 'Create',
  update: 'Update',
  delete: 'Delete',
  disable: 'Disable',
  stageddelete: 'StagedDelete',
  other: 'Other',
}

export function actionWord(action: string): string {
  return ACTIONS[action] ?? action
}

/** As the portal lists them: what is stored, and its word. */
export const ACTION_CHOICES = Object.entries(ACTIONS)

export const STATUS_CHOICES = ['success', 'failure', 'skipped', 'warning'].map(
  (status) => [status, statusWord(status)] as const,
)

export function statusWord(status: string): string {
  return status.charAt(0).toUpperCase() + status.slice(1)
}

export const AUDIT_STATUS_CHOICES = STATUS_CHOICES.slice(0, 2)

/** Activities that this tenant can tell of, those of provisioning first (Microsoft: Find out when a user can access an app). */
export const ACTIVITY_CHOICES = [
  'Add provisioning configuration',
  'Update provisioning setting or credentials',
  'Update attribute mappings or scope',
  'Enable/start provisioning configuration',
  'Disable/pause provisioning configuration',
  'Enable/restart provisioning configuration',
  'Delete provisioning configuration',
  'Quarantine',
  'Add app role assignment',
  'Remove app role assignment',
  'Add application',
  'Update application',
  'Delete application',
  'Restore application',
  'Add service principal',
  'Remove service principal',
  'Restore service principal',
].map((activity) => [activity, activity] as const)

const STEPS: Readonly<Record<string, string>> = {
  import: 'Import',
  scoping: 'Determine scope',
  matching: 'Match',
  processing: 'Evaluate',
  referenceResolution: 'Resolve references',
  export: 'Provision',
}

/** What the portal calls a step of that type. */
export function stepWord(type: string): string {
  return STEPS[type] ?? type
}
