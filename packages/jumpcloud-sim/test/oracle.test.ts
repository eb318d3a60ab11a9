// Any order of events ends in the directory that a slow oracle predicts. The oracle knows nothing of planner, queue or conversations: after
// each event it works out from plain sets what the target must hold. It knows the documented divergences: an unbound group stays at the
// target as it is, a user who left the scope stays there inactive, and so does one who was suspended before he ever arrived: not at all.
import { type Act, EVENTS, History, type TargetOptions } from '@scimulator/oracle/jumpcloud'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createActiveWorld, type World } from './world.ts'

const USERS = ['u0', 'u1', 'u2', 'u3'] as const
const GROUPS = ['g0', 'g1', 'g2'] as const

const act = fc.oneof(...EVENTS.map(({ weight, arbitrary }) => ({ weight: weight * 4, arbitrary })))

function readTarget({ target }: World) {
  const nameOf = (id: string): string => String(target.users.get(id)?.userName ?? id)
  return {
    accounts: [...target.users.values()]
      .map(({ userName, active, title }) => JSON.stringify([userName, active, title ?? null]))
      .sort(),
    teams: [...target.groups.values()]
      .map(({ displayName, members }) =>
        JSON.stringify([displayName, members.map(({ value }) => nameOf(value)).sort()]),
      )
      .sort(),
  }
}

function predicted({ accounts, teams }: History) {
  const nameOf = (id: string) => accounts.get(id)?.userName ?? id
  return {
    accounts: [...accounts.values()]
      .map(({ userName, active, fields }) => JSON.stringify([userName, active, fields.get('jobTitle') ?? null]))
      .sort(),
    teams: [...teams.values()]
      .map(({ name, members }) => JSON.stringify([name, [...members].map(nameOf).sort()]))
      .sort(),
  }
}

/** The people and groups that every world begins with. */
function furnished(options: TargetOptions = {}): History {
  const history = new History(options)
  for (const one of USERS) history.apply({ act: 'create-user', user: one })
  for (const one of GROUPS) history.apply({ act: 'create-group', group: one })
  return history
}

function inputOf(done: Act, groupIds: ReadonlyMap<string, string>): Record<string, unknown> {
  return {
    ...('user' in done ? { user: done.user } : {}),
    ...('group' in done ? { group: groupIds.get(done.group) } : {}),
    ...('field' in done ? { set: { [done.field]: done.value } } : {}),
    ...(done.act === 'set-password' ? { password: 'x' } : {}),
    ...('name' in done ? { name: done.name } : {}),
  }
}

async function createPeople(world: World): Promise<Map<string, string>> {
  for (const username of USERS) await world.act('create-user', { username, email: `${username}@example.com` })
  const ids = new Map<string, string>()
  for (const name of GROUPS) ids.set(name, String(((await world.act('create-group', { name })) as { id: string }).id))
  return ids
}

test.each([
  { groupUpdateMethod: 'patch-value-array' },
  { groupUpdateMethod: 'patch-filter' },
  { groupUpdateMethod: 'put-full' },
  { repeatMemberAdds: 'onEveryGroupPush' },
  { lookupBeforeWrite: 'by-id' },
  { lookupBeforeWrite: 'without-stored-id' },
])('any order of events ends as the oracle predicts, with %j', async (switches: Readonly<Record<string, string>>) => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 30 }), async (acts) => {
      const world = await createActiveWorld({ switches })
      const ids = await createPeople(world)
      const oracle = furnished({ replacesOnTakeOver: switches.groupUpdateMethod === 'put-full' })
      for (const done of acts) {
        if (!oracle.apply(done)) continue
        await world.act(done.act, inputOf(done, ids))
      }
      expect(readTarget(world)).toEqual(predicted(oracle))
      expect(await world.see('insights', { success: false })).toEqual([])
    }),
    { numRuns: 40 },
  )
})

test('a bound group whose only member never arrived, because he is suspended, is an empty group and no failure', async () => {
  const world = await createActiveWorld()
  const ids = await createPeople(world)
  const group = ids.get('g2')
  await world.act('suspend-user', { user: 'u0' })
  await world.act('add-member', { user: 'u0', group })
  await world.act('bind-group', { group })
  expect(world.target.groups.size).toBe(0)
  expect(await world.see('insights', { success: false })).toEqual([])
})

