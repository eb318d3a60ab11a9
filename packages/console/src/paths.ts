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
  syncLog: '/lark/sync-log',
  entraUsers: '/entra/users',
  jumpCloudUsers: '/jumpcloud/users',
} as const
