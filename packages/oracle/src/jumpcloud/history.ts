// What JumpCloud and its target hold after each act: the directory as the acts made it, what the connector pushed because of them, and
// what became of that. Written from the reference alone, and with the documented divergences: a group that is unbound stays as it is, who
// leaves the scope stays and is inactive, a user who is suspended before ever having arrived is not created (JumpCloud: Group Management;
// Bitwarden), and what fails is dropped and comes with the next event only (jumpcloud.md 3.5).
import type { Fault } from '@scimulator/shared/behaviour'
import { BY_HAND_TITLE } from '../by-hand.ts'
import type { Act, ActByHand, PortalAct } from './act.ts'
import { Connector } from './connector.ts'
import { pushesAfter } from './pushes.ts'
import { changed, EMPTY_SOURCE, isInScope, isNameTaken, type Source } from './source.ts'
import { type Account, Target, type TargetOptions, type TargetTeam } from './target.ts'

/** What a history has come to once somebody has changed the directory past JumpCloud. */
export const CHANGED_BY_HAND = 'changed at the target'

export class History {
  #source: Source = EMPTY_SOURCE
  #faults: Fault[] = []
  readonly #target: Target
  readonly #connector: Connector

  constructor(options: TargetOptions = {}) {
    this.#target = new Target(options)
    this.#connector = new Connector(this.#target)
  }

  get source(): Source {
    return this.#source
  }

  /** At the target, by numbers of its own. */
  get accounts(): ReadonlyMap<string, Account> {
    return this.#target.accounts
  }

  get teams(): ReadonlyMap<string, TargetTeam> {
    return this.#target.teams
  }

  /** What happened that is more than a copy. */
  get notes(): ReadonlySet<string> {
    return this.#connector.notes
  }

  /** Whether something is to be tried again: time must pass, or the faults be lifted, before anything else is done. */
  get isWaiting(): boolean {
    return this.#connector.isWaiting
  }

  get hasFaults(): boolean {
    return this.#faults.length > 0
  }

  /** The account of a user, as far as the connector knows it. */
  accountOf(user: string): Account | undefined {
    return this.accounts.get(this.#connector.users.get(user) ?? '')
  }

  /** The group at the target that is written for one here. */
  teamOf(group: string): TargetTeam | undefined {
    return this.teams.get(this.#connector.groups.get(group) ?? '')
  }

  /** Whether the connector keeps an id of that user. */
  hasArrived(user: string): boolean {
    return this.#connector.users.has(user)
  }

  inScope(user: string): boolean {
    return isInScope(this.#source, user)
  }

  /** Whether a group at the target has that name. */
  isTaken(name: string): boolean {
    return this.#target.teamsNamed(name).length > 0
  }

  /** Does the act if it may be done now. @returns whether it did */
  apply(act: Act): boolean {
    if (this.isWaiting ? act.act !== 'lift' && act.act !== 'wait' : act.act === 'wait') return false
    switch (act.act) {
      case 'look':
        return true
      case 'fault':
        this.#faults.push(act.fault)
        return true
      case 'wait':
        this.#connector.wait(this.#source, this.#faults)
        return true
      case 'lift':
        return this.#lift()
      case 'changed-at-target':
      case 'disabled-at-target':
      case 'lost-at-target':
      case 'removed-at-target':
        return this.#changeByHand(act)
      default:
        return this.#administer(act)
    }
  }

  #lift(): boolean {
    if (!this.hasFaults) return false
    this.#faults = []
    return true
  }

  #administer(act: PortalAct): boolean {
    if (act.act === 'rename-user' && this.#isNeverFound(act.user, act.name)) return false
    const before = this.#source
    const after = changed(before, act)
    if (!after) return false
    this.#source = after
    const isKnown = (user: string) => this.hasArrived(user)
    this.#connector.push(pushesAfter({ act, before, after, isKnown }), after, this.#faults)
    return true
  }

  /** Of whom the connector knows no account it would ask for by the new name, and find nobody, or somebody else's that stayed behind. */
  #isNeverFound(user: string, name: string): boolean {
    return !this.hasArrived(user) || this.#target.accountNamed(name) !== undefined || isNameTaken(this.#source, name)
  }

  #changeByHand(act: ActByHand): boolean {
    const id = this.#connector.users.get(act.user)
    const account = this.accounts.get(id ?? '')
    if (id === undefined || !account) return false
    if (act.act === 'removed-at-target') return this.#removeByHand(act.group, id)
    this.#connector.notes.add(CHANGED_BY_HAND)
    if (act.act === 'lost-at-target') this.#target.deleteAccount(id)
    else if (act.act === 'disabled-at-target') this.#target.accounts.set(id, { ...account, active: false })
    else
      this.#target.accounts.set(id, { ...account, fields: new Map([...account.fields, ['jobTitle', BY_HAND_TITLE]]) })
    return true
  }

  #removeByHand(group: string, id: string): boolean {
    const team = this.#connector.groups.get(group)
    if (team === undefined || !this.teams.get(team)?.members.has(id)) return false
    this.#connector.notes.add(CHANGED_BY_HAND)
    return this.#target.removeMember(team, id) === 204
  }
}
