import type { Family } from '../parts/family.ts'

export const entraFamily: Family = {
  program: 'entra',
  name: 'Entra ID',
  letter: 'e',
  home: '/entra/users',
  pages: [
    { path: '/entra/apps', label: 'Enterprise applications' },
    { path: '/entra/users', label: 'Users' },
    { path: '/entra/deleted-users', label: 'Deleted users' },
    { path: '/entra/groups', label: 'Groups' },
    { path: '/entra/provisioning-logs', label: 'Provisioning logs' },
    { path: '/entra/audit-logs', label: 'Audit logs' },
    { path: '/entra/mails', label: 'Notification mails' },
  ],
  lists: {
    users: '/entra/users',
    groups: '/entra/groups',
    'provisioning-logs': '/entra/provisioning-logs',
  },
}
