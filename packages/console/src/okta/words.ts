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
  // OP03
  byGroup: 'Group',
  // ours
  individual: 'Individual',
  label: 'Application label',
  kind: 'Made from',
  application: 'Application',
  task: 'Task',
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
