// Words of Okta's admin console. O and a number: docs/reference/okta-behaviour.md. HELP and a page: help.okta.com, where P is "Manage people",
// A "Activate and deactivate users", S "Suspend and unsuspend users", G "Create a group" and "Manually assign people to a group".
// MGMT: titles of the default user schema in the description of the management API. ours: no public source shows the word.
export const words = {
  // HELP P
  directory: 'Directory',
  people: 'People',
  addPerson: 'Add person',
  moreActions: 'More Actions',
  // HELP A: "filter your end user list based on their account status"
  status: 'Status',
  states: { STAGED: 'Staged', ACTIVE: 'Active', SUSPENDED: 'Suspended', DEPROVISIONED: 'Deactivated' },
  // HELP A, S
  activate: 'Activate',
  deactivate: 'Deactivate',
  suspend: 'Suspend',
  unsuspend: 'Unsuspend',
  deletePerson: 'Delete',
  // HELP P
  profile: 'Profile',
  save: 'Save',
  // HELP G
  groups: 'Groups',
  addGroup: 'Add Group',
  groupName: 'Name',
  groupDescription: 'Description',
  assignPeople: 'Assign people',
  // O126, CONNECT
  applications: 'Applications',
  // O126
  provisioning: 'Provisioning',
  // O606
  dashboard: 'Dashboard',
  tasks: 'Tasks',
  retrySelected: 'Retry Selected',
  // HELP "System Log": "Time, Actor, Event Info, and Targets"
  reports: 'Reports',
  systemLog: 'System Log',
  time: 'Time',
  eventInfo: 'Event Info',
  targets: 'Targets',
  severity: 'Severity',
  // O107, O101
  kinds: { wizard: 'App Integration Wizard', catalogue: 'SCIM 2.0 Test App' },
  // PREP: "Create App Integration"
  createApp: 'Create App Integration',
  // OP03
  byGroup: 'Group',
  // ours
  individual: 'Individual',
  label: 'Application label',
  kind: 'Made from',
  application: 'Application',
  task: 'Task',
  sendsPut: 'It sends changes by PUT, whole.',
  sendsPatch: 'It sends activation and groups by PATCH, profiles by PUT.',
  addToGroups: 'Add to groups',
  personPage: 'Profile of the person',
  groupPage: 'Page of the group',
  name: 'Name',
  isActive: 'Active at once',
  remove: 'Remove',
  rename: 'Rename',
  deleteGroup: 'Delete group',
  cancel: 'Cancel',
} as const

/** Attributes of a person in the order of the default schema, by what they are called there. MGMT */
export const attributes = [
  ['login', 'Username'],
  ['firstName', 'First name'],
  ['lastName', 'Last name'],
  ['middleName', 'Middle name'],
  ['honorificPrefix', 'Honorific prefix'],
  ['honorificSuffix', 'Honorific suffix'],
  ['email', 'Primary email'],
  ['title', 'Title'],
  ['displayName', 'Display name'],
  ['nickName', 'Nickname'],
  ['profileUrl', 'Profile Url'],
  ['secondEmail', 'Secondary email'],
  ['mobilePhone', 'Mobile phone'],
  ['primaryPhone', 'Primary phone'],
  ['streetAddress', 'Street address'],
  ['city', 'City'],
  ['state', 'State'],
  ['zipCode', 'Zip code'],
  ['countryCode', 'Country code'],
  ['postalAddress', 'Postal Address'],
  ['preferredLanguage', 'Preferred language'],
  ['locale', 'Locale'],
  ['timezone', 'Time zone'],
  ['userType', 'User type'],
  ['employeeNumber', 'Employee number'],
  ['costCenter', 'Cost center'],
  ['organization', 'Organization'],
  ['division', 'Division'],
  ['department', 'Department'],
  ['managerId', 'ManagerId'],
  ['manager', 'Manager'],
] as const

/** Without these nobody is made (O942). */
export const needed: readonly string[] = ['login', 'email', 'firstName', 'lastName']

