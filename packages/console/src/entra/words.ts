// Words of the Microsoft Entra admin centre. Each block says which page has them; what no page has is marked as ours. Sources, all of
// Microsoft Learn but the last: MS1 use-scim-to-provision-users-and-groups, MS2 Microsoft's tutorials for SaaS apps, MS3
// cross-tenant-synchronization-configure, MS4 customize-application-attributes, MS5 expression-builder, MS6 define-conditional-rules,
// MS7 provision-on-demand, MS8 concept-provisioning-logs, MS9 accidental-deletions, MS10 assign-user-or-group-access-portal, MS11
// users-restore, MS12 application-provisioning-quarantine-status; LK1 is the receiver's help page for Entra ID.
export const words = {
  // MS1, LK1: making an app
  apps: 'Enterprise applications',
  allApps: 'All applications',
  newApplication: 'New application',
  gallery: 'Browse Microsoft Entra Gallery',
  createOwn: 'Create your own application',
  appName: "What's the name of your app?",
  appPurpose: 'What are you looking to do with your application?',
  nonGallery: "Integrate any other application you don't find in the gallery (Non-gallery)",
  create: 'Create',

  // LK1: the app's overview
  overview: 'Overview',
  gettingStarted: 'Getting Started',
  assignTile: 'Assign users and groups',
  provisionTile: 'Provision User Accounts',
  getStarted: 'Get started',
  properties: 'Properties',

  // MS3: the menu at the left
  manage: 'Manage',
  activity: 'Activity',
  usersAndGroups: 'Users and groups',
  provisioning: 'Provisioning',
  expressionBuilder: 'Expression builder',
  onDemand: 'Provision on demand',
  auditLogs: 'Audit logs',
  logs: 'Provisioning logs',

  // MS3, MS12: overview of provisioning
  start: 'Start provisioning',
  stop: 'Stop provisioning',
  restart: 'Restart provisioning',
  edit: 'Edit provisioning',
  refresh: 'Refresh',
  currentCycle: 'Current cycle status',
  notRun: 'Initial cycle not run.',
  initialDone: 'Initial cycle completed.',
  incrementalDone: 'Incremental cycle completed.',
  statistics: 'Statistics to date',
  provisioningDetails: 'View provisioning details',
  technicalInformation: 'View technical information',
  completed: 'Completed',
  duration: 'Duration',
  steadyState: 'Steady state achieved',
  interval: 'Provisioning interval(fixed)',
  activityId: 'Activity ID',
  jobId: 'Job ID',
  viewLogs: 'View provisioning logs',

  // MS9, MS12: quarantine
  quarantined: 'Provisioning has been quarantined. See quarantine details for more information',
  allowDeletes: 'Allow deletes',
  yes: 'Yes',
  no: 'No',

  // MS1, MS9: the page Provisioning
  mode: 'Provisioning Mode',
  manual: 'Manual',
  automatic: 'Automatic',
  credentials: 'Admin Credentials',
  tenantUrl: 'Tenant URL',
  secretToken: 'Secret Token',
  testConnection: 'Test Connection',
  authorized: 'The supplied credentials are authorized to enable provisioning',
  notAuthorized:
    'You appear to have entered invalid credentials. Please confirm you are using the correct information for an administrative account.',
  mappings: 'Mappings',
  groupMapping: 'Provision Microsoft Entra ID Groups',
  userMapping: 'Provision Microsoft Entra ID Users',
  restoreMappings: 'Restore default mappings',
  settings: 'Settings',
  sendMail: 'Send an email notification when a failure occurs',
  mailAddress: 'Notification Email',
  preventDeletion: 'Prevent accidental deletion',
  threshold: 'Accidental deletion threshold',
  scope: 'Scope',
  onlyAssigned: 'Sync only assigned users and groups',
  everybody: 'Sync all users and groups',
  status: 'Provisioning Status',
  on: 'On',
  off: 'Off',
  save: 'Save',
  discard: 'Discard',

  // MS4, LK1: the page Attribute Mapping
  attributeMapping: 'Attribute Mapping',
  name: 'Name',
  enabled: 'Enabled',
  sourceObject: 'Source Object',
  sourceScope: 'Source Object Scope',
  allRecords: 'All records',
  targetObject: 'Target Object',
  targetActions: 'Target Object Actions',
  attributeMappings: 'Attribute Mappings',
  targetColumn: 'customappsso Attribute',
  sourceColumn: 'Microsoft Entra ID Attribute',
  precedence: 'Matching precedence',
  editRow: 'Edit',
  deleteRow: 'Delete',
  addMapping: 'Add New Mapping',
  editAttribute: 'Edit Attribute',
  mappingType: 'Mapping type',
  sourceAttribute: 'Source attribute',
  constantValue: 'Constant Value',
  expression: 'Expression',
  defaultValue: 'Default value if null (optional)',
  targetAttribute: 'Target attribute',
  matchObjects: 'Match objects using this attribute',
  apply: 'Apply this mapping',
  ok: 'Ok',
  cancel: 'Cancel',

  // MS5: expression builder
  selectFunction: 'Select a function',
  selectAttribute: 'Select an attribute',
  addExpression: 'Add expression',
  selectUser: 'Select a user',
  testExpression: 'Test expression',
  expressionOutput: 'View expression output',

  // MS6: scoping filters
  addScopingFilter: 'Add scoping filter',
  okCapitals: 'OK',
  addClause: 'Add new scoping clause',
  scopingTitle: 'Scoping Filter Title',
  attributeName: 'Attribute Name',
  operator: 'Operator',
  attributeValue: 'Attribute Value',

  // MS10, LK1: assignments
  addUserOrGroup: 'Add user/group',
  addAssignment: 'Add Assignment',
  noneSelected: 'None Selected',
  select: 'Select',
  selectRole: 'Select a role',
  assign: 'Assign',
  remove: 'Remove',
  displayName: 'Display Name',
  objectType: 'Object Type',
  roleAssigned: 'Role assigned',

  // MS7: provision on demand
  selectUserOrGroup: 'Select a user or group',
  provision: 'Provision',
  retry: 'Retry',
  provisionAnother: 'Provision another object',

  // MS8: provisioning logs
  steps: 'Steps',
  recommendations: 'Troubleshooting & Recommendations',
  modified: 'Modified Properties',
  summary: 'Summary',

  // MS11: users
  users: 'All users',
  usersPlace: 'Identity › Users',
  deletedUsers: 'Deleted users',
  restoreUser: 'Restore user',
  deletePermanently: 'Delete permanently',
  groups: 'All groups',
  groupsPlace: 'Identity › Groups',
  logsPlace: 'Enterprise apps › Activity',

  // Ours in this form: what the portal has on pages and in menus of its own
  block: 'Block sign in',
  unblock: 'Unblock sign in',
  deleteUser: 'Delete user',

  // Ours: no page of Microsoft's has them
  helpPageMappings: "Use the help page's mappings",
  heldBack: 'Held back',
  rehearse: 'Rehearse the next cycle',
  runNow: 'Run the next cycle now',
} as const
