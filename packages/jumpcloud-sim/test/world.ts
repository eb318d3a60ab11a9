import { VerbError, type ViewItem } from '@scimulator/shared/behaviour'
import { createSeededIds, createVirtualSchedule, type VirtualSchedule } from '@scimulator/shared/runtime'
import { createJumpCloudOrg, type JumpCloudOrg, type ProfileName } from '../src/index.ts'
import { BASE, createResponder, type Responder } from './responder.ts'

export const START = Date.parse('2026-01-05T08:00:00Z')

export interface World {
  readonly schedule: VirtualSchedule
  readonly target: Responder
  readonly org: JumpCloudOrg
  act(verb: string, input?: Record<string, unknown>): Promise<unknown>
  see(view: string, query?: Record<string, unknown>): Promise<readonly ViewItem[]>
  /** The first view item of that key. */
  look(view: string, key: string): Promise<Readonly<Record<string, unknown>> | undefined>
  advance(ms: number): Promise<void>
}

export interface WorldOptions {
  readonly switches?: Record<string, unknown>
  readonly profile?: ProfileName
  readonly seed?: number
}

/** An organisation beside a responder, on virtual time, pushing without delay unless told otherwise. */
export function createWorld({ switches = {}, profile, seed = 1 }: WorldOptions = {}): World {
  const schedule = createVirtualSchedule(START)
  const target = createResponder(() => schedule.now())
  const org = createJumpCloudOrg({
    schedule,
    ids: createSeededIds(seed, 'jumpcloud'),
    send: target.send,
    switches: { latencyMs: 0, ...switches },
    ...(profile ? { profile } : {}),
  })
  const see: World['see'] = async (view, query = {}) => (await org.control.views.get(view)?.read(query)) ?? []
  return {
    schedule,
    target,
    org,
    see,
    async act(verb, input = {}) {
      const known = org.control.verbs.get(verb)
      if (!known) throw new VerbError('not-found', `no verb ${verb}`)
      return known.run(input)
    },
    look: async (view, key) => (await see(view)).find((item) => item.key === key)?.value,
    advance: (ms) => schedule.advanceTo(schedule.now() + ms),
  }
}

/** The same with an application whose connector is active. */
export async function createActiveWorld(
  options: WorldOptions & { groupManagement?: boolean; form?: Record<string, unknown> } = {},
): Promise<World> {
  const world = createWorld(options)
  await world.act('create-application', { displayLabel: 'Lark' })
  await world.act('configure-scim', {
    baseUrl: BASE,
    token: 'secret-token',
    testUserEmail: 'test@example.com',
    groupManagement: options.groupManagement ?? true,
    ...options.form,
  })
  await world.act('activate')
  world.target.traffic()
  return world
}

/** Ana, Bo and Cy, and a group that holds the ones named. */
export async function addPeople(world: World, members: readonly string[] = ['ana', 'bo']): Promise<void> {
  for (const name of ['ana', 'bo', 'cy']) {
    await world.act('create-user', {
      username: name,
      email: `${name}@example.com`,
      firstname: name.slice(0, 1).toUpperCase() + name.slice(1),
      lastname: 'Example',
    })
  }
  await world.act('create-group', { name: 'Engineering', members })
}
