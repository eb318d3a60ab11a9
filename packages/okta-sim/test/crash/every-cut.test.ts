import { expect, test } from 'vitest'
import { type Act, interruptEverywhere, type Story } from './interrupted-jobs.ts'

const PEOPLE = ['ana', 'bo', 'cy', 'di']

/** Staff has everybody, Sales has Bo and Cy. */
async function company(act: Act): Promise<void> {
  for (const name of ['Staff', 'Sales']) await act('create-group', { name })
  for (const name of PEOPLE) {
    const login = `${name}@example.com`
    await act('create-user', { login, email: login, firstName: name, lastName: 'Doe', title: 'Engineer' })
    await act('add-member', { group: 'Staff', user: login })
  }
  for (const user of ['bo@example.com', 'cy@example.com']) await act('add-member', { group: 'Sales', user })
}

async function running(act: Act): Promise<void> {
  await company(act)
  await act('assign-group', { group: 'Staff' })
  await act('push-group', { group: 'Sales' })
}

const NAMED: Readonly<Record<string, Omit<Story, 'kind'>>> = {
  'a group is assigned, and one is pushed': {
    before: company,
    acts: async (act) => {
      await act('assign-group', { group: 'Staff' })
      await act('push-group', { group: 'Sales' })
    },
  },

  'the endpoint has some of them already': {
    there: {
      users: [{ id: 'u1', userName: 'bo@example.com', title: 'Before', active: false }],
      groups: [{ id: 'g2', displayName: 'Sales', members: [] }],
    },
    before: company,
    acts: async (act) => {
      await act('assign-group', { group: 'Staff' })
      await act('push-group', { group: 'Sales' })
    },
  },

  'people and the pushed group change': {
    before: running,
    acts: async (act) => {
      await act('update-user', { user: 'ana@example.com', set: { title: 'Director' } })
      await act('remove-member', { group: 'Sales', user: 'bo@example.com' })
      await act('add-member', { group: 'Sales', user: 'di@example.com' })
      await act('rename-group', { group: 'Sales', name: 'Sales EMEA' })
      await act('update-user', { user: 'ana@example.com', set: { title: 'President' } })
    },
  },

  'somebody leaves and comes back, and another goes for good': {
    before: running,
    acts: async (act) => {
      await act('remove-member', { group: 'Staff', user: 'bo@example.com' })
      await act('add-member', { group: 'Staff', user: 'bo@example.com' })
      await act('deactivate-user', { user: 'cy@example.com' })
      await act('delete-user', { user: 'cy@example.com' })
    },
  },

  'a suspended person comes back with a new title': {
    before: async (act) => {
      await running(act)
      await act('suspend-user', { user: 'di@example.com' })
    },
    acts: async (act) => {
      await act('unsuspend-user', { user: 'di@example.com' })
      await act('update-user', { user: 'di@example.com', set: { title: 'Lead' } })
    },
  },

  'a push ends with the deletion of its group, and begins again': {
    before: running,
    acts: async (act) => {
      await act('unlink-group', { group: 'Sales' })
      await act('push-group', { group: 'Sales' })
      await act('unassign-group', { group: 'Staff' })
    },
  },

  'a rule puts people into the groups that assign and are pushed': {
    before: async (act) => {
      await running(act)
      await act('create-group-rule', { name: 'R', expression: "user.title == 'Seller'", groups: ['Staff', 'Sales'] })
    },
    acts: async (act) => {
      await act('update-user', { user: 'ana@example.com', set: { title: 'Seller' } })
      await act('activate-group-rule', { rule: 'R' })
      await act('update-user', { user: 'di@example.com', set: { title: 'Seller' } })
      await act('update-user', { user: 'ana@example.com', set: { title: 'Director' } })
    },
  },

  'an import has to wait between two pages, and somebody is assigned meanwhile': {
    there: { users: Array.from({ length: 120 }, (_, at) => ({ id: `u${at + 1}`, userName: imported(at) })) },
    before: company,
    refuses: ({ url }) => url.includes('startIndex=101'),
    acts: async (act) => {
      await act('import-users')
      await act('assign-user', { user: 'ana@example.com' })
      await act('update-user', { user: 'bo@example.com', set: { title: 'Lead' } })
    },
  },
}

/** Bo is on the first page, and Di on the second. */
function imported(at: number): string {
  return { 1: 'bo@example.com', 110: 'di@example.com' }[at] ?? `other${at}@example.com`
}

const STORIES = (['wizard', 'catalogue'] as const).flatMap((kind) =>
  Object.entries(NAMED).map(([name, story]): [string, Story] => [`${kind}: ${name}`, { ...story, kind }]),
)

test.each(STORIES)(
  '%s: a crash at any point ends where no crash would have',
  async (_title, story) => {
    const { uninterrupted, interrupted } = await interruptEverywhere(story)
    expect(uninterrupted.left).toBe(0)
    // Otherwise nothing would have been interrupted.
    expect(interrupted.length).toBeGreaterThan(3)
    for (const ending of interrupted) expect(ending).toEqual({ ...uninterrupted, cut: ending.cut })
  },
  120_000,
)
