// What Okta and an endpoint hold after each act, worked out from the reference alone: people as sets, no jobs, no wire, no engine.
import { BY_HAND_TITLE } from '../by-hand.ts'
import type { Act, ActByHand, AdminAct } from './act.ts'
import { type Account, Endpoint, type Team } from './endpoint.ts'
import { changed, EMPTY_SOURCE, isInScope, type Person, type Source } from './source.ts'

/** Made by the integration wizard, or from the catalogue: groups are written whole, or by what has changed (O409, O414). */
export type Kind = 'wizard' | 'catalogue'

interface Push {
  readonly team: string
  readonly isActive: boolean
  /** Begun by choosing a group of the endpoint: members whom Okta never wrote stay (O427). */
  readonly isLinked: boolean
  readonly written: ReadonlySet<string>
}

/** What was pushed of somebody who has the application. */
interface Holding {
  readonly account: string
  readonly pushed: Pick<Person, 'name' | 'title'>
}

export class History {
  readonly #kind: Kind
  readonly #endpoint = new Endpoint()
  readonly #holdings = new Map<string, Holding>()
  readonly #pushes = new Map<string, Push>()
  #source: Source = EMPTY_SOURCE

  constructor(kind: Kind) {
    this.#kind = kind
  }

  /** The organisation as the acts have made it. */
  get source(): Source {
    return this.#source
  }

  get accounts(): ReadonlyMap<string, Account> {
    return this.#endpoint.accounts
  }

  get teams(): ReadonlyMap<string, Team> {
    return this.#endpoint.teams
  }

  /** The account of somebody who has the application. */
  accountOf(user: string): Account | undefined {
    return this.accounts.get(this.#holdings.get(user)?.account ?? '')
  }

  /** The endpoint's group that one is pushed to. */
  teamOf(group: string): Team | undefined {
    return this.teams.get(this.#pushes.get(group)?.team ?? '')
  }

  /** Does the act if it may be done now. @returns whether it did */
  apply(act: Act): boolean {
    switch (act.act) {
      case 'changed-at-target':
      case 'disabled-at-target':
      case 'removed-at-target':
        return this.#changeByHand(act)
      case 'push-group':
        return this.#begin(act.group, act.link)
      case 'push-now':
        return this.#again(act.group, ({ isActive }) => isActive)
      case 'activate-group-push':
        return this.#again(act.group, ({ isActive }) => !isActive)
      case 'deactivate-group-push':
        return this.#rest(act.group)
      case 'unlink-group':
        return this.#unlink(act.group, act.deleteTarget)
      default:
        return this.#administer(act)
    }
  }

  #administer(act: AdminAct): boolean {
    if (act.act === 'rename-user' && this.#isElsewhere(act.user, act.name)) return false
    const after = changed(this.#source, act)
    if (!after) return false
    const gone = act.act === 'delete-user' ? [act.user] : []
    this.#source = after
    for (const user of gone) this.#holdings.delete(user)
    for (const [user, person] of after.people) this.#follow(user, person)
    // A change of a group is told by itself; one of its people is not (O418, O445).
    if (act.act === 'add-member' || act.act === 'remove-member' || act.act === 'rename-group') this.#write(act.group)
    return true
  }

  /** Two accounts of one name would be found at the next lookup, and neither taken (O220). */
  #isElsewhere(user: string, name: string): boolean {
    const owner = this.#endpoint.accountNamed(name)
    return owner !== undefined && owner !== this.#holdings.get(user)?.account
  }

  #follow(user: string, person: Person): void {
    const has = this.#holdings.get(user)
    const isIn = isInScope(this.#source, user)
    if (!has) {
      if (isIn && person.state === 'ACTIVE') this.#arrive(user, person)
    } else if (!isIn || person.state === 'DEPROVISIONED') this.#leave(user, has)
    // Nothing is sent of somebody who is suspended (O315).
    else if (person.state === 'ACTIVE') this.#change(user, person, has)
  }

  /** Looked up by name; found, the account is taken and made active, else one is made (O201, O205, O219, O221, O320). */
  #arrive(user: string, { name, title }: Person): void {
    const account = { userName: name, active: true, title: title ?? '' }
    const found = this.#endpoint.accountNamed(name)
    if (found !== undefined) this.#endpoint.change(found, account)
    this.#holdings.set(user, { account: found ?? this.#endpoint.create(account), pushed: { name, title } })
  }

  /** Inactive and never deleted (O311, O316). */
  #leave(user: string, { account }: Holding): void {
    this.#endpoint.change(account, { active: false })
    this.#holdings.delete(user)
  }

