// The system under test for one history: a tenant with one app, the service provider, and the wire between them.
import { type Act, type Clause, firstAttributes, guestName, type Preset } from '@scimulator/oracle/entra'
import { createWireFaults } from '@scimulator/shared/http'
import type { ScimRequest, Send } from '@scimulator/shared/provisioning'
import { createSeededIds, createVirtualSchedule } from '@scimulator/shared/runtime'
import { createEntraTenant } from '../../src/index.ts'
import { BASE, createServiceProvider, type ServiceProvider } from './service-provider.ts'

export interface Setting {
  readonly preset: Preset
  readonly isOptscim: boolean
}

export interface World {
  readonly provider: ServiceProvider
  /** Everything that the tenant sent, faults or not. */
  readonly traffic: readonly ScimRequest[]
  now(): number
  /** Gives the object id of what the act made. */
  do(act: Act): Promise<string | undefined>
  advanceTo(to: number): Promise<void>
  view(name: string): Promise<readonly Record<string, unknown>[]>
  picture(): Picture
  close(): Promise<void>
}

/** All that a world needs to go on elsewhere. */
export interface Picture {
  readonly now: number
  readonly tenant: unknown
  readonly provider: ReturnType<ServiceProvider['store']>
  readonly ids: readonly (readonly [key: string, id: string])[]
}

export const START = Date.parse('2026-01-05T08:00:00Z')

export function createWorld({ preset }: Setting, from?: Picture): World {
  const schedule = createVirtualSchedule(from?.now ?? START)
  const provider = createServiceProvider(schedule)
  const faults = createWireFaults(provider.send, schedule)
  const traffic: ScimRequest[] = []
  const send: Send = (request) => {
    traffic.push(request)
    return faults.send(request)
  }
  const tenant = createEntraTenant({ schedule, ids: createSeededIds(1, 'entra'), send })
  const ids = new Map(from?.ids)
  if (from) {
    tenant.control.restore(from.tenant)
    provider.load(from.provider)
  }
  const run = async (name: string, input: object = {}) => tenant.control.verbs.get(name)?.run(input)
  const idOf = (key: string) => ids.get(key) ?? key
  return {
    provider,
    traffic,
    now: () => schedule.now(),
    advanceTo: (to) => schedule.advanceTo(to),
    close: () => tenant.close(),
    async view(name) {
      const items = (await tenant.control.views.get(name)?.read({})) ?? []
      return items.map(({ value }) => ({ ...value }))
    },
    picture: () => ({
      now: schedule.now(),
      tenant: tenant.control.snapshot(),
      provider: provider.store(),
      ids: [...ids],
    }),
    async do(act) {
      if (act.act === 'fault') faults.add(act.fault)
      else if (act.act === 'lift') faults.clear()
      else if (act.act === 'lost-at-target') await loseAtTarget(act.principal)
      else if (act.act === 'save-mapping') await run('use-mapping-preset', { preset })
      else {
        const [name, input] = verbOf(act, idOf)
        const id = idIn(await run(name, input))
        const key = madeBy(act)
        if (key !== undefined && id !== undefined) ids.set(key, id)
        return id
      }
      return undefined
    },
  }

  async function loseAtTarget(key: string): Promise<void> {
    const links = (await tenant.control.views.get('links')?.read({})) ?? []
    const found = links
      .map(({ value }) => ({ ...value }))
      .find((link) => 'objectId' in link && link.objectId === idOf(key))
    if (found && 'targetId' in found) provider.removeByHand(String(found.targetId))
  }
}

/** What the history calls the thing that the act makes. */
function madeBy(act: Act): string | undefined {
  if (act.act === 'create-user' || act.act === 'create-guest') return act.user
  return act.act === 'create-group' || act.act === 'create-dynamic-group' ? act.group : undefined
}

function idIn(result: unknown): string | undefined {
  const id: unknown = typeof result === 'object' && result !== null ? Reflect.get(result, 'id') : undefined
  return typeof id === 'string' ? id : undefined
}

const FURNISHED = new Map<string, Picture>()

