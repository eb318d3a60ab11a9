// What JumpCloud and its target hold, kept the slow way: after each act it is worked out from plain sets what must be there. It knows no
// planner, no queue and no conversation, and it knows the documented divergences: a group that is unbound stays as it is, who leaves the
// scope stays and is inactive, and who is suspended before ever having arrived is not created (JumpCloud: Group Management; Bitwarden).
import type { Act, Field } from './act.ts'

interface Person {
  name: string
  isSuspended: boolean
  isExpired: boolean
  readonly fields: Map<Field, string>
}

interface Team {
  name: string
  readonly members: Set<string>
  isBound: boolean
  /** The target’s group that is written for it: its key in `teams`. */
  synced: string | undefined
  /** Accounts that were written into it; who was in a group that was found by its name stays. */
  sent: ReadonlySet<string>
}

export interface Account {
  userName: string
  active: boolean
  fields: ReadonlyMap<Field, string>
}

export interface TargetTeam {
  name: string
  readonly members: Set<string>
}

export interface HistoryOptions {
  /** A group that is found by its name and written by PUT loses whoever was in it. */
  readonly replacesOnTakeOver?: boolean
  /** The target refuses a name that another group has; the push is dropped, and nothing sends the name again (jumpcloud.md, retry and queue). */
  readonly areGroupNamesUnique?: boolean
}

/** What the target can come to that is more than a copy. */
export const STATES = [
  'an inactive account',
  'somebody not created, being suspended',
  'a password expired',
  'an account taken up by its name',
  'a group taken up by its name',
  'a group that stays, unbound',
  'a bound group without anybody',
  'somebody in two bound groups',
  'somebody bound alone',
  'a renamed account',
  'a push that was dropped',
] as const

export class History {
  readonly people = new Map<string, Person>()
  readonly groups = new Map<string, Team>()
  readonly direct = new Set<string>()
  /** At the target, by numbers of its own. */
  readonly accounts = new Map<string, Account>()
  readonly teams = new Map<string, TargetTeam>()
  /** People whose account the connector knows, those who are there and have not left the scope, with its key. */
  readonly #arrived = new Map<string, string>()
  readonly #replacesOnTakeOver: boolean
  readonly #areGroupNamesUnique: boolean
  #isDropped = false
  readonly #takenUp = new Set<'account' | 'group'>()
  #made = 0

  constructor({ replacesOnTakeOver = false, areGroupNamesUnique = false }: HistoryOptions = {}) {
    this.#replacesOnTakeOver = replacesOnTakeOver
    this.#areGroupNamesUnique = areGroupNamesUnique
  }

  /** Whether the connector keeps an id of that user. */
  hasArrived(key: string): boolean {
    return this.#arrived.has(key)
  }

  inScope(key: string): boolean {
    return this.direct.has(key) || [...this.groups.values()].some(({ isBound, members }) => isBound && members.has(key))
  }

  /** Does the act if JumpCloud would let it be done. @returns whether it did */
  apply(done: Act): boolean {
    const before = new Set([...this.people.keys()].filter((key) => this.inScope(key)))
    if (!this.#change(done)) return false
    if (done.act !== 'look') this.#follow(before, done)
    return true
  }

  #change(done: Act): boolean {
    switch (done.act) {
      case 'look':
        return true
      case 'create-user':
        return this.#createUser(done.user)
      case 'create-group':
        return this.#createGroup(done.group)
      default:
        return 'group' in done ? this.#changeGroup(done) : this.#changePerson(done)
    }
  }

  states(): readonly (typeof STATES)[number][] {
    const { people, groups, accounts, teams, direct } = this
    const bound = [...groups.values()].filter(({ isBound }) => isBound)
    const written = new Set(bound.map(({ synced }) => synced))
    const is: Readonly<Record<(typeof STATES)[number], boolean>> = {
      'an inactive account': [...accounts.values()].some(({ active }) => !active),
      'somebody not created, being suspended': [...people].some(
        ([key, { isSuspended }]) => isSuspended && this.inScope(key) && !this.hasArrived(key),
      ),
      'a password expired': [...people.values()].some(({ isExpired }) => isExpired),
      'an account taken up by its name': this.#takenUp.has('account'),
      'a group taken up by its name': this.#takenUp.has('group'),
      'a group that stays, unbound': [...teams.keys()].some((id) => !written.has(id)),
      'a bound group without anybody': bound.some(({ members }) => members.size === 0),
      'somebody in two bound groups': [...people.keys()].some(
        (key) => bound.filter(({ members }) => members.has(key)).length > 1,
      ),
      'somebody bound alone': direct.size > 0,
      'a renamed account': [...people].some(([key, { name }]) => name !== key),
      'a push that was dropped': this.#isDropped,
    }
    return STATES.filter((name) => is[name])
  }

  #createUser(key: string): boolean {
    if (this.people.has(key) || this.#isNameTaken(key)) return false
    const fields = new Map<Field, string>([
      ['firstname', 'Given'],
      ['lastname', key],
    ])
    this.people.set(key, { name: key, isSuspended: false, isExpired: false, fields })
    return true
  }

