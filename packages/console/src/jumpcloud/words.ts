// Words of the JumpCloud admin portal, as its help pages have them.
export const words = {
  users: 'Users',
  usersPlace: 'User Management',
  groups: 'User Groups',
  insights: 'Directory Insights',
  insightsPlace: 'Insights › Directory',
  applications: 'SSO Applications',
  applicationsPlace: 'User Authentication',
} as const
