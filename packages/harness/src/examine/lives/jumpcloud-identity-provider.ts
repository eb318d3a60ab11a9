// JumpCloud as it is: an organisation with an application, Identity Management, and a push for each event.
import { createSeededIds, createVirtualSchedule, MINUTE_MS } from '@scimulator/shared/runtime'
import { jumpCloudKind } from '../../world/kinds/jumpcloud.ts'
import type { Person, Team } from './company-state.ts'
import type { ProviderOptions } from './entra-identity-provider.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { verbsOf } from './verbs-of.ts'

export function jumpCloudIdentityProvider(
  { send, url, token, seed, start, emailDomain, switches = {} }: ProviderOptions,
  withGroups: boolean,
): IdentityProvider {
  const schedule = createVirtualSchedule(start)
  const ids = createSeededIds(seed, 'jumpcloud')
  const options = { switches: { latencyMs: 0, ...switches } }
  const program = jumpCloudKind.create({ schedule, ids, send, publicUrl: 'http://jumpcloud.scimulator.test', options })
  const act = verbsOf(program.control)
  const users = new Map<string, string>()
  const teams = new Map<string, string>()
  const user = (key: string) => users.get(key) ?? key
  const team = (key: string) => teams.get(key) ?? key
  const never = async (): Promise<void> => {}

  const fields = (person: Person, displayName: string) => ({
    username: person.userName,
    email: person.userName,
    firstname: person.givenName,
    lastname: person.familyName,
    displayname: displayName,
    jobTitle: person.title,
    department: person.department,
    employeeIdentifier: person.employeeNumber,
    ...(person.mobile === undefined ? {} : { phoneNumbers: [{ type: 'mobile', number: person.mobile }] }),
  })

  return {
    sender: 'jumpcloud',
    async connect() {
      await act('create-application', { displayLabel: 'Endpoint' })
      const testUserEmail = `${seed}-connection@${emailDomain}`
      await act('configure-scim', { baseUrl: url, token, testUserEmail, groupManagement: withGroups })
      const report = Object(await act('test-connection', {}))
      if (report.passed !== true) return String(report.cause)
      return await act.refusal('activate', {})
    },
    async hire(person, displayName) {
      const made = await act('create-user', { ...fields(person, displayName), state: 'ACTIVATED' })
      users.set(person.key, String(Reflect.get(Object(made), 'id')))
    },
    change: async (key, person, displayName) =>
      void (await act('update-user', { user: user(key), set: fields(person, displayName) })),
    report: never,
    join: async (one, key) => void (await act('add-member', { group: team(one), user: user(key) })),
    leave: async (one, key) => void (await act('remove-member', { group: team(one), user: user(key) })),
    block: async (key, isBlocked) =>
      void (await act(isBlocked ? 'suspend-user' : 'reactivate-user', { user: user(key) })),
    remove: async (key) => void (await act('delete-user', { user: user(key) })),
    restore: never,
    purge: never,
    async makeTeam({ key, name, members }: Team) {
      const made = await act('create-group', { name, members: members.map(user) })
      teams.set(key, String(Reflect.get(Object(made), 'id')))
      await act('bind-group', { group: team(key) })
    },
    renameTeam: async (key, name) => void (await act('rename-group', { group: team(key), name })),
    deleteTeam: async (key) => void (await act('delete-group', { group: team(key) })),
    limitDeletions: never,
    allowDeletes: never,
    restart: never,
    settle: async () => void (await schedule.advanceTo(schedule.now() + 5 * MINUTE_MS)),
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
