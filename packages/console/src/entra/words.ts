// Words of the Microsoft Entra admin centre, as its help pages have them.
export const words = {
  users: 'All users',
  usersPlace: 'Identity › Users',
  groups: 'All groups',
  groupsPlace: 'Identity › Groups',
  logs: 'Provisioning logs',
  logsPlace: 'Enterprise apps › Activity',
  auditLogs: 'Audit logs',
} as const
