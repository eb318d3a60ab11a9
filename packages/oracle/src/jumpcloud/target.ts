// What the target holds, and what it answers its writers. It refuses a name that another account has.
import type { Field } from './act.ts'

export interface Account {
  readonly userName: string
  readonly active: boolean
  readonly fields: ReadonlyMap<Field, string>
}

export interface TargetTeam {
  readonly name: string
  readonly members: ReadonlySet<string>
}

export interface TargetOptions {
  /** The target refuses a name that another group has. */
  readonly areGroupNamesUnique?: boolean
  /** A group that is found by its name and written by PUT loses its members. */
  readonly replacesOnTakeOver?: boolean
}

export class Target {
  /** By numbers of its own. */
  readonly accounts = new Map<string, Account>()
  readonly teams = new Map<string, TargetTeam>()
  readonly #options: TargetOptions
  #made = 0

  constructor(options: TargetOptions = {}) {
    this.#options = options
  }

  accountNamed(name: string): string | undefined {
    return [...this.accounts].find(([, { userName }]) => userName === name)?.[0]
  }

  teamsNamed(name: string): readonly string[] {
    return [...this.teams].flatMap(([id, one]) => (one.name === name ? [id] : []))
  }

  create(account: Account): 201 | 409 {
    if (this.accountNamed(account.userName) !== undefined) return 409
    this.accounts.set(this.#next(), account)
    return 201
  }

  replace(id: string, account: Account): 200 | 404 | 409 {
    if (!this.accounts.has(id)) return 404
    const owner = this.accountNamed(account.userName)
    if (owner !== undefined && owner !== id) return 409
    this.accounts.set(id, account)
    return 200
  }

  /** A deleted user is in no group afterwards. */
  deleteAccount(id: string): void {
    this.accounts.delete(id)
    for (const team of this.teams.keys()) this.removeMember(team, id)
  }

  /** 400 where somebody in it does not exist. */
  createTeam(name: string, members: readonly string[]): 201 | 400 | 409 {
    if (this.#isNameRefused(name)) return 409
    if (!this.#areThere(members)) return 400
    this.teams.set(this.#next(), { name, members: new Set(members) })
    return 201
  }

  renameTeam(id: string, name: string): 204 | 404 | 409 {
    const team = this.teams.get(id)
    if (!team) return 404
    if (this.#isNameRefused(name, id)) return 409
    this.teams.set(id, { ...team, name })
    return 204
  }

  addMembers(id: string, members: readonly string[], isTakeOver: boolean): 204 | 400 | 404 {
    const team = this.teams.get(id)
    if (!team) return 404
    if (!this.#areThere(members)) return 400
    const stay = isTakeOver && this.#options.replacesOnTakeOver ? [] : team.members
    this.teams.set(id, { ...team, members: new Set([...stay, ...members]) })
    return 204
  }

  removeMember(id: string, member: string): 204 | 404 {
    const team = this.teams.get(id)
    if (!team) return 404
    this.teams.set(id, { ...team, members: new Set([...team.members].filter((one) => one !== member)) })
    return 204
  }

  deleteTeam(id: string): 204 | 404 {
    return this.teams.delete(id) ? 204 : 404
  }

  #areThere(members: readonly string[]): boolean {
    return members.every((id) => this.accounts.has(id))
  }

  #isNameRefused(name: string, id?: string): boolean {
    return this.#options.areGroupNamesUnique === true && this.teamsNamed(name).some((owner) => owner !== id)
  }

  #next(): string {
    this.#made += 1
    return String(this.#made)
  }
}
