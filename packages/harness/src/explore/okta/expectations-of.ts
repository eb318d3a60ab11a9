// What must be at the target, by the oracle. Pure.
import type { History } from '@scimulator/oracle/okta'

/** What is empty there, and what was never there: an emptied attribute goes out empty (O307). */
const NONE = { $oneOf: ['', { $absent: true }] }

export function expectationsOf({ accounts, teams }: History): readonly object[] {
  const people = [...accounts.values()].map(
    ({ userName, active, title }) => [userName, { active, title: title === '' ? NONE : title }] as const,
  )
  const nameOf = (id: string) => accounts.get(id)?.userName ?? id
  const groups = [...teams.values()].map(
    ({ name, members }) => [name, { members: { $unordered: [...members].map(nameOf) } }] as const,
  )
  return [
    { view: 'directory.users', exactly: Object.fromEntries(people) },
    { view: 'directory.groups', exactly: Object.fromEntries(groups) },
  ]
}