test('with latency the same events end with the same users', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 30 }), async (acts) => {
      const world = await createActiveWorld({ switches: { latencyMs: 5_000 }, groupManagement: false })
      const ids = await createPeople(world)
      const oracle = furnished()
      for (const done of acts) if (oracle.apply(done)) await world.act(done.act, inputOf(done, ids))
      await world.advance(600_000)
      expect(readTarget(world).accounts).toEqual(predicted(oracle).accounts)
    }),
    { numRuns: 40 },
  )
})

test('a history that a flaky target has disturbed differs from the prediction only where Insights tells of a failure', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(act, { maxLength: 30 }),
      fc.array(fc.boolean(), { maxLength: 60 }),
      async (acts, luck) => {
        const world = await createActiveWorld({ switches: { retryLimit: 0 }, groupManagement: false })
        const ids = await createPeople(world)
        const oracle = furnished()
        let asked = 0
        world.target.intercept = () => (luck[asked++] ? { status: 503, headers: [], body: '' } : undefined)
        for (const done of acts) if (oracle.apply(done)) await world.act(done.act, inputOf(done, ids))
        const failed = new Set(
          (await world.see('insights', { success: false })).map(({ value }) => String(Object(value.resource).username)),
        )
        const differing = differences(readTarget(world).accounts, predicted(oracle).accounts)
        for (const name of differing) expect(failed).toContain(name)
        expect(await world.see('pushes')).toEqual([])
      },
    ),
    { numRuns: 40 },
  )
})

/**
 * Acts after which whoever is in scope belongs into exactly the bound groups that he is in. Without suspensions: a user who is
 * suspended before he arrives never does.
 */
const GROWING: readonly Act['act'][] = [
  'add-member',
  'remove-member',
  'bind-group',
  'expire-password',
  'set-password',
  'update-user',
  'delete-user',
]
const growing = act.filter(({ act: name }) => GROWING.includes(name))

/** Bound groups with their people, as far as these are at the target. */
function boundTeams(oracle: History): string[] {
  return [...oracle.source.groups.values()]
    .filter(({ isBound }) => isBound)
    .map(({ name, members }) => JSON.stringify([name, [...members].filter((each) => oracle.hasArrived(each)).sort()]))
    .filter((line) => JSON.parse(line)[1].length > 0)
    .sort()
}

test.each(['onUserSuccess', 'onGroupEvent'])(
  'users whom a target refused for a while are in their groups once it has them, with %s only where a push of the group came',
  async (membershipAfterHeal) => {
    let missed = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(growing, { minLength: 5, maxLength: 30 }),
        fc.array(fc.boolean(), { maxLength: 30 }),
        async (acts, luck) => {
          const world = await createActiveWorld({ switches: { membershipAfterHeal } })
          const ids = await createPeople(world)
          const oracle = furnished()
          let asked = 0
          world.target.intercept = ({ method, url }) =>
            method === 'POST' && url.endsWith('/Users') && luck[asked++]
              ? { status: 400, headers: [], body: '' }
              : undefined
          for (const done of acts) if (oracle.apply(done)) await world.act(done.act, inputOf(done, ids))
          world.target.intercept = () => undefined
          for (const [user] of oracle.source.people) {
            const done = { act: 'update-user', user, field: 'jobTitle', value: 'healed' } as const
            if (oracle.apply(done)) await world.act(done.act, inputOf(done, ids))
          }
          const held = readTarget(world).teams.filter((line) => JSON.parse(line)[1].length > 0)
          if (membershipAfterHeal === 'onUserSuccess') expect(held).toEqual(boundTeams(oracle))
          else if (JSON.stringify(held) !== JSON.stringify(boundTeams(oracle))) missed += 1
          expect(await world.see('pushes')).toEqual([])
        },
      ),
      { numRuns: 60 },
    )
    // Otherwise the refusals would have cost nobody a group, and the first case would prove nothing.
    if (membershipAfterHeal === 'onGroupEvent') expect(missed).toBeGreaterThan(0)
  },
)

function differences(left: readonly string[], right: readonly string[]): string[] {
  const odd = [...left.filter((line) => !right.includes(line)), ...right.filter((line) => !left.includes(line))]
  return odd.map((line) => String(JSON.parse(line)[0]))
}
