import { asText } from '@scimulator/shared/scim'
import type { Checker } from './checker.ts'

export const groupMembers: Checker = {
  name: 'each member of a user group is a member of the organisation',
  views: ['lark.members', 'lark.user-groups'],
  check({ items }) {
    const people = new Set(items('lark.members').map(({ key }) => key))
    return items('lark.user-groups').flatMap(({ key, value }) => {
      const members = Array.isArray(value.members) ? value.members.map(asText) : []
      const strangers = members.filter((member) => !people.has(member))
      return strangers.map((member) => `${key} has ${member}, whom the organisation does not know`)
    })
  },
}
