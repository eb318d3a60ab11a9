import { expect, test } from 'vitest'
import { sampleOf } from '../../../../scripts/gate/sample.ts'
import { type Actor, interruptEverywhere, type Story } from './interrupted-cycle.ts'

const PEOPLE = ['ana', 'bo', 'cy', 'di']

/** Ana manages Bo and Cy; Sales has Bo and Cy; everybody is assigned through Staff. */
async function company(actor: Actor): Promise<void> {
  for (const key of PEOPLE) {
    const manager = key === 'bo' || key === 'cy' ? { manager: 'ana' } : {}
    const set = {
      jobTitle: 'Engineer',
      mail: `${key}@contoso.example`,
      mailNickname: key,
      givenName: key,
      surname: 'Doe',
    }
    await actor.do('create-user', {
      key,
      userPrincipalName: `${key}@contoso.example`,
      displayName: key,
      set,
      ...manager,
    })
  }
  await actor.do('create-group', { name: 'Sales', members: ['bo', 'cy'] })
  await actor.do('create-group', { name: 'Staff', members: PEOPLE })
  await actor.do('assign', { groups: ['Sales', 'Staff'] })
}

async function running(actor: Actor): Promise<void> {
  await company(actor)
  await actor.do('start')
}

const STORIES: Readonly<Record<string, Story>> = {
  'the first cycle': { before: company, cycle: (actor) => actor.do('start') },

  'a manager changes, one goes, one comes': {
    before: async (actor) => {
      await running(actor)
      await actor.do('update-user', { user: 'bo', manager: 'di', set: { jobTitle: 'Director' } })
      await actor.do('update-user', { user: 'cy', manager: null })
      await actor.do('update-user', { user: 'di', manager: 'ana' })
    },
  },

  'members come and go': {
    switches: { membersPerPatch: 1 },
    before: async (actor) => {
      await running(actor)
      await actor.do('add-member', { group: 'Sales', user: 'ana' })
      await actor.do('add-member', { group: 'Sales', user: 'di' })
      await actor.do('remove-member', { group: 'Sales', user: 'bo' })
      await actor.do('rename-group', { group: 'Sales', name: 'Sales EMEA' })
    },
  },

  'a group is unassigned, and somebody is blocked': {
    before: async (actor) => {
      await running(actor)
      await actor.do('assign', { user: 'cy' })
      await actor.do('unassign', { group: 'Staff' })
      await actor.do('block-user', { user: 'cy' })
    },
  },

  'somebody comes back after a disable, with a new manager': {
    before: async (actor) => {
      await running(actor)
      await actor.do('unassign', { group: 'Sales' })
      await actor.do('remove-member', { group: 'Staff', user: 'bo' })
      await actor.cycles(1)
      await actor.do('add-member', { group: 'Staff', user: 'bo' })
      await actor.do('update-user', { user: 'bo', manager: 'cy' })
      await actor.do('assign', { group: 'Sales' })
    },
  },

  'soft-deleted, and purged': {
    before: async (actor) => {
      await running(actor)
      await actor.do('delete-user', { user: 'bo' })
      await actor.do('delete-user', { user: 'cy' })
      await actor.cycles(1)
      await actor.do('purge-user', { user: 'bo' })
      await actor.do('restore-user', { user: 'cy' })
      await actor.do('delete-group', { group: 'Sales' })
    },
  },

  'removals are held back': {
    before: async (actor) => {
      await running(actor)
      await actor.do('set-settings', { deletionThreshold: 1 })
      await actor.do('unassign', { group: 'Staff' })
      await actor.do('create-user', { key: 'eve', userPrincipalName: 'eve@contoso.example', displayName: 'eve' })
      await actor.do('assign', { user: 'eve' })
    },
  },

  'removals that were held back are allowed': {
    before: async (actor) => {
      await running(actor)
      await actor.do('set-settings', { deletionThreshold: 1 })
      await actor.do('unassign', { group: 'Staff' })
      await actor.cycles(1)
    },
    cycle: (actor) => actor.do('allow-deletes'),
  },

  'a restart that loses the links': {
    before: async (actor) => {
      await running(actor)
      await actor.do('add-member', { group: 'Sales', user: 'ana' })
      await actor.do('update-user', { user: 'bo', manager: 'cy', set: { jobTitle: 'Director' } })
    },
    cycle: (actor) => actor.do('restart', { resetScope: 'Full' }),
  },

  'a restart that keeps the links': {
    before: async (actor) => {
      await running(actor)
      await actor.do('remove-member', { group: 'Sales', user: 'bo' })
      await actor.do('update-user', { user: 'bo', manager: null })
    },
    cycle: (actor) => actor.do('restart'),
  },

  'what was refused is tried again': {
    refusedAtFirst: 'bo@contoso.example',
    before: running,
  },

  'references that were refused are tried again': {
    refusedAtFirst: '"members"',
    before: async (actor) => {
      await running(actor)
      await actor.do('remove-member', { group: 'Sales', user: 'bo' })
      await actor.do('add-member', { group: 'Sales', user: 'di' })
    },
  },

  'a change that was refused is tried again, and with it a new manager': {
    refusedAtFirst: 'Director',
    before: async (actor) => {
      await running(actor)
      await actor.do('update-user', { user: 'bo', manager: 'di', set: { jobTitle: 'Director' } })
      await actor.do('update-user', { user: 'cy', manager: null, set: { jobTitle: 'Director' } })
      await actor.do('update-user', { user: 'di', manager: 'ana', set: { jobTitle: 'Director' } })
      await actor.cycles(1)
    },
  },

  'the target has lost a user, a manager and a group': {
    before: async (actor, target) => {
      await running(actor)
      for (const name of ['bo@contoso.example', 'ana@contoso.example', 'Sales']) target.lose(name)
      await actor.do('update-user', { user: 'bo', set: { jobTitle: 'Director' } })
      await actor.do('update-user', { user: 'ana', set: { jobTitle: 'Director' } })
      await actor.do('rename-group', { group: 'Sales', name: 'Sales EMEA' })
    },
  },

  'provision on demand of one whose change was refused': {
    refusedAtFirst: 'Director',
    before: async (actor) => {
      await running(actor)
      await actor.do('update-user', { user: 'bo', manager: 'di', set: { jobTitle: 'Director' } })
      await actor.cycles(1)
    },
    cycle: (actor) => actor.do('provision-on-demand', { user: 'bo' }),
  },

  'provision on demand of one who is new': {
    before: async (actor) => {
      await running(actor)
      await actor.do('create-user', {
        key: 'eve',
        userPrincipalName: 'eve@contoso.example',
        displayName: 'eve',
        manager: 'bo',
      })
      await actor.do('add-member', { group: 'Sales', user: 'eve' })
    },
    cycle: (actor) => actor.do('provision-on-demand', { user: 'eve' }),
  },

  'provision on demand of a group': {
    before: async (actor) => {
      await running(actor)
      await actor.do('add-member', { group: 'Sales', user: 'di' })
      await actor.do('remove-member', { group: 'Sales', user: 'bo' })
      await actor.do('create-group', { name: 'Support', members: ['ana', 'bo'] })
      await actor.do('assign', { group: 'Support' })
    },
    cycle: (actor) => actor.do('provision-on-demand', { group: 'Support', members: ['ana'] }),
  },

  'a restart that forgets what failed': {
    refusedAtFirst: 'Director',
    before: async (actor) => {
      await running(actor)
      await actor.do('update-user', { user: 'bo', manager: 'di', set: { jobTitle: 'Director' } })
      await actor.cycles(1)
      await actor.do('update-user', { user: 'bo', set: { department: 'Sales' } })
      await actor.do('update-user', { user: 'cy', manager: 'bo' })
    },
    cycle: (actor) => actor.do('restart', { resetScope: 'Escrows' }),
  },

  'a cycle that ended early is made up for': {
    refusedAtFirst: ':manager',
    refusedWith: 401,
    before: async (actor) => {
      await running(actor)
      await actor.do('update-user', { user: 'bo', manager: 'di', set: { jobTitle: 'Director' } })
      await actor.do('remove-member', { group: 'Sales', user: 'cy' })
    },
    cycle: (actor) => actor.do('run-cycle'),
  },

  'two objects at once': {
    switches: { parallelism: 2 },
    before: async (actor) => {
      await running(actor)
      for (const user of PEOPLE) await actor.do('update-user', { user, set: { jobTitle: 'Lead' } })
      await actor.do('update-user', { user: 'bo', manager: 'di' })
    },
  },
}

const ALL = Object.entries(STORIES)
const TOLD = sampleOf('stories of Entra ID that are cut everywhere', ALL.length, Math.ceil(ALL.length / 2))

test.each(TOLD.flatMap((at) => (ALL[at] ? [ALL[at]] : [])))(
  '%s: a crash at any point of the cycle ends where no crash would have',
  async (_title, story) => {
    const { uninterrupted, interrupted } = await interruptEverywhere(story)
    // Otherwise nothing would have been interrupted.
    expect(interrupted.length).toBeGreaterThan(5)
    for (const ending of interrupted) expect(ending).toEqual({ ...uninterrupted, cut: ending.cut })
  },
  120_000,
)
