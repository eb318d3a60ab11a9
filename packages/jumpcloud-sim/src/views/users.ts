import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { UserFields } from '../directory/system-user.ts'
import type { Engine } from '../engine.ts'

const { password: _, ...fields } = UserFields.required().partial({
  alternateEmail: true,
  employeeIdentifier: true,
  manager: true,
  external_dn: true,
  external_source_type: true,
  managedAppleId: true,
}).shape

/** A systemuser as the API answers it, without the password, with the names of its groups. */
const UserItem = z.object({
  _id: z.string(),
  ...fields,
  account_locked_date: z.string().nullable(),
  password_date: z.string().nullable(),
  totp_enabled: z.boolean(),
  creationSource: z.string(),
  organization: z.string(),
  created: z.string(),
  groups: z.array(z.string()).describe('Names, sorted'),
})

export function usersView({ view }: Engine) {
  return defineView({
    name: 'users',
    describes: "The organisation's users by username, with JumpCloud's field names and the names of their groups.",
    query: z.strictObject({}),
    item: UserItem,
    watches: ['user', 'group', 'member', 'association', 'application'],
    read: () =>
      [...view.users.values()].map((user) => ({
        key: user.username,
        value: {
          ...user,
          addresses: [...user.addresses],
          phoneNumbers: [...user.phoneNumbers],
          attributes: [...user.attributes],
          relationships: [...user.relationships],
          groups: groupNames(user._id),
        },
      })),
  })

  function groupNames(userId: string): string[] {
    return [...view.groupsOf(userId)].map((id) => view.groups.get(id)?.name ?? id).sort()
  }
}
