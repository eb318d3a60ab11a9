import type { Family } from '../parts/family.ts'

export const larkFamily: Family = {
  program: 'receiver',
  name: 'Receiver',
  letter: 'l',
  home: '/lark/members',
  pages: [
    { path: '/lark/members', label: 'Members' },
    { path: '/lark/departments', label: 'Departments' },
    { path: '/lark/user-groups', label: 'User groups' },
    { path: '/lark/fields', label: 'Field management' },
    { path: '/lark/deleted-members', label: 'Deleted members' },
    { path: '/lark/directory-sync', label: 'Directory sync' },
    { path: '/lark/sync-log', label: 'Sync log' },
    { path: '/lark/admin-log', label: 'Admin log' },
    { path: '/lark/administrators', label: 'Administrators' },
    { path: '/lark/messages', label: 'Messages' },
    { path: '/lark/behaviour', label: 'Behaviour' },
  ],
  lists: {
    members: '/lark/members',
    'user-groups': '/lark/user-groups',
    departments: '/lark/departments',
    'sync-sources': '/lark/directory-sync',
    'sync-log': '/lark/sync-log',
  },
}
