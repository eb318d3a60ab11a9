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
