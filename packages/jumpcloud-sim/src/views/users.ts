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
  _id: z.string().describe('Object id, 24 hexadecimal digits; sent as SCIM externalId'),
  ...fields,
  account_locked_date: z.string().nullable().describe('When it was locked; null if it is not, or was created locked'),
  password_date: z.string().nullable().describe('When the password was last set; null if it never was'),
  totp_enabled: z.boolean().describe('Signs in with a one-time code (TOTP) as well; always false here'),
  creationSource: z.string().describe('Where the user came from, such as jumpcloud:scim for an import'),
  organization: z.string().describe('Object id of the organisation'),
  created: z.string().describe('When the user was created, such as 2026-01-05T08:00:00.000Z'),
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
