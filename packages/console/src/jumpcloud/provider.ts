import type { Provider } from '../parts/provider.ts'
import { valueText } from '../parts/value-text.ts'
import type { Views } from '../source/source.ts'
import { useView } from '../source/use-view.ts'

const STATES: Readonly<Record<string, string>> = { ACTIVATED: 'Enabled', SUSPENDED: 'Suspended', STAGED: 'Staged' }

export const jumpCloudProvider: Provider = {
  program: 'jumpcloud',
  title: 'JumpCloud',
  users: 'jumpcloud.users',
  groups: 'jumpcloud.groups',
  syncSays: 'JumpCloud pushes each change at once; this lets a minute pass for what it retries.',
  usePeople: (typed, limit) => {
    const q = typed.trim() || undefined
    const { data } = useView('jumpcloud.users', { q, limit, sort: 'email', where: 'state:ACTIVATED' })
    return (data?.items ?? []).map(({ key, value }) => ({
      key,
      name: nameOf(key, value),
      address: value.email,
      groups: value.groups,
    }))
  },
  useStates: (limit) => {
    const { data } = useView('jumpcloud.users', { limit })
    return (data?.items ?? []).map(({ key, value }) => ({
      key,
      name: nameOf(key, value),
      state: STATES[value.state] ?? value.state,
    }))
  },
  create: ({ givenName, surname, address, department }) => ({
    verb: 'jumpcloud.create-user',
    input: {
      username: address,
      email: address,
      firstname: givenName,
      lastname: surname,
      department,
      state: 'ACTIVATED',
    },
  }),
  setDepartment: (user, department) => ({ verb: 'jumpcloud.update-user', input: { user, set: { department } } }),
  leave: (user) => ({ verb: 'jumpcloud.suspend-user', input: { user } }),
  sync: { verb: 'world.advance', input: { by: '1m' } },
  guide: {
    source: 'JumpCloud',
    load: async () => ({ default: (await import('./guide/jumpcloud-help-page.tsx')).JumpCloudHelpPage }),
  },
}

function nameOf(key: string, { displayname, firstname, lastname }: Views['jumpcloud.users']): string {
  return valueText(displayname) || `${valueText(firstname)} ${valueText(lastname)}`.trim() || key
}
