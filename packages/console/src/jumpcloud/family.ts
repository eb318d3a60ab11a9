import type { Family } from '../parts/family.ts'

export const jumpCloudFamily: Family = {
  program: 'jumpcloud',
  name: 'JumpCloud',
  letter: 'j',
  home: '/jumpcloud/users',
  pages: [
    { path: '/jumpcloud/users', label: 'Users' },
    { path: '/jumpcloud/groups', label: 'User groups' },
    { path: '/jumpcloud/sso', label: 'SSO applications' },
    { path: '/jumpcloud/insights', label: 'Directory insights' },
  ],
  lists: {
    users: '/jumpcloud/users',
    groups: '/jumpcloud/groups',
    applications: '/jumpcloud/sso',
    insights: '/jumpcloud/insights',
  },
}
