// Words of the JumpCloud admin portal. LK2: Lark's help page about JumpCloud. JC1: JumpCloud's page "Export users with a SCIM custom app",
// JC2: "Improved applications experience", JC3: "Users and user states", JC4: "Directory Insights", JC5: set-up pages of applications.
// ours: no public source shows the word.
export const words = {
  // LK2
  authentication: 'User Authentication',
  applications: 'SSO Applications',
  applicationsPlace: 'User Authentication',
  addApplication: 'Add New Application',
  newIntegration: 'Create New Application Integration',
  customApplication: 'Custom Application',
  next: 'Next',
  save: 'Save',
  // JC3
  users: 'Users',
  usersPlace: 'User Management',
  userState: 'User State',
  states: { ACTIVATED: 'Active', STAGED: 'Staged', SUSPENDED: 'Suspended' },
  moreActions: 'More Actions',
  editColumns: 'Edit Columns',
  userActs: {
    activate: 'Activate',
    suspend: 'Suspend',
    reactivate: 'Reactivate',
    unlock: 'Unlock',
    // ours
    expirePassword: 'Expire password',
    remove: 'Delete',
  },
  name: 'Name',
  // LK2, JC1
  groups: 'User Groups',
  // JC4
  insights: 'Directory Insights',
  insightsPlace: 'Insights › Directory',
  timestamp: 'Timestamp',
  eventType: 'Event Type',
  result: 'Result',
  initiatedBy: 'Initiated By',
  clientIp: 'Client IP',
  // JC2
  actions: 'Actions',
  // ours: JC2 says that "deactivating IdM has been moved to the new Actions menu", and shows its label in a picture only
  deactivateIdentity: 'Deactivate Identity Management',
  // ours
  cancel: 'Cancel',
  back: 'Back',
  deleteApplication: 'Delete application',
  select: 'Select',
} as const

/** The pages of "Create New Application Integration". LK2, JC5 */
export const steps = ['Select Applications', 'Select Options', 'Enter General Info', 'Review'] as const

export const creating = {
  // LK2
  createIntegration: 'Create App Integration',
  identityManagement: 'Export users to this app (Identity Management)',
  displayLabel: 'Display Label',
  saveApplication: 'Save Application',
  configureApplication: 'Configure Application',
} as const

/** Tabs of an application, by the word of its address. JC2, LK2 */
export const tabs = {
  general: 'General Info',
  sso: 'SSO',
  identity: 'Identity Management',
  groups: 'User Groups',
} as const

/** The tab Identity Management. */
export const identity = {
  // JC1
  configuration: 'Configuration Settings',
  // LK2
  apiType: 'API Type',
  scimApi: 'SCIM API',
  scimVersion: 'SCIM Version',
  scim2: 'SCIM 2.0',
  baseUrl: 'Base URL',
  testUserEmail: 'Test User Email',
  groupManagement: 'Group Management',
  enableGroups: 'Enable management of User Groups and Group Membership in this application',
  activate: 'Activate',
  // JC1, JC5
  tokenKey: 'Token Key',
  testConnection: 'Test Connection',
  undo: 'Undo',
  exportMapping: 'Export Attribute Mapping',
  required: 'Required',
  optional: 'Optional',
  editMapping: 'Edit',
  import: 'Import',
  // ours
  restApi: 'REST API',
  scim1: 'SCIM 1.1',
  mappingColumns: ['JumpCloud field', 'SCIM attribute', 'Sent'],
  leftOut: 'left out',
  saveMapping: 'Save mapping',
  importUsers: 'Import users',
} as const

/** The tab User Groups. JC1 */
export const binding = { showBound: 'Show bound User Groups' } as const

/** Insights › Directory. */
export const insights = {
  // JC4
  service: 'Service',
  allServices: 'Service: all',
  directory: 'Directory',
  eventType: 'Event Type',
  user: 'User',
  frequency: 'Event frequency',
  // ours
  allTypes: 'Event Type: all',
  provisioning: 'All of provisioning',
  userHint: 'User: name, email or id',
  time: 'Time range',
  times: [
    ['', 'Last 90 days'],
    ['30d', 'Last 30 days'],
    ['7d', 'Last 7 days'],
    ['24h', 'Last 24 hours'],
  ],
} as const

/** Event types of Directory Insights that are about provisioning. JC4 */
export const provisioningEvents = [
  'user_lookup_provision',
  'user_create_provision',
  'user_update_provision',
  'user_deprovision',
  'user_delete_provision',
  'group_create_provision',
  'group_update_provision',
  'group_delete_provision',
] as const

/** All that this organization can tell of, in the order of the alphabet. Directory Insights API */
export const eventTypes = [
  ...provisioningEvents,
  'application_create',
  'application_delete',
  'application_update',
  'association_change',
  'group_create',
  'group_delete',
  'group_update',
  'integration_activate',
  'integration_deactivate',
  'user_activated',
  'user_activation_schedule_create',
  'user_activation_schedule_delete',
  'user_create',
  'user_delete',
  'user_lockout',
  'user_password_change',
  'user_password_expired',
  'user_password_set',
  'user_suspended',
  'user_suspension_schedule_create',
  'user_suspension_schedule_delete',
  'user_unlocked',
  'user_unsuspended',
  'user_update',
].sort()
