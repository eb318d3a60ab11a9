// Lists with ten thousand entries that are there: each page, and what is done until it is so long. Those that one company fills are in
// console-size.test.ts; here each needs acts of its own, and one commit asks for one of them.
import type { ServedWorld } from './served-world.ts'

const MANY = 10_000
const LANES = 20

export interface LongList {
  readonly path: string
  /** Through the controls of the programs. */
  make(served: ServedWorld): Promise<unknown>
}

type Input = Readonly<Record<string, unknown>>

/** The same verb so often; the surface would add nothing but the time that HTTP takes. */
export async function often({ world }: ServedWorld, name: string, input: (n: number) => Input): Promise<void> {
  const [program = '', verb = ''] = name.split('.')
  const found = world.now().program(program)?.control.verbs.get(verb)
  if (!found) throw new Error(`There is no ${name}.`)
  for (let n = 0; n < MANY; n += 1) await found.run(input(n))
}

const emailOf = (n: number): string => `p${n}@long.example`

const oktaPerson = (n: number): Input => ({
  ...{ login: emailOf(n), email: emailOf(n), firstName: 'Person', lastName: String(n) },
})

/** @returns everybody's address */
async function people(served: ServedWorld): Promise<readonly string[]> {
  const { groups: _, ...company } = longCompany()
  await served.act('entra.load-company', { company: { ...company, groups: [] } })
  return company.people.map(({ email }) => email)
}

/** Everybody is in its one group. */
function longCompany() {
  const people = Array.from({ length: MANY }, (_, n) => ({
    ...{ key: `p${n}`, displayName: `Person ${n}`, email: emailOf(n) },
  }))
  const groups = [{ name: 'All', members: people.map(({ key }) => key), groups: [] }]
  return { name: 'Long', domain: 'long.example', people, groups }
}

async function assigned(served: ServedWorld): Promise<void> {
  await served.act('entra.create-app', { name: 'Long' })
  await served.act('entra.assign', { app: 'Long', users: await people(served) })
}

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

/** By SCIM, past the wire, which is long elsewhere: each with a department and a job title of its own, and each is told of it. */
async function arrived(served: ServedWorld, count: number): Promise<void> {
  const source = { kind: 'Entra ID', memberNotification: true, activate: true }
  const { url, token } = Object(await served.act('lark.add-sync-source', source))
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' }
  const create = async (n: number): Promise<void> => {
    const body = {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', ENTERPRISE],
      ...{ userName: emailOf(n), displayName: `Person ${n}`, title: `Title ${n}`, active: true },
      emails: [{ type: 'work', value: emailOf(n) }],
      [ENTERPRISE]: { department: `Department ${n}` },
    }
    await (await fetch(`${url}/Users`, { method: 'POST', headers, body: JSON.stringify(body) })).text()
  }
  const lane = async (_: unknown, first: number): Promise<void> => {
    for (let n = first; n < count; n += LANES) await create(n)
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}

/** Everybody is skipped, because the scope takes nobody, and nothing is sent. */
async function skipped(served: ServedWorld): Promise<void> {
  await assigned(served)
  const { url, token } = Object(
    await served.act('receiver.add-source', { kind: 'Entra ID', name: 'L', activate: true }),
  )
  const nobody = [[{ attribute: 'department', operator: 'IS NOT NULL' }]]
  await served.act('entra.set-scoping-filter', { app: 'Long', objectType: 'User', groups: nobody })
  await served.act('entra.set-credentials', { app: 'Long', tenantUrl: url, secretToken: token })
  await served.act('entra.start', { app: 'Long' })
}

export const LONG_LISTS: readonly LongList[] = [
  {
    path: '/lark/user-groups',
    make: (served) => often(served, 'lark.add-user-group', (n) => ({ name: `Group ${n}` })),
  },
  {
    path: '/lark/administrators',
    make: (served) => often(served, 'lark.add-administrator', (n) => ({ name: `Person ${n}`, email: emailOf(n) })),
  },
  {
    path: '/lark/deleted-members',
    async make(served) {
      await often(served, 'lark.add-member', (n) => ({ name: `Person ${n}`, email: emailOf(n) }))
      await often(served, 'lark.delete-member', (n) => ({ member: emailOf(n) }))
    },
  },
  {
    path: '/lark/admin-log',
    async make(served) {
      await served.act('lark.add-sync-source', { kind: 'Entra ID', name: 'Long' })
      await often(served, 'lark.refresh-token', () => ({ source: 'Long' }))
    },
  },
  // Three entries for each: the member, the department, the job title.
  { path: '/lark/sync-log', make: (served) => arrived(served, MANY / 3 + 1) },
  { path: '/lark/messages', make: (served) => arrived(served, MANY) },
  {
    path: '/jumpcloud/groups',
    make: (served) => often(served, 'jumpcloud.create-group', (n) => ({ name: `Group ${n}` })),
  },
  {
    path: '/jumpcloud/sso',
    make: (served) => often(served, 'jumpcloud.create-application', (n) => ({ displayLabel: `Application ${n}` })),
  },
  {
    path: '/okta/people',
    make: (served) => often(served, 'okta.create-user', (n) => oktaPerson(n)),
  },
  {
    path: '/okta/groups',
    make: (served) => often(served, 'okta.create-group', (n) => ({ name: `Group ${n}` })),
  },
  {
    path: '/okta/apps',
    make: (served) => often(served, 'okta.create-application', (n) => ({ label: `Application ${n}` })),
  },
  {
    path: '/okta/apps/Long/assignments',
    async make(served) {
      await served.act('okta.create-application', { label: 'Long' })
      await served.act('okta.load-company', { company: longCompany() })
      await served.act('okta.assign-group', { application: 'Long', group: 'All' })
    },
  },
  {
    path: '/okta/system-log',
    make: (served) => often(served, 'okta.create-user', (n) => oktaPerson(n)),
  },
  { path: '/entra/apps', make: (served) => often(served, 'entra.create-app', (n) => ({ name: `App ${n}` })) },
  {
    path: '/entra/groups',
    make: (served) => often(served, 'entra.create-group', (n) => ({ name: `Group ${n}` })),
  },
  {
    path: '/entra/users/one@nobody.example/memberships',
    make: (served) =>
      often(served, 'entra.create-group', (n) => ({ name: `Group ${n}`, members: ['one@nobody.example'] })),
  },
  {
    path: '/entra/users/one@nobody.example/applications',
    make: (served) => often(served, 'entra.create-app', (n) => ({ name: `App ${n}` })),
  },
  {
    path: '/entra/groups/Inner/memberships',
    async make(served) {
      await served.act('entra.create-group', { name: 'Inner' })
      await often(served, 'entra.create-group', (n) => ({ name: `Group ${n}`, groups: ['Inner'] }))
    },
  },
  {
    path: '/entra/deleted-users',
    async make(served) {
      await people(served)
      await often(served, 'entra.delete-user', (n) => ({ user: emailOf(n) }))
    },
  },
  { path: '/entra/apps/Long/assignments', make: assigned },
  { path: '/entra/apps/Long/audit', make: assigned },
  { path: '/entra/audit-logs', make: assigned },
  { path: '/entra/apps/Long/logs', make: skipped },
  { path: '/entra/provisioning-logs', make: skipped },
]
