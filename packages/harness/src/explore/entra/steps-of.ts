// Acts of an oracle's history as steps of a scenario file. Pure.
import {
  type Act,
  type Clause,
  firstAttributes,
  guestName,
  type History,
  isLegal,
  isSettled,
  live,
  passTime,
  statesOf,
} from '@scimulator/oracle/entra'
import { createSeededIds, type Ids } from '@scimulator/shared/runtime'
import { stepAtTarget } from '../step-at-target.ts'

export interface Written {
  readonly act: Act
  readonly step: WrittenStep
  /** What must be at the target after it, where all is settled then. */
  readonly expect?: readonly object[]
}

/** Of every scenario that says no other. */
const SEED = 1

/** One verb and its input, as it stands in a scenario file; `save` names what it makes. */
type WrittenStep = object

const CYCLE_MINUTES = 40

/** The names that people and groups have when a step is written, and what must be saved because its name says too little. */
class Names {
  readonly #history: History
  readonly saved: Set<string>

  constructor(history: History, saved: Set<string>) {
    this.#history = history
    this.saved = saved
  }

  user(key: string): string {
    const one = [...this.#history.people.values()].find((person) => person.key === key)
    return one && one.deletedAt === undefined ? one.name : this.#byId(key)
  }

  group(key: string): string {
    const teams = [...this.#history.teams.values()]
    const name = teams.find((team) => team.key === key)?.name
    return name !== undefined && teams.filter((team) => team.name === name).length === 1 ? name : this.#byId(key)
  }

  /** At the target, where somebody else looks for it. */
  account(key: string): string {
    const { people, links, accounts } = this.#history
    const id = [...people.values()].find((person) => person.key === key)?.id ?? ''
    return accounts.get(links.get(id)?.targetId ?? '')?.values.get('userName') ?? key
  }

  targetGroup(key: string): string {
    const { teams, links, targetTeams } = this.#history
    const id = [...teams.values()].find((team) => team.key === key)?.id ?? ''
    return targetTeams.get(links.get(id)?.targetId ?? '')?.values.get('displayName') ?? key
  }

  #byId(key: string): string {
    this.saved.add(key)
    return `\${${key}.id}`
  }
}

export interface StepsOptions {
  readonly isAvoided?: (history: History, act: Act) => boolean
  /** What must be at the target now; asked after each act that lets time pass, where all is settled then. */
  readonly expected?: (history: History) => readonly object[]
  /** Acts that are done at most. */
  readonly most?: number
}

/**
 * Lives the acts that are legal where they stand, one after the other.
 * @returns a step for each of them, and the states that the history has come to
 */
export function stepsOf(
  history: History,
  acts: readonly Act[],
  { isAvoided = () => false, expected = () => [], most = Number.POSITIVE_INFINITY }: StepsOptions = {},
): { readonly written: readonly Written[]; readonly states: ReadonlySet<string> } {
  const saved = new Set<string>()
  const names = new Names(history, saved)
  const written: Written[] = []
  const ids = createSeededIds(SEED, 'entra')
  const states = new Set<string>()
  for (const act of acts) {
    if (written.length >= most) break
    if (!isLegal(history, act) || isAvoided(history, act)) continue
    const step = stepOf(act, names)
    if (act.act === 'cycles') passTime(history, history.now + act.count * CYCLE_MINUTES * 60_000)
    else live(history, act, newId(act, ids))
    const isLookedAt = act.act === 'cycles' && isSettled(history)
    written.push({ act, step, ...(isLookedAt ? { expect: expected(history) } : {}) })
    for (const state of statesOf(history)) states.add(state)
  }
  const withSave = ({ act, step, ...rest }: Written): Written => {
    const key = madeBy(act)
    return { ...rest, act, step: key !== undefined && saved.has(key) ? { ...step, save: key } : step }
  }
  return { written: written.map(withSave), states }
}

/** The object id that the tenant will give: cycles go by it, and who comes first may get what another one is refused. */
function newId(act: Act, ids: Ids): string | undefined {
  if (madeBy(act) === undefined) return undefined
  return ids.uuid(act.act === 'create-user' || act.act === 'create-guest' ? 'User' : 'Group')
}

function madeBy(act: Act): string | undefined {
  if (act.act === 'create-user' || act.act === 'create-guest') return act.user
  return act.act === 'create-group' || act.act === 'create-dynamic-group' ? act.group : undefined
}

function stepOf(act: Act, names: Names): WrittenStep {
  if (act.act === 'cycles') return { advance: `${act.count * CYCLE_MINUTES}m` }
  const byHand = stepByHand(act, names)
  if (byHand) return byHand
  const [verb, input] = verbOf(act, names)
  return { [`entra.${verb}`]: input }
}

/** What somebody else does, at the target or on the wire. */
function stepByHand(act: Act, names: Names): WrittenStep | undefined {
  switch (act.act) {
    case 'fault':
      return { fault: act.fault }
    case 'lift':
      return { 'lift-faults': {} }
    case 'lost-at-target':
      return stepAtTarget({ act: act.act, user: names.account(act.principal) })
    case 'changed-at-target':
    case 'disabled-at-target':
      return stepAtTarget({ act: act.act, user: names.account(act.user) })
    case 'removed-at-target':
      return stepAtTarget({ act: act.act, user: names.account(act.user), group: names.targetGroup(act.group) })
    default:
      return undefined
  }
}

function verbOf(act: Act, names: Names): readonly [verb: string, input: object] {
  switch (act.act) {
    case 'create-user':
      return [
        'create-user',
        newUser(`${act.user}@contoso.example`, act.user, act.isBlocked ? { accountEnabled: false } : {}),
      ]
    case 'create-guest':
      return ['create-user', { ...newUser(guestName(act.user), act.user, {}), userType: 'Guest' }]
    case 'set':
      return ['update-user', { user: names.user(act.user), set: { [act.attribute]: act.value } }]
    case 'rename':
      return ['update-user', { user: names.user(act.user), set: { userPrincipalName: act.name } }]
    case 'manager':
      return [
        'update-user',
        { user: names.user(act.user), manager: act.manager === null ? null : names.user(act.manager) },
      ]
    case 'on-demand':
      return ['provision-on-demand', { user: names.user(act.user) }]
    case 'block':
    case 'unblock':
    case 'delete':
    case 'restore':
    case 'purge':
      return [`${act.act}-user`, { user: names.user(act.user) }]
    default:
      return verbOfGroup(act, names)
  }
}

function newUser(userPrincipalName: string, key: string, account: object): object {
  const { displayName = key, ...set } = firstAttributes(key)
  return { userPrincipalName, displayName, set: { ...set, ...account } }
}

function verbOfGroup(act: Act, names: Names): readonly [verb: string, input: object] {
  switch (act.act) {
    case 'create-group':
      return ['create-group', { name: act.group, members: act.members.map((key) => names.user(key)) }]
    case 'create-dynamic-group':
      return ['create-group', { name: act.group, membershipRule: `user.department -eq "${act.department}"` }]
    case 'rename-group':
      return ['rename-group', { group: names.group(act.group), name: act.name }]
    case 'delete-group':
      return ['delete-group', { group: names.group(act.group) }]
    case 'add-member':
    case 'remove-member':
      return [
        act.act,
        {
          group: names.group(act.group),
          ...(isGroup(act.member) ? { member: names.group(act.member) } : { user: names.user(act.member) }),
        },
      ]
    case 'assign':
    case 'unassign':
      return [
        act.act,
        isGroup(act.principal) ? { group: names.group(act.principal) } : { user: names.user(act.principal) },
      ]
    default:
      return verbOfJob(act)
  }
}

function verbOfJob(act: Act): readonly [verb: string, input: object] {
  switch (act.act) {
    case 'scope':
      return [
        'set-settings',
        { scope: act.everybody ? 'Sync all users and groups' : 'Sync only assigned users and groups' },
      ]
    case 'map':
      return ['set-mapping', { objectType: 'User', target: act.target, source: act.source }]
    case 'unmap':
      return ['remove-mapping', { objectType: 'User', target: act.target }]
    case 'filter-users':
      return ['set-scoping-filter', { objectType: 'User', ...filterOf(act.clause && sayClause(act.clause)) }]
    case 'filter-groups':
      return [
        'set-scoping-filter',
        { objectType: 'Group', ...filterOf(act.name && `[displayName] EQUALS "${act.name}"`) },
      ]
    case 'threshold':
      return ['set-settings', { deletionThreshold: act.count }]
    case 'restart-full':
      return ['restart', { resetScope: 'Full' }]
    case 'save-mapping':
      return ['use-mapping-preset', { preset: 'default' }]
    default:
      return [act.act, {}]
  }
}

function filterOf(text: string | null): object {
  return text === null ? { groups: [] } : { filter: text }
}

function sayClause({ operator, value }: Clause): string {
  return operator.endsWith('NULL') ? `[department] ${operator}` : `[department] ${operator} "${value}"`
}

function isGroup(key: string): boolean {
  return key.startsWith('g')
}