  #createGroup(key: string): boolean {
    if (this.groups.has(key) || [...this.groups.values()].some(({ name }) => name === key)) return false
    this.groups.set(key, { name: key, members: new Set(), isBound: false, synced: undefined, sent: new Set() })
    return true
  }

  #isNameTaken(name: string): boolean {
    return [...this.people.values()].some((one) => one.name === name)
  }

  #changeGroup(done: Extract<Act, { group: string }>): boolean {
    const team = this.groups.get(done.group)
    if (!team) return false
    switch (done.act) {
      case 'add-member':
        if (!this.people.has(done.user) || team.members.has(done.user)) return false
        team.members.add(done.user)
        return true
      case 'remove-member':
        return team.members.delete(done.user)
      case 'bind-group':
      case 'unbind-group':
        if (team.isBound === (done.act === 'bind-group')) return false
        team.isBound = !team.isBound
        return true
      case 'rename-group':
        if ([...this.groups.values()].some(({ name }) => name === done.name)) return false
        team.name = done.name
        return true
      case 'delete-group':
        if (team.isBound && team.synced !== undefined) this.teams.delete(team.synced)
        return this.groups.delete(done.group)
      default:
        return false
    }
  }

  #changePerson(done: Exclude<Extract<Act, { user: string }>, { group: string }>): boolean {
    const person = this.people.get(done.user)
    if (!person) return false
    switch (done.act) {
      case 'suspend-user':
      case 'reactivate-user':
        person.isSuspended = done.act === 'suspend-user'
        return true
      case 'expire-password':
      case 'set-password':
        person.isExpired = done.act === 'expire-password'
        return true
      case 'update-user':
        person.fields.set(done.field, done.value)
        return true
      case 'rename-user':
        // Of whom the connector knows no account it would ask for by the new name, and find nobody.
        if (!this.#arrived.has(done.user) || this.#isNameTaken(done.name) || this.#isKept(done.name)) return false
        person.name = done.name
        return true
      case 'bind-user':
        if (this.direct.has(done.user)) return false
        this.direct.add(done.user)
        return true
      case 'unbind-user':
        return this.direct.delete(done.user)
      case 'delete-user':
        for (const { members } of this.groups.values()) members.delete(done.user)
        this.direct.delete(done.user)
        return this.people.delete(done.user)
      default:
        return false
    }
  }

  /** Of an account that stayed behind. */
  #isKept(name: string): boolean {
    return [...this.accounts.values()].some(({ userName }) => userName === name)
  }

  /** Whoever is in scope is as in the directory; who has just left is inactive; groups hold exactly their people who are at the target. */
  #follow(before: ReadonlySet<string>, done: Act): void {
    for (const [key, person] of this.people) if (this.inScope(key)) this.#write(key, person)
    for (const key of before) if (!this.people.has(key) || !this.inScope(key)) this.#deactivate(key)
    for (const team of this.groups.values()) this.#followTeam(team, done)
  }

  #write(key: string, person: Person): void {
    const known = this.#arrived.get(key)
    if (known === undefined && person.isSuspended) return
    const found = known ?? this.#found(person.name)
    const id = found ?? this.#next()
    if (known === undefined && found !== undefined) this.#takenUp.add('account')
    const { name, isSuspended, isExpired, fields } = person
    this.accounts.set(id, { userName: name, active: !isSuspended && !isExpired, fields: new Map(fields) })
    this.#arrived.set(key, id)
  }

  #deactivate(key: string): void {
    const account = this.accounts.get(this.#arrived.get(key) ?? '')
    if (account) account.active = false
    this.#arrived.delete(key)
  }

  #found(name: string): string | undefined {
    return [...this.accounts].find(([, { userName }]) => userName === name)?.[0]
  }

  #next(): string {
    this.#made += 1
    return String(this.#made)
  }

  #followTeam(team: Team, done: Act): void {
    if (!team.isBound) {
      team.synced = undefined
      team.sent = new Set()
      return
    }
    const members = [...team.members].flatMap((key) => this.#arrived.get(key) ?? [])
    const known = this.teams.get(team.synced ?? '')
    if (known) {
      this.#rename(known, team, done)
      for (const id of team.sent) if (!members.includes(id)) known.members.delete(id)
      for (const id of members) if (!team.sent.has(id)) known.members.add(id)
      team.sent = new Set(members)
      return
    }
    if (members.length > 0 && this.#isOf(done, team)) this.#place(team, members)
  }

  #rename(known: TargetTeam, team: Team, done: Act): void {
    const isTaken = [...this.teams.values()].some((other) => other !== known && other.name === team.name)
    if (!this.#areGroupNamesUnique) known.name = team.name
    else if (done.act !== 'rename-group' || this.groups.get(done.group) !== team) return
    else if (isTaken) this.#isDropped = true
    else known.name = team.name
  }

  /** Whether a group at the target has that name. */
  isTaken(name: string): boolean {
    return [...this.teams.values()].some((one) => one.name === name)
  }

  /** Found by its name, else made. */
  #place(team: Team, members: readonly string[]): void {
    const [id, taken] = [...this.teams].find(([, { name }]) => name === team.name) ?? []
    team.synced = id ?? this.#next()
    team.sent = new Set(members)
    if (taken) this.#takenUp.add('group')
    if (taken && this.#replacesOnTakeOver) taken.members.clear()
    if (taken) for (const one of members) taken.members.add(one)
    else this.teams.set(team.synced, { name: team.name, members: new Set(members) })
  }

  /** A group that is not there yet comes with an event of its own or with the arrival of a member. */
  #isOf(done: Act, team: Team): boolean {
    if ('group' in done) return this.groups.get(done.group) === team
    return done.act === 'reactivate-user' || done.act === 'bind-user'
  }
}
