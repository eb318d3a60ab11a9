// Entra ID as it is: a tenant with an app, its default mappings, and cycles; or provision on demand instead of cycles.
import type { Send } from '@scimulator/shared/provisioning'
import { createSeededIds, createVirtualSchedule, MINUTE_MS } from '@scimulator/shared/runtime'
import { entraKind } from '../../world/kinds/entra.ts'
import { type Person, STAFF, type Team } from './company-state.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { verbsOf } from './verbs-of.ts'

export interface ProviderOptions {
  readonly send: Send
  readonly url: string
  readonly token: string
  readonly seed: string
  /** Milliseconds since the epoch. */
  readonly start: number
  readonly emailDomain: string
  readonly switches?: Readonly<Record<string, unknown>>
}

export function entraIdentityProvider(
  sender: 'entra' | 'entraLegacy' | 'onDemand',
  { send, url, token, seed, start, switches = {} }: ProviderOptions,
): IdentityProvider {
  const schedule = createVirtualSchedule(start)
  const ids = createSeededIds(seed, 'entra')
  const program = entraKind.create({
    schedule,
    ids,
    send,
    publicUrl: 'http://entra.scimulator.test',
    options: { switches },
  })
  const act = verbsOf(program.control)
  const users = new Map<string, string>()
  const teams = new Map<string, string>()
  const isOnDemand = sender === 'onDemand'
  const user = (key: string) => users.get(key) ?? key
  const team = (key: string) => teams.get(key) ?? key

  const attributes = (person: Person, displayName: string) => ({
    userPrincipalName: person.userName,
    displayName,
    givenName: person.givenName,
    surname: person.familyName,
    mail: person.userName,
    mailNickname: person.userName.split('@')[0] ?? person.userName,
    jobTitle: person.title,
    department: person.department,
    employeeId: person.employeeNumber,
    ...(person.mobile === undefined ? {} : { mobile: person.mobile }),
  })

  return {
    sender,
    async connect() {
      await act('create-app', { name: 'Endpoint' })
      await act('use-mapping-preset', { preset: 'default' })
      const tenantUrl = sender === 'entra' ? `${url}?aadOptscim062020` : url
      await act('set-credentials', { tenantUrl, secretToken: token })
      return await act.refusal('test-connection', {})
    },
    async hire(person, displayName) {
      const { userPrincipalName, ...set } = attributes(person, displayName)
      const made = await act('create-user', { userPrincipalName, set })
      users.set(person.key, String(Reflect.get(Object(made), 'id')))
    },
    change: async (key, person, displayName) =>
      void (await act('update-user', { user: user(key), set: attributes(person, displayName) })),
    report: async (key, boss) =>
      void (await act('update-user', { user: user(key), manager: boss === undefined ? null : user(boss) })),
    join: async (one, key) => void (await act('add-member', { group: team(one), user: user(key) })),
    leave: async (one, key) => void (await act('remove-member', { group: team(one), user: user(key) })),
    block: async (key, isBlocked) => void (await act(isBlocked ? 'block-user' : 'unblock-user', { user: user(key) })),
    remove: async (key) => void (await act('delete-user', { user: user(key) })),
    restore: async (key) => void (await act('restore-user', { user: user(key) })),
    purge: async (key) => void (await act('purge-user', { user: user(key) })),
    async makeTeam({ key, name, members }: Team) {
      const made = await act('create-group', { name, members: members.map(user) })
      teams.set(key, String(Reflect.get(Object(made), 'id')))
      await act('assign', { group: team(key) })
      if (key === STAFF && !isOnDemand) await act('start', {})
    },
    renameTeam: async (key, name) => void (await act('rename-group', { group: team(key), name })),
    deleteTeam: async (key) => void (await act('delete-group', { group: team(key) })),
    limitDeletions: async (deletionThreshold) => void (await act('set-settings', { deletionThreshold })),
    allowDeletes: async () => void (await act('allow-deletes', {})),
    restart: async () => void (await act('restart', {})),
    async settle(touched) {
      if (isOnDemand) {
        for (const key of touched) if (users.has(key)) await act('provision-on-demand', { user: user(key) })
      } else {
        await schedule.advanceTo(schedule.now() + 41 * MINUTE_MS)
      }
    },
    async links() {
      const names = new Map([...users, ...teams].map(([key, id]) => [id, key]))
      const links = (await program.control.views.get('links')?.read({})) ?? []
      return new Map(
        links.flatMap(({ value }) => {
          const key = names.get(String(value.objectId))
          return key === undefined ? [] : [[key, String(value.targetId)] as const]
        }),
      )
    },
    close: () => program.close(),
  }
}
