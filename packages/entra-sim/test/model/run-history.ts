// One act in both worlds: the tenant does it, and the oracle lives it. Times are chosen so that no two things fall on one instant.
import { type Act, type History, live, passTime } from '@scimulator/oracle/entra'
import type { ScimRequest } from '@scimulator/shared/provisioning'
import { DAY_MS, MINUTE_MS } from '@scimulator/shared/runtime'
import { expect } from 'vitest'
import { BASE, type Directory } from './service-provider.ts'
import type { World } from './world.ts'

const CYCLE = 40 * MINUTE_MS
const PAST_THE_MINUTE = 13_000

/** When an act happens: cycles begin at whole minutes, deletions 13 seconds later. */
function instantOf(act: Act, now: number): number {
  const minute = Math.ceil(now / MINUTE_MS) * MINUTE_MS
  switch (act.act) {
    case 'start':
    case 'restart':
    case 'restart-full':
    case 'allow-deletes':
      return minute
    case 'delete':
    case 'purge':
      return minute + PAST_THE_MINUTE
    case 'cycles':
      return now + act.count * CYCLE
    default:
      return now
  }
}

export async function actIn(world: World, act: Act): Promise<string | undefined> {
  await world.advanceTo(instantOf(act, world.now()))
  return act.act === 'cycles' ? undefined : world.do(act)
}

export async function actInBoth(world: World, history: History, act: Act): Promise<void> {
  const at = instantOf(act, history.now)
  const id = await actIn(world, act)
  passTime(history, at)
  if (act.act !== 'cycles') live(history, act, id)
}

/** What ends a history: faults are over, and time passes until nothing is tried again, at most the 28 days of retries. */
export async function settleBoth(world: World, history: History, acts: Act[]): Promise<void> {
  const both = async (act: Act) => {
    acts.push(act)
    await actInBoth(world, history, act)
  }
  await both({ act: 'lift' })
  await both({ act: 'start' })
  await both({ act: 'cycles', count: 2 })
  // What is purged after 30 days can fail once more.
  for (const days of [2, 29, 29]) {
    const isOpen = (await world.view('escrows')).length > 0
    if (isOpen) await both({ act: 'cycles', count: (days * DAY_MS) / CYCLE })
  }
}

/** The target's directory is what the oracle says it is, and every request was foreseen. */
export function expectForeseen(world: World, history: History): void {
  expect(world.traffic.map(shortForm).join('\n')).toBe(history.requests.join('\n'))
  expect(world.provider.directory()).toEqual(foreseen(history))
}

function shortForm({ method, url }: ScimRequest): string {
  const [path = '', query = ''] = url.replace(BASE, '').split('?')
  return `${method} ${path}${query.includes('filter=') ? '?filter' : ''}`
}

function foreseen({ accounts, targetTeams }: History): Directory {
  const users = [...accounts.values()].map(({ id, values, isActive, manager }) => {
    return [id, { ...Object.fromEntries(values), active: isActive, ...(manager !== null && { manager }) }] as const
  })
  const groups = [...targetTeams.values()].map(({ id, values, members }) => {
    return [id, { ...Object.fromEntries(values), members: [...members].sort() }] as const
  })
  return { users: Object.fromEntries(users), groups: Object.fromEntries(groups) }
}
