// Addresses of pages: the only thing that the families of pages know of one another.

/** One person or thing in a list. */
function opened(path: string, key: string): string {
  return `${path}?open=${encodeURIComponent(key)}`
}

export const paths = {
  home: '/',
  wire: '/wire',
  members: '/lark/members',
  member: (key: string) => opened('/lark/members', key),
  directorySync: '/lark/directory-sync',
  addSource: '/lark/directory-sync/add',
  editSource: '/lark/directory-sync/edit',
  syncLog: '/lark/sync-log',
  jumpCloudApplications: '/jumpcloud/sso',
  jumpCloudNewApplication: '/jumpcloud/sso/new',
  jumpCloudApplication: '/jumpcloud/sso/application',
  entraUsers: '/entra/users',
  jumpCloudUsers: '/jumpcloud/users',
} as const
