import { urns } from '@scimulator/shared/scim'
import type { DirectoryUser } from '../../scenario/directory-input.ts'

/** The body of a POST. */
export function userBody(user: DirectoryUser): Record<string, unknown> {
  const given = user.userName.split('@')[0] ?? user.userName
  const extensions = Object.keys(user).filter((key) => key.startsWith('urn:'))
  return {
    schemas: [urns.user, ...extensions],
    displayName: given,
    name: { givenName: given, familyName: given },
    ...(user.userName.includes('@') ? { emails: [{ value: user.userName, type: 'work', primary: true }] } : {}),
    active: true,
    ...user,
  }
}
