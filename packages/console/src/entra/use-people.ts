import type { PersonChoice } from '../parts/provider.ts'
import { valueText } from '../parts/value-text.ts'
import { useView } from '../source/use-view.ts'

/** A deleted user cannot be chosen. */
export function usePeople(typed: string, limit: number): readonly PersonChoice[] {
  const q = typed.trim() || undefined
  const people = useView('entra.users', { q, limit, sort: 'displayName', where: 'deletedDateTime:' })
  const groups = useView('entra.groups', { limit: 1_000 })
  const memberships = groups.data?.items ?? []
  return (people.data?.items ?? []).map(({ key, value }) => ({
    key,
    name: valueText(value.displayName) || key,
    address: valueText(value.userPrincipalName),
    groups: memberships.filter((group) => group.value.members.includes(key)).map((group) => group.key),
  }))
}
