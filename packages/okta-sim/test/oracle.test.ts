// Any order of acts ends in the directory that a slow oracle predicts. The oracle knows nothing of plan, jobs or conversations: after each
// act it works out from plain sets what the endpoint must hold.
import { type Act, BY_HAND_TITLE, EVENTS, History, type Kind } from '@scimulator/oracle/okta'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEndpoint } from './endpoint.ts'
import { createWorld } from './world.ts'

const USERS = ['u0', 'u1', 'u2', 'u3'] as const
const GROUPS = ['g0', 'g1', 'g2'] as const

const act = fc.oneof(...EVENTS.map(({ weight, arbitrary }) => ({ weight: weight * 4, arbitrary })))

class Run {
  readonly endpoint = createEndpoint()
  readonly #world = createWorld(this.endpoint.reply)
  /** Of people and groups, by what the oracle calls them. */
  readonly #ids = new Map<string, string>()

  see = this.#world.see

  async begin(kind: Kind): Promise<void> {
    await this.#world.act('create-application', { label: 'App', kind })
    await this.#world.act('configure-scim', { baseUrl: 'https://scim.test/v2', token: 'secret' })
    await this.#world.act('set-features', { createUsers: true, updateUsers: true, deactivateUsers: true })
  }

  async do(done: Act): Promise<void> {
    switch (done.act) {
      case 'create-user':
        return this.#create(done.user, 'create-user', { login: done.user, ...nameOf(done.user) })
      case 'create-group':
        return this.#create(done.group, 'create-group', { name: done.group })
      case 'rename-user':
        return this.#act('update-user', { user: this.#ids.get(done.user), set: { login: done.name } })
      case 'update-user':
        return this.#act('update-user', { user: this.#ids.get(done.user), set: { title: done.title } })
      case 'changed-at-target':
        return this.#changeByHand(done.user, { title: BY_HAND_TITLE })
      case 'disabled-at-target':
        return this.#changeByHand(done.user, { active: false })
      case 'removed-at-target':
        return this.#removeByHand(done.user, done.group)
      default:
        return this.#act(done.act, this.#inputOf(done))
    }
  }

  #inputOf({ act: _, ...named }: Act): object {
    const ids = Object.entries(named).map(([key, value]) => [
      key,
      key === 'user' || key === 'group' ? this.#ids.get(String(value)) : value,
    ])
    return Object.fromEntries(ids)
  }

  async #create(called: string, verb: string, input: object): Promise<void> {
    const made = await this.#world.act(verb, input)
    this.#ids.set(called, String(Object(made).id))
  }

  async #act(verb: string, input: object): Promise<void> {
    await this.#world.act(verb, input)
  }

  async #linkOf(called: string): Promise<string> {
    const [users, links] = [await this.see('users'), await this.see('links')]
    const groups = await this.see('groups')
    const id = this.#ids.get(called)
    const key = [...users, ...groups].find(({ value }) => Object(value).id === id)?.key
    return String(Object(links.find((link) => link.key === key)?.value).targetId)
  }

  async #changeByHand(user: string, change: object): Promise<void> {
    this.endpoint.changeByHand('Users', await this.#linkOf(user), change)
  }

  async #removeByHand(user: string, group: string): Promise<void> {
    const [account, team] = [await this.#linkOf(user), await this.#linkOf(group)]
    const known = this.endpoint.picture().groups.find(({ id }) => id === team)
    const members = [...Object(known?.members)].filter(({ value }) => value !== account)
    this.endpoint.changeByHand('Groups', team, { members })
  }
}

function nameOf(user: string): object {
  return { email: `${user}@example.com`, firstName: user, lastName: 'Doe' }
}

function held({ endpoint }: Run) {
  const { users, groups } = endpoint.picture()
  const names = new Map(users.map(({ id, userName }) => [id, String(userName)]))
  return {
    accounts: users.map(({ userName, active, title }) => JSON.stringify([userName, active, title || ''])).sort(),
    teams: groups.map(({ displayName, members }) => JSON.stringify([displayName, memberNames(members, names)])).sort(),
  }
}

function memberNames(members: unknown, names: ReadonlyMap<string, string>): readonly string[] {
  return [...Object(members)].map(({ value }) => names.get(value) ?? `nobody: ${value}`).sort()
}

function predicted({ accounts, teams }: History) {
  return {
    accounts: [...accounts.values()]
      .map(({ userName, active, title }) => JSON.stringify([userName, active, title]))
      .sort(),
    teams: [...teams.values()]
      .map(({ name, members }) =>
        JSON.stringify([name, [...members].map((id) => accounts.get(id)?.userName ?? id).sort()]),
      )
      .sort(),
  }
}

test.each(['wizard', 'catalogue'] as const)(
  'any order of acts ends as the oracle predicts, with an application of the %s',
  async (kind) => {
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 80, size: 'max' }), async (acts) => {
        const [run, oracle] = [new Run(), new History(kind)]
        await run.begin(kind)
        const first: readonly Act[] = [
          ...USERS.map((user): Act => ({ act: 'create-user', user })),
          ...GROUPS.map((group): Act => ({ act: 'create-group', group })),
        ]
        for (const done of [...first, ...acts]) {
          if (!oracle.apply(done)) continue
          seen.add(done.act)
          await run.do(done)
        }
        expect(held(run)).toEqual(predicted(oracle))
        expect([await run.see('tasks'), await run.see('jobs')]).toEqual([[], []])
      }),
      { numRuns: 150 },
    )
    // Otherwise an act that never may be done would prove nothing.
    expect([...seen].sort()).toEqual([...new Set(EVENTS.flatMap(({ names }) => names).concat('create-group'))].sort())
  },
)