/** A new tenant that has an app with credentials and mappings, where nothing is started. Made once, then copied. */
export async function furnishedWorld(setting: Setting): Promise<World> {
  const key = JSON.stringify(setting)
  const picture = FURNISHED.get(key) ?? (await furnished(setting))
  FURNISHED.set(key, picture)
  return createWorld(setting, picture)
}

async function furnished({ preset, isOptscim }: Setting): Promise<Picture> {
  const world = createWorld({ preset, isOptscim })
  await world.do({ act: 'verb', name: 'create-app', input: { name: 'App' } })
  const tenantUrl = `${BASE}${isOptscim ? '?aadOptscim062020' : ''}`
  await world.do({ act: 'verb', name: 'set-credentials', input: { tenantUrl, secretToken: 'secret' } })
  await world.do({ act: 'verb', name: 'use-mapping-preset', input: { preset } })
  const picture = world.picture()
  await world.close()
  return picture
}

function verbOf(act: Act, idOf: (key: string) => string): [name: string, input: object] {
  switch (act.act) {
    case 'verb':
      return [act.name, act.input]
    case 'create-user': {
      const { displayName = act.user, ...set } = firstAttributes(act.user)
      const name = { userPrincipalName: `${act.user}@contoso.example`, displayName }
      return ['create-user', { ...name, set: { ...set, accountEnabled: !act.isBlocked } }]
    }
    case 'create-guest': {
      const { displayName = act.user, ...set } = firstAttributes(act.user)
      const name = { userPrincipalName: guestName(act.user), userType: 'Guest', displayName }
      return ['create-user', { ...name, set: { ...set, accountEnabled: true } }]
    }
    case 'create-dynamic-group':
      return ['create-group', { name: act.group, membershipRule: `user.department -eq "${act.department}"` }]
    case 'set':
      return ['update-user', { user: idOf(act.user), set: { [act.attribute]: act.value } }]
    case 'rename':
      return ['update-user', { user: idOf(act.user), set: { userPrincipalName: act.name } }]
    case 'manager':
      return ['update-user', { user: idOf(act.user), manager: act.manager === null ? null : idOf(act.manager) }]
    case 'create-group':
      return ['create-group', { name: act.group, members: act.members.map(idOf) }]
    case 'rename-group':
      return ['rename-group', { group: idOf(act.group), name: act.name }]
    case 'delete-group':
      return ['delete-group', { group: idOf(act.group) }]
    case 'add-member':
    case 'remove-member':
      return [act.act, { group: idOf(act.group), ...member(act.member, idOf) }]
    case 'assign':
    case 'unassign':
      return [act.act, isGroup(act.principal) ? { group: idOf(act.principal) } : { user: idOf(act.principal) }]
    case 'scope':
      return [
        'set-settings',
        { scope: act.everybody ? 'Sync all users and groups' : 'Sync only assigned users and groups' },
      ]
    case 'filter-users':
      return ['set-scoping-filter', { objectType: 'User', ...filterOf(act.clause && sayClause(act.clause)) }]
    case 'filter-groups':
      return [
        'set-scoping-filter',
        { objectType: 'Group', ...filterOf(act.name && `[displayName] EQUALS "${act.name}"`) },
      ]
    case 'threshold':
      return ['set-settings', { deletionThreshold: act.count }]
    case 'on-demand':
      return ['provision-on-demand', { user: idOf(act.user) }]
    case 'restart-full':
      return ['restart', { resetScope: 'Full' }]
    default:
      return 'user' in act ? [`${act.act}-user`, { user: idOf(act.user) }] : [act.act, {}]
  }
}

function filterOf(text: string | null): object {
  return text === null ? { groups: [] } : { filter: text }
}

function sayClause({ operator, value }: Clause): string {
  return operator.endsWith('NULL') ? `[department] ${operator}` : `[department] ${operator} "${value}"`
}

function member(key: string, idOf: (key: string) => string): object {
  return isGroup(key) ? { member: idOf(key) } : { user: idOf(key) }
}

export function isGroup(key: string): boolean {
  return key.startsWith('g')
}
