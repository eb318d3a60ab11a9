// The pages of the rail, by family, in the order of the portals.
interface RailPage {
  readonly path: string
  readonly label: string
}

export interface RailFamily {
  /** Undefined for what belongs to no portal. */
  readonly name: string | undefined
  readonly pages: readonly RailPage[]
}

/** Where somebody's own endpoint stands in the place of the receiver. */
const TARGET: RailFamily = {
  name: 'Your endpoint',
  pages: [
    { path: '/target/users', label: 'Users' },
    { path: '/target/groups', label: 'Groups' },
  ],
}

/** @param isForeign whether there is no receiver of ours */
export function railOf(isForeign: boolean): readonly RailFamily[] {
  return isForeign ? RAIL.map((family) => (family.name === 'Receiver' ? TARGET : family)) : RAIL
}

export const RAIL: readonly RailFamily[] = [
  {
    name: undefined,
    pages: [
      { path: '/', label: 'Home' },
      { path: '/wire', label: 'Wire' },
      { path: '/stories', label: 'Stories' },
      { path: '/acts', label: 'Acts' },
      { path: '/catalogue', label: 'Catalogue' },
    ],
  },
  {
    name: 'Receiver',
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
  },
  {
    name: 'Entra ID',
    pages: [
      { path: '/entra/apps', label: 'Enterprise applications' },
      { path: '/entra/users', label: 'Users' },
      { path: '/entra/deleted-users', label: 'Deleted users' },
      { path: '/entra/groups', label: 'Groups' },
      { path: '/entra/provisioning-logs', label: 'Provisioning logs' },
      { path: '/entra/audit-logs', label: 'Audit logs' },
      { path: '/entra/mails', label: 'Notification mails' },
    ],
  },
  {
    name: 'JumpCloud',
    pages: [
      { path: '/jumpcloud/users', label: 'Users' },
      { path: '/jumpcloud/groups', label: 'User groups' },
      { path: '/jumpcloud/sso', label: 'SSO applications' },
      { path: '/jumpcloud/insights', label: 'Directory insights' },
    ],
  },
]
