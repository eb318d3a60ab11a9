import type { Family } from '../parts/family.ts'

/** Dashboard comes first there, and Reports last (HELP). */
export const oktaFamily: Family = {
  program: 'okta',
  name: 'Okta',
  letter: 'o',
  home: '/okta/people',
  pages: [
    { path: '/okta/tasks', label: 'Tasks' },
    { path: '/okta/people', label: 'People' },
    { path: '/okta/groups', label: 'Groups' },
    { path: '/okta/apps', label: 'Applications' },
    { path: '/okta/system-log', label: 'System Log' },
  ],
  lists: {
    users: '/okta/people',
    groups: '/okta/groups',
    applications: '/okta/apps',
    tasks: '/okta/tasks',
    'system-log': '/okta/system-log',
  },
}
