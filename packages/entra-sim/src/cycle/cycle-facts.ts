// What happens in an activity, told once and never taken back: who acts adds a fact, who asks is handed what follows from all of them.
import type { ObjectError } from '../conversation/outcome.ts'
import { emptyTally, type Tally } from '../settle/tally.ts'

export type CycleFact =
  | { readonly kind: 'considered'; readonly isEntitled: boolean }
  | { readonly kind: 'staged' }
  /** A resource was created or matched: linked even when its update then failed; a group's members are all new to the target. */
  | { readonly kind: 'linked'; readonly objectType: 'User' | 'Group'; readonly objectId: string }
  /** The answer of a group's resource showed members, where those are replaced then. */
  | { readonly kind: 'members shown'; readonly groupId: string }
  | { readonly kind: 'failed'; readonly objectType: 'User' | 'Group'; readonly objectId: string }
  | { readonly kind: 'exported' }
  /** The manager that the target returned with a user who was looked at. */
  | { readonly kind: 'manager seen'; readonly userId: string; readonly seen: string | null }
  /** The user's manager came to be in the target after having failed. */
  | { readonly kind: 'manager due'; readonly userId: string }
  | { readonly kind: 'manager in line'; readonly userId: string }
  | { readonly kind: 'members in line'; readonly groupId: string }
  | { readonly kind: 'members differ'; readonly count: number }
  | { readonly kind: 'references'; readonly isExported: boolean; readonly isFailure: boolean }
  /** A failure that concerns the whole job; the first one ends it. */
  | { readonly kind: 'job failed'; readonly error: ObjectError }

export class CycleFacts {
  readonly #tally = emptyTally()
  readonly #newlyLinked: Set<string>
  readonly #seenManagers = new Map<string, string | null>()
  readonly #dueManagers = new Set<string>()
  readonly #failedGroups = new Set<string>()
  readonly #replacedMembers = new Set<string>()
  #jobError: ObjectError | undefined

  /** @param unsettledGroups linked in an activity that was never settled */
  constructor(unsettledGroups: readonly string[]) {
    this.#newlyLinked = new Set(unsettledGroups)
  }

  get tally(): Readonly<Tally> {
    return this.#tally
  }

  /** What ended the activity; nothing more is started then. */
  get jobError(): ObjectError | undefined {
    return this.#jobError
  }

  /** Groups created or matched, in this activity or in one that was never settled, whose members have not all been sent yet. */
  get newlyLinked(): ReadonlySet<string> {
    return this.#newlyLinked
  }

  /** Of the users looked at whose manager is not in line yet: the manager that the target returned. */
  get seenManagers(): ReadonlyMap<string, string | null> {
    return this.#seenManagers
  }

  get dueManagers(): ReadonlySet<string> {
    return this.#dueManagers
  }

  /** Groups that failed: their members are not sent. */
  get failedGroups(): ReadonlySet<string> {
    return this.#failedGroups
  }

  /** Groups whose members are replaced. */
  get replacedMembers(): ReadonlySet<string> {
    return this.#replacedMembers
  }

  add(fact: CycleFact): void {
    switch (fact.kind) {
      case 'considered':
        this.#tally.considered += 1
        if (fact.isEntitled) this.#tally.entitled += 1
        return
      case 'staged':
        this.#tally.staged += 1
        return
      case 'linked':
        this.#tally.linked[fact.objectType] += 1
        if (fact.objectType === 'Group') this.#newlyLinked.add(fact.objectId)
        return
      case 'failed':
        this.#tally.objectFailures += 1
        if (fact.objectType === 'Group') this.#failedGroups.add(fact.objectId)
        return
      case 'exported':
        this.#tally.exports += 1
        this.#tally.exported += 1
        return
      case 'job failed':
        this.#jobError ??= fact.error
        return
      default:
        this.#addReference(fact)
    }
  }

  #addReference(
    fact: Exclude<
      CycleFact,
      { readonly kind: 'considered' | 'staged' | 'linked' | 'failed' | 'exported' | 'job failed' }
    >,
  ) {
    switch (fact.kind) {
      case 'members shown':
        this.#replacedMembers.add(fact.groupId)
        return
      case 'manager seen':
        this.#seenManagers.set(fact.userId, fact.seen)
        return
      case 'manager due':
        this.#dueManagers.add(fact.userId)
        return
      case 'manager in line':
        this.#seenManagers.delete(fact.userId)
        return
      case 'members in line':
        this.#newlyLinked.delete(fact.groupId)
        return
      case 'members differ':
        this.#tally.referenceDeltas += fact.count
        return
      case 'references':
        if (fact.isExported) this.#tally.exports += 1
        if (fact.isFailure) this.#tally.referenceFailures += 1
    }
  }
}