/** Tabs of an application, by the word of its address; General has none. O126, O424, O507; Assignments: O225 */
export const tabs = {
  general: 'General',
  provisioning: 'Provisioning',
  import: 'Import',
  assignments: 'Assignments',
  'push-groups': 'Push Groups',
} as const

/** The features under To App. O125, O933 */
export const features = [
  ['createUsers', 'Create Users'],
  ['updateUsers', 'Update User Attributes'],
  ['deactivateUsers', 'Deactivate Users'],
] as const

/** The tab Provisioning. */
export const provisioning = {
  // O126
  integration: 'Integration',
  toApp: 'To App',
  testCredentials: 'Test API Credentials',
  // O125
  connectorUrl: 'SCIM connector base URL',
  uniqueField: 'Unique identifier field for users',
  mode: 'Authentication Mode',
  // O112
  modes: { header: 'HTTP Header', basic: 'Basic Auth', oauth: 'OAuth 2' },
  // PREP
  authorization: 'Authorization',
  baseUrl: 'Base URL',
  apiToken: 'API Token',
  // O121, O124
  test: 'Test Connector Configuration',
  configured: 'Connector configured successfully',
  // HELP "Configure provisioning for an app integration"
  mappings: 'Attribute Mappings',
  // O330
  applyNow: 'Apply updates now',
  applyLater: 'Do not apply updates',
  // O230
  pushStatus: { PUSH: 'Create and update', DONT_PUSH: 'Create' },
  // O532, PREP
  externalName: 'External name',
  externalNamespace: 'External namespace',
  // ours
  userName: 'Username',
  password: 'Password',
  tokenUrl: 'Access token endpoint URI',
  clientId: 'Client ID',
  clientSecret: 'Client secret',
  refreshToken: 'Refresh token',
  oauthIsSaved: 'What signing in at the endpoint has left. It is tested once it is saved.',
  addMapping: 'Add mapping',
  editMapping: 'Edit',
  oktaAttribute: 'Attribute in Okta',
  emailType: 'Type of the primary email',
  sentOn: 'Sent on',
  whenSaved: 'When it is saved',
  // ours, from O113 and O114
  bearerIsAdded: 'The token alone: Bearer is put before it. Left empty, the saved one stays.',
  bearerIsTyped: 'It is sent as it is typed: with Bearer, if the endpoint wants that. Left empty, the saved one stays.',
} as const

/** The tab Import. */
export const importing = {
  // O507
  now: 'Import Now',
  // ours
  waits: 'Waits for the endpoint',
  done: 'Finished',
  failed: 'Failed',
  // ours, from O510
  does: 'Everybody at the endpoint is read. Who has the user name or the email of a person is linked to that person.',
} as const

/** The tab Assignments. */
export const assigning = {
  // HELP "Assign an app integration to a user", "Assign a single app to groups"
  assign: 'Assign',
  toPeople: 'Assign to People',
  toGroups: 'Assign to Groups',
  // O226
  provision: 'Provision User',
  person: 'Person',
  type: 'Type',
  // O225
  before:
    'User was assigned this application before Provisioning was enabled and not provisioned in the downstream application. Click Provision User.',
  // ours
  error: 'Error',
  since: 'Assigned',
} as const

/** The tab Push Groups. */
export const pushing = {
  // O424
  button: 'Push Groups',
  byName: 'Find groups by name',
  action: 'Match result & push action',
  createGroup: 'Create Group',
  linkGroup: 'Link Group',
  status: 'Push Status',
  // O425
  states: { ACTIVE: 'Active', INACTIVE: 'Inactive', ERROR: 'Error' },
  now: 'Push now',
  deactivate: 'Deactivate group push',
  activate: 'Activate group push',
  unlink: 'Unlink pushed group',
  // O421
  deleteTarget: 'Delete the group in the target app (recommended)',
  leaveTarget: 'Leave the group in the target app',
  // ours
  inOkta: 'Group in Okta',
  inApp: 'Group in the app',
  members: 'Members sent',
  linked: 'Group at the endpoint',
} as const
