import type { Provider } from '../parts/provider.ts'
import { valueText } from '../parts/value-text.ts'
import { useView } from '../source/use-view.ts'
import { fullName } from './people/person.ts'
import { words } from './words.ts'

export const oktaProvider: Provider = {
  program: 'okta',
  title: 'Okta',
  users: 'okta.users',
  groups: 'okta.groups',
  syncSays: 'Okta sends each change at once; this lets five minutes pass for what waits after a 429.',
  usePeople: (typed, limit) => {
    const q = typed.trim() || undefined
    const { data } = useView('okta.users', { q, limit, sort: 'firstName,lastName', where: 'status:ACTIVE' })
    return (data?.items ?? []).map(({ key, value }) => ({
      key,
      name: fullName(value),
      address: valueText(value.email),
      groups: value.groups,
    }))
  },
  useStates: (limit) => {
    const { data } = useView('okta.users', { limit })
    return (data?.items ?? []).map(({ key, value }) => ({
      key,
      name: fullName(value),
      state: value.status === 'ACTIVE' ? 'Enabled' : words.states[value.status],
    }))
  },
  create: ({ name, givenName, surname, address, department }) => ({
    verb: 'okta.create-user',
    input: {
      login: address,
      email: address,
      firstName: givenName,
      lastName: surname,
      displayName: name,
      department,
    },
  }),
  setDepartment: (user, department) => ({ verb: 'okta.update-user', input: { user, set: { department } } }),
  leave: (user) => ({ verb: 'okta.deactivate-user', input: { user } }),
  // The first pause after a 429 (O602).
  sync: { verb: 'world.advance', input: { by: '5m' } },
}
