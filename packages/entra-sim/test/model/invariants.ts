// What holds whatever happened, said without the oracle's foresight where that is possible.
import { type Act, deliveredName, type History, isInScope, wantedOf, wantedOfTeam } from '@scimulator/oracle/entra'
import type { ScimRequest } from '@scimulator/shared/provisioning'
import { expect } from 'vitest'
import { actInBoth, expectForeseen } from './run-history.ts'
import type { Directory } from './service-provider.ts'
import type { World } from './world.ts'

/** At a settled point: as foreseen, nothing open, every link resolves, nobody is there twice, and nothing new sends nothing. */
export async function expectSettled(world: World, history: History, acts: Act[]): Promise<void> {
  expectForeseen(world, history)
  expect(await world.view('escrows')).toEqual([])
  await expectLinksToResolve(world, history)
  expectNobodyTwice(world.provider.directory(), history)
  await expectQuietCycle(world, history, acts)
}

async function expectLinksToResolve(world: World, { divergences, held }: History): Promise<void> {
  if (divergences.has('gone from the target') || divergences.has('shared at the target')) return
  const ids = world.provider.ids()
  const links = await world.view('links')
  // A removal whose answer was lost, and which is held back from then on: the resource is gone, and nobody may ask for it.
  const isHeld = (id: unknown) => held.has(String(id))
  expect(links.filter(({ objectId, targetId }) => !ids.has(String(targetId)) && !isHeld(objectId))).toEqual([])
}

/** Names are unique at this target, so a person who is there twice has one externalId under two names. */
function expectNobodyTwice({ users }: Directory, { divergences }: History): void {
  // Identity rests on the link alone: once it was lost, a renamed person is somebody new (Microsoft: Restart provisioning).
  if (divergences.has('links lost') || divergences.has('an answer was lost')) return
  // The account of somebody purged unseen stays, and the nickname may be given to somebody new.
  if (divergences.has('purged between two cycles') || divergences.has('purged when managed no longer')) return
  const externalIds = Object.values(users).map(({ externalId }) => externalId)
  expect(externalIds.filter((one, index) => externalIds.indexOf(one) !== index)).toEqual([])
}

/** A cycle without changes sends at most the probe. */
async function expectQuietCycle(world: World, history: History, acts: Act[]): Promise<void> {
  const act = { act: 'cycles', count: 1 } as const
  const sent = world.traffic.length
  acts.push(act)
  await actInBoth(world, history, act)
  expect(world.traffic.length - sent).toBeLessThanOrEqual(1)
}

/** No cycle disables or deletes more than the threshold allows. */
export function expectWithinThreshold(sent: readonly ScimRequest[], { threshold, divergences }: History): void {
  // Who shares an account, or whose disable was answered and never done, is disabled again by an update that counts for nothing.
  if (threshold === null || divergences.has('shared at the target') || divergences.has('a 2xx was believed')) return
  for (const cycle of cycles(sent)) expect(cycle.filter(isRemoval).length).toBeLessThanOrEqual(threshold)
}

/** A probe, which asks for a name that is a UUID, begins a cycle. */
function cycles(sent: readonly ScimRequest[]): ScimRequest[][] {
  const all: ScimRequest[][] = []
  for (const request of sent) {
    if (/filter=userName\+eq\+%22[0-9a-f-]{36}%22/.test(request.url)) all.push([])
    all.at(-1)?.push(request)
  }
  return all
}

function isRemoval({ method, body = '' }: ScimRequest): boolean {
  return method === 'DELETE' || /"path":"active","value":("False"|false)|"active":false/.test(body)
}

/**
 * A history without a divergence: whoever is in scope and enabled is at the target exactly as the mapping says, whoever else is
 * there is disabled, and the groups in scope, no others, have those of their members who are there.
 */
export function expectPlainMapping(world: World, history: History): void {
  const { users, groups } = world.provider.directory()
  const active = Object.values(users).filter((user) => user.active)
  expect(sorted(active)).toEqual(sorted(plainUsers(history, users)))
  expect(sorted(Object.values(groups))).toEqual(sorted(plainGroups(history, users, groups)))
}

type Flat = Readonly<Record<string, unknown>>

function plainUsers(history: History, users: Directory['users']): Flat[] {
  const { people, preset } = history
  const entitled = [...people.values()].filter(
    ({ id, isBlocked, deletedAt }) => isInScope(history, id) && !isBlocked && deletedAt === undefined,
  )
  return entitled.map((one) => {
    const manager = people.get(one.manager ?? '')
    const managerId = preset === 'default' && manager && idOfName(users, 'userName', deliveredName(manager))
    return { ...Object.fromEntries(wantedOf(one, preset)), active: true, ...(managerId && { manager: managerId }) }
  })
}

function plainGroups(history: History, users: Directory['users'], groups: Directory['groups']): Flat[] {
  const { people, teams, preset } = history
  const nameIn = (id: string) => {
    const one = people.get(id)
    // Those in the bin are no members that the source would list.
    return one && one.deletedAt === undefined ? idOfName(users, 'userName', deliveredName(one)) : undefined
  }
  const groupIn = (id: string) => idOfName(groups, 'displayName', teams.get(id)?.name)
  return [...teams.values()]
    .filter(({ id }) => isInScope(history, id))
    .map((team) => {
      const members = [...team.members].flatMap((id) => nameIn(id) ?? groupIn(id) ?? [])
      return { ...Object.fromEntries(wantedOfTeam(team, preset)), members: members.sort() }
    })
}

function idOfName(resources: Directory['users'], attribute: string, name: string | undefined): string | undefined {
  return Object.entries(resources).find(([, one]) => name !== undefined && one[attribute] === name)?.[0]
}

function sorted(all: readonly Flat[]): Flat[] {
  const name = (one: Flat) => String(one.userName ?? one.displayName)
  return [...all].sort((a, b) => (name(a) < name(b) ? -1 : 1))
}
