// Acts of an oracle's history as steps of a scenario file. Pure.
import {
  type Act,
  type Clause,
  firstAttributes,
  guestName,
  type History,
  isLegal,
  live,
  passTime,
} from '@scimulator/oracle/entra'

/** One verb and its input, as it stands in a scenario file; `save` names what it makes. */
export type WrittenStep = Readonly<Record<string, unknown>>

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

  #byId(key: string): string {
    this.saved.add(key)
    return `\${${key}.id}`
  }
}

/**
 * Lives the acts that are legal where they stand, one after the other.
 * @returns a step for each of them, and the history that they have become
 */
export function stepsOf(
  history: History,
  acts: readonly Act[],
  isAvoided: (history: History, act: Act) => boolean = () => false,
): { steps: readonly WrittenStep[]; lived: readonly Act[] } {
  const saved = new Set<string>()
  const names = new Names(history, saved)
  const written: { readonly act: Act; readonly step: WrittenStep }[] = []
  for (const act of acts) {
    if (!isLegal(history, act) || isAvoided(history, act)) continue
    written.push({ act, step: stepOf(act, names) })
    if (act.act === 'cycles') passTime(history, history.now + act.count * CYCLE_MINUTES * 60_000)
    else live(history, act, newId(written, act))
  }
  const withSave = ({ act, step }: (typeof written)[number]) => {
    const key = madeBy(act)
    return key !== undefined && saved.has(key) ? { ...step, save: key } : step
  }
  return { steps: written.map(withSave), lived: written.map(({ act }) => act) }
}

/** Ids of the oracle's own, which nothing on the wire is compared with: p1, and p1v2 for who is made anew under that key. */
function newId(written: readonly { readonly act: Act }[], act: Act): string | undefined {
  const key = madeBy(act)
  const times = written.filter((one) => madeBy(one.act) === key).length
  return key === undefined || times < 2 ? key : `${key}v${times}`
}

function madeBy(act: Act): string | undefined {
  if (act.act === 'create-user' || act.act === 'create-guest') return act.user
  return act.act === 'create-group' || act.act === 'create-dynamic-group' ? act.group : undefined
}

function stepOf(act: Act, names: Names): WrittenStep {
  if (act.act === 'cycles') return { advance: `${act.count * CYCLE_MINUTES}m` }
  const [verb, input] = verbOf(act, names)
  return { [`entra.${verb}`]: input }
}

function verbOf(act: Act, names: Names): readonly [verb: string, input: object] {
  switch (act.act) {
    case 'create-user':
      return ['create-user', newUser(`${act.user}@contoso.example`, act.user, { accountEnabled: !act.isBlocked })]
    case 'create-guest':
      return ['create-user', { ...newUser(guestName(act.user), act.user, { accountEnabled: true }), userType: 'Guest' }]
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
