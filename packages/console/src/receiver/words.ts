// Words of the receiver's admin console. LK1: Lark's help page about Entra ID, LK2: the one about JumpCloud, LK3: Lark's page about admin
// logs, LK4: the one about changing a member; ours: no public source shows the word.
export const words = {
  // LK2
  members: 'Members',
  membersPlace: 'Organization › Member and Department',
  departments: 'Departments',
  userGroups: 'User Groups',
  userGroupsPlace: 'Organization › User Group',
  fields: 'Field Management',
  fieldsPlace: 'Organization › Field Management',
  dataSources: { SCIM: 'SCIM data source', 'Lark Admin Console': 'Lark Admin Console' },
  dataSource: 'Data source',
  details: 'Details',
  // LK4
  addMember: 'Add member',
  basicInfo: 'Basic Info',
  jobDetails: 'Job details',
  memberFields: {
    name: 'Name',
    lastName: 'Surname',
    firstName: 'First name',
    anotherName: 'Alias',
    email: 'Work email',
    mobile: 'Phone number',
    department: 'Department',
    employeeID: 'Employee ID',
    jobTitle: 'Job title',
    employeeType: 'Workforce type',
    workCountryOrRegion: 'Country or region of work',
    // ours
    externalID: 'External ID',
    status: 'Status',
  },
  // LK1, LK2
  settings: 'Settings',
  sources: 'Directory Sync',
  sourcesPlace: 'Settings › Directory Sync',
  addSource: 'Add sync source',
  kinds: { 'Entra ID': 'EntraID', JumpCloud: 'JumpCloud' },
  next: 'Next',
  save: 'Save',
  saveAndActivate: 'Save and Activate',
  deactivate: 'Deactivate',
  activate: 'Activate',
  edit: 'Edit',
  delete: 'Delete',
  syncLog: 'Sync log',
  syncLogPlace: 'Settings › Directory Sync › Sync log',
  adminLog: 'Admin log',
  adminLogPlace: 'Compliance › Audit Log › Admin log',
  eventType: 'Event type',
  eventTypes: 'Settings › Organization Data Sync',
  administrator: 'Administrator',
  startTime: 'Start time',
  endTime: 'End time',
  search: 'Search',
  // LK3
  export: 'Export',
  // ours
  fieldSources: { SCIM: 'SCIM data source', 'Lark Admin Console': 'Lark Admin Console', Member: 'The member' },
  editMember: 'Edit member',
  field: 'Field',
  value: 'Value',
  workforceTypes: 'Workforce types',
  deletedMembers: 'Deleted members',
  administrators: 'Administrators',
  addAdministrator: 'Add administrator',
  editAdministrator: 'Edit administrator',
  removeAdministrator: 'Remove administrator',
  messages: 'Messages',
  behaviour: 'Behaviour',
  leftOpen: 'What the help pages leave open',
  sourcePanel: 'Sync source',
  cancel: 'Cancel',
  back: 'Back',
} as const

/** The wizard's four pages. LK1, LK2 */
export const steps = ['Configure access security', 'Set attributes', 'General settings', 'Preview'] as const

/** LK1, LK2; "Base URL" is how both call what is behind Copy URL. */
export const access = {
  url: 'Base URL',
  token: 'Token',
  copyToken: 'Copy Token',
  copyUrl: 'Copy URL',
  refresh: 'Refresh',
} as const

/** What one page says of Entra ID, and the other of JumpCloud. LK1, LK2 */
export const byKind = {
  'Entra ID': {
    employeeType: 'Field value of Employee Type in Entra ID',
    workforceType: 'Name of Workforce Type',
    identifying: 'Select attributes for identifying existing users',
  },
  JumpCloud: {
    employeeType: 'Field value of Employee Type in JumpCloud',
    workforceType: 'Name of Workforce Type in Lark',
    identifying: 'Select attributes for identifying existing users when creating new users',
  },
} as const

/** The page "General settings". LK1, LK2; the choices are ours. */
export const general = {
  memberNotification: 'Member notification',
  memberDeletionRule: 'Member deletion rule',
  deletionRules: [
    ['deactivate', 'Deactivate the member'],
    ['delete', 'Delete the member'],
    ['reject', 'Refuse the request'],
  ],
  administratorNotification: 'Administrator notification',
  identifyingAttributes: [
    ['email', 'Email'],
    ['employee number', 'Employee number'],
    ['mobile', 'Mobile'],
  ],
} as const
