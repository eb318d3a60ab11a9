import { valueText } from '../parts/value-text.ts'
import { useView } from '../source/use-view.ts'
import type { PersonHere, ProviderName } from './acts.ts'

/** Somebody who can be chosen. */
export interface PersonChoice extends PersonHere {
  readonly name: string
  readonly address: string
}

const SHOWN = 20

/** Those in whom the text is found, and who have not left; without a text the first of them. */
export function usePeople(provider: ProviderName, typed: string): { readonly choices: readonly PersonChoice[] } {
  const q = typed.trim() === '' ? undefined : typed.trim()
  const entra = useView('entra.users', {
    q,
    limit: provider === 'entra' ? SHOWN : 1,
    sort: 'displayName',
    where: 'deletedDateTime:',
  })
  const jumpCloud = useView('jumpcloud.users', {
    q,
    limit: provider === 'entra' ? 1 : SHOWN,
    sort: 'email',
    where: 'state:ACTIVATED',
  })
  const groups = useView('entra.groups', { limit: 1_000 })
  if (provider === 'jumpcloud')
    return {
      choices: (jumpCloud.data?.items ?? []).map(({ key, value }) => ({
        key,
        name:
          valueText(value.displayname) || `${valueText(value.firstname)} ${valueText(value.lastname)}`.trim() || key,
        address: value.email,
        groups: value.groups,
      })),
    }
  const memberships = groups.data?.items ?? []
  return {
    choices: (entra.data?.items ?? []).map(({ key, value }) => ({
      key,
      name: valueText(value.displayName) || key,
      address: valueText(value.userPrincipalName),
      groups: memberships.filter((group) => group.value.members.includes(key)).map((group) => group.key),
    })),
  }
}
