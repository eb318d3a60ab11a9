// Words of the receiver's admin console, as its help pages have them.
export const words = {
  members: 'Members',
  membersPlace: 'Organization › Member and Department',
  departments: 'Departments',
  userGroups: 'User Groups',
  userGroupsPlace: 'Organization › User Group',
  fields: 'Field Management',
  fieldsPlace: 'Organization › Field Management',
  sources: 'Directory Sync',
  sourcesPlace: 'Settings › Directory Sync',
  syncLog: 'Sync log',
  syncLogPlace: 'Settings › Directory Sync › Sync log',
  adminLog: 'Admin log',
  adminLogPlace: 'Compliance › Audit Log › Admin log',
} as const
