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
