import type { ViewItem } from '@scimulator/shared/behaviour'
import type { Checker } from './checker.ts'

/** What makes a member one person in an organisation (Lark B01, B02, B05). */
const IDENTITIES = ['externalID', 'email', 'employeeID'] as const

export const uniqueMembers: Checker = {
  name: 'no two members share an identity',
  views: ['lark.members'],
  check: ({ items }) => IDENTITIES.flatMap((identity) => shared(identity, items('lark.members'))),
}

function shared(identity: string, members: readonly ViewItem[]): string[] {
  const holders = new Map<string, string>()
  return members.flatMap(({ key, value }) => {
    const held = value[identity]
    if (typeof held !== 'string' || held === '') return []
    const name = held.toLowerCase()
    const other = holders.get(name)
    holders.set(name, key)
    return other === undefined ? [] : [`${other} and ${key} both have ${identity} ${JSON.stringify(held)}`]
  })
}