  /** The whole profile, but not whether the account is active (O304, O310). */
  #change(user: string, { name, title }: Person, { account, pushed }: Holding): void {
    if (name === pushed.name && title === pushed.title) return
    this.#endpoint.change(account, { userName: name, title: title ?? '' })
    this.#holdings.set(user, { account, pushed: { name, title } })
  }

  /** Found by its name, or made; one that is chosen is taken as it is (O405, O408, O427). */
  #begin(key: string, link: string | undefined): boolean {
    const group = this.#source.groups.get(key)
    if (!group || this.#pushes.has(key)) return false
    const chosen = this.#endpoint.teamNamed(link ?? group.name)
    if (link !== undefined && chosen === undefined) return false
    const team = chosen ?? this.#endpoint.createTeam({ name: group.name, members: new Set() })
    this.#pushes.set(key, { team, isActive: true, isLinked: link !== undefined, written: new Set() })
    this.#write(key)
    return true
  }

  /** "Push now", and "Activate group push": the whole group, over what is there (O417, O422). */
  #again(key: string, may: (push: Push) => boolean): boolean {
    const push = this.#pushes.get(key)
    if (!push || !may(push)) return false
    this.#pushes.set(key, { ...push, isActive: true })
    this.#write(key, true)
    return true
  }

  #rest(key: string): boolean {
    const push = this.#pushes.get(key)
    if (!push?.isActive) return false
    this.#pushes.set(key, { ...push, isActive: false })
    return true
  }

  #unlink(key: string, isDeleted: boolean): boolean {
    const push = this.#pushes.get(key)
    if (!push) return false
    const isShared = [...this.#pushes].some(([other, { team }]) => other !== key && team === push.team)
    // Another push of it would fail from then on (O430).
    if (isDeleted && isShared) return false
    this.#pushes.delete(key)
    if (isDeleted) this.#endpoint.teams.delete(push.team)
    return true
  }

  #write(key: string, isFull = false): void {
    const [push, group] = [this.#pushes.get(key), this.#source.groups.get(key)]
    const team = this.#endpoint.teams.get(push?.team ?? '')
    if (!push?.isActive || !group || !team) return
    const own = new Set(this.#knownOf([...group.members]))
    this.#endpoint.teams.set(push.team, {
      name: group.name,
      members: isFull ? own : this.#membersAfter(team, push, own),
    })
    this.#pushes.set(key, { ...push, written: own })
  }

  /** The catalogue's application takes out and adds what has changed; the wizard's writes all that Okta knows of. */
  #membersAfter({ members }: Team, { written, isLinked }: Push, own: ReadonlySet<string>): ReadonlySet<string> {
    if (this.#kind === 'wizard')
      return isLinked ? new Set([...[...members].filter((one) => !written.has(one)), ...own]) : own
    const stay = [...members].filter((one) => !written.has(one) || own.has(one))
    return new Set([...stay, ...[...own].filter((one) => !written.has(one))])
  }

  /** Accounts of those who are active and have the application (O401, O403). */
  #knownOf(users: readonly string[]): readonly string[] {
    const active = users.filter((user) => this.#source.people.get(user)?.state === 'ACTIVE')
    return active.flatMap((user) => this.#holdings.get(user)?.account ?? [])
  }

  #changeByHand(act: ActByHand): boolean {
    const account = this.#holdings.get(act.user)?.account
    if (account === undefined) return false
    if (act.act === 'removed-at-target') return this.#removeByHand(account, act.group)
    const isChanged = act.act === 'changed-at-target'
    this.#endpoint.change(account, isChanged ? { title: BY_HAND_TITLE } : { active: false })
    return true
  }

  #removeByHand(account: string, group: string): boolean {
    const team = this.#pushes.get(group)?.team
    const known = this.#endpoint.teams.get(team ?? '')
    if (team === undefined || !known?.members.has(account)) return false
    this.#endpoint.teams.set(team, { ...known, members: new Set([...known.members].filter((one) => one !== account)) })
    return true
  }
}
