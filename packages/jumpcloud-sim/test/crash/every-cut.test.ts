import { expect, test } from 'vitest'
import { BASE } from '../responder.ts'
import { type Act, interruptEverywhere, type Story } from './interrupted-queue.ts'

const PEOPLE = ['ana', 'bo', 'cy', 'di']

/** Sales has Ana, Bo and Cy; Di is in no group. */
async function company(act: Act): Promise<void> {
  for (const name of PEOPLE) {
    const email = `${name}@example.com`
    await act('create-user', { username: name, email, firstname: name, lastname: 'Doe', jobTitle: 'Engineer' })
  }
  await act('create-group', { name: 'Sales', members: ['ana', 'bo', 'cy'] })
}

async function bound(act: Act): Promise<void> {
  await company(act)
  await act('bind-group', { group: 'Sales' })
}

const STORIES: Readonly<Record<string, Story>> = {
  'a group is bound': { before: company, acts: (act) => act('bind-group', { group: 'Sales' }).then() },

  'the target has some of them already': {
    before: async (act, target) => {
      await company(act)
      await target.send(request('/Users', { userName: 'bo', title: 'Before', active: false }))
      await target.send(request('/Groups', { displayName: 'sales', members: [] }))
    },
    acts: (act) => act('bind-group', { group: 'Sales' }).then(),
  },

  'people and the group change': {
    before: bound,
    acts: async (act) => {
      await act('update-user', { user: 'ana', set: { jobTitle: 'Director' } })
      await act('remove-member', { group: 'Sales', user: 'bo' })
      await act('add-member', { group: 'Sales', user: 'di' })
      await act('rename-group', { group: 'Sales', name: 'Sales EMEA' })
      await act('update-user', { user: 'ana', set: { jobTitle: 'President' } })
    },
  },

  'somebody leaves and comes back': {
    before: bound,
    acts: async (act) => {
      await act('remove-member', { group: 'Sales', user: 'bo' })
      await act('add-member', { group: 'Sales', user: 'bo' })
      await act('update-user', { user: 'bo', set: { jobTitle: 'Lead' } })
    },
  },

  'users are suspended, deleted and reactivated': {
    before: async (act) => {
      await bound(act)
      await act('suspend-user', { user: 'cy' })
    },
    acts: async (act) => {
      await act('reactivate-user', { user: 'cy' })
      await act('suspend-user', { user: 'ana' })
      await act('delete-user', { user: 'bo' })
    },
  },

  'a deleted user is deleted at the target': {
    switches: { onUserDelete: 'delete' },
    before: bound,
    acts: (act) => act('delete-user', { user: 'bo' }).then(),
  },

  'a group is deleted, and another one made': {
    before: bound,
    acts: async (act) => {
      await act('delete-group', { group: 'Sales' })
      await act('create-group', { name: 'Support', members: ['di'] })
      await act('bind-group', { group: 'Support' })
    },
  },

  'a group is unbound and bound again': {
    before: bound,
    acts: async (act) => {
      await act('unbind-group', { group: 'Sales' })
      await act('bind-group', { group: 'Sales' })
    },
  },

  'the target is away for a while': {
    awayFor: 6,
    before: company,
    acts: (act) => act('bind-group', { group: 'Sales' }).then(),
  },

  'somebody whom the target had refused arrives, and his groups follow': {
    before: async (act, target) => {
      await company(act)
      target.intercept = ({ method, url, body }) =>
        method === 'POST' && url.endsWith('/Users') && body?.includes('"bo"')
          ? { status: 400, headers: [], body: '' }
          : undefined
      await act('create-group', { name: 'Support', members: ['bo', 'di'] })
      await act('bind-group', { group: 'Sales' })
      await act('bind-group', { group: 'Support' })
    },
    acts: (act) => act('update-user', { user: 'bo', set: { jobTitle: 'Lead' } }).then(),
  },

  'one object after the other': {
    switches: { pushConcurrency: 1 },
    before: bound,
    acts: async (act) => {
      for (const user of PEOPLE) await act('update-user', { user, set: { jobTitle: 'Lead' } })
      await act('add-member', { group: 'Sales', user: 'di' })
      await act('unbind-group', { group: 'Sales' })
    },
  },

  'groups are put': {
    switches: { groupUpdateMethod: 'put-full' },
    before: bound,
    acts: async (act) => {
      await act('update-user', { user: 'ana', set: { jobTitle: 'Director' } })
      await act('remove-member', { group: 'Sales', user: 'bo' })
      await act('add-member', { group: 'Sales', user: 'di' })
    },
  },
}

function request(path: string, body: object) {
  return { method: 'POST', url: `${BASE}${path}`, headers: [], body: JSON.stringify(body) } as const
}

test.each(Object.entries(STORIES))(
  '%s: a crash at any point of the queue ends where no crash would have',
  async (_title, story) => {
    const { uninterrupted, interrupted } = await interruptEverywhere(story)
    expect(uninterrupted.pushes).toBe(0)
    // Otherwise nothing would have been interrupted.
    expect(interrupted.length).toBeGreaterThan(5)
    for (const ending of interrupted) expect(ending).toEqual({ ...uninterrupted, cut: ending.cut })
  },
  120_000,
)
