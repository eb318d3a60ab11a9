import type { Provider } from '../parts/provider.ts'
import { valueText } from '../parts/value-text.ts'
import { useView } from '../source/use-view.ts'
import { recordedIn } from './recorded-values.ts'
import { usePeople } from './use-people.ts'

export const entraProvider: Provider = {
  program: 'entra',
  title: 'Microsoft Entra ID',
  users: 'entra.users',
  groups: 'entra.groups',
  syncSays: 'Runs the next cycle at once; else it is due every 40 minutes.',
  usePeople,
  useStates: (limit) => {
    const { data } = useView('entra.users', { limit })
    return (data?.items ?? []).map(({ key, value }) => ({
      key,
      name: valueText(value.displayName) || key,
      state:
        valueText(value.deletedDateTime) !== '' ? 'Deleted' : value.accountEnabled === false ? 'Blocked' : 'Enabled',
    }))
  },
  useRecorded: (subject, seq) => {
    const { data } = useView('entra.provisioning-logs', { identity: subject, order: 'newest', limit: 100 })
    return (
      data &&
      (recordedIn(
        data.items.map(({ value }) => value),
        seq,
      ) ??
        null)
    )
  },
  create: ({ name, givenName, surname, mailbox, address, department }) => ({
    verb: 'entra.create-user',
    input: {
      userPrincipalName: address,
      displayName: name,
      set: { givenName, surname, mail: address, mailNickname: mailbox, department },
    },
  }),
  setDepartment: (user, department) => ({ verb: 'entra.update-user', input: { user, set: { department } } }),
  // A deleted user stays in the bin for 30 days.
  leave: (user) => ({ verb: 'entra.delete-user', input: { user } }),
  sync: { verb: 'entra.run-cycle', input: {} },
  guide: {
    source: 'Entra ID',
    load: async () => ({ default: (await import('./guide/entra-help-page.tsx')).EntraHelpPage }),
  },
}
