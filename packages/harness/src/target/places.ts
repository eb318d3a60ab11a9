// Who holds how many places at a target, and for whom some are kept. Bookkeeping only: no waiting is done here.
import { RESOURCE_KINDS, type ResourceKind } from './resource-kind.ts'

/** What a run holds at the target, or may. */
export interface Holder {
  count(kind: ResourceKind): number
}

interface Claim {
  /** Accounts that are kept for it, whether it holds them yet or not. */
  readonly kept: number
  /** Promised, and not in the holder's own count yet. */
  readonly promised: Record<ResourceKind, number>
}

export class Places {
  readonly #most: Readonly<Record<ResourceKind, number>>
  /** In the order in which they came. */
  readonly #active = new Map<Holder, Claim>()
  /** What runs could not delete still takes its place. */
  readonly #left = new Set<Holder>()

  constructor(most: Readonly<Record<ResourceKind, number>>) {
    this.#most = most
  }

  /** Of those that are under way and have a place, the oldest first. */
  holders(): Holder[] {
    return [...this.#active.keys()].filter((one) => this.has(one))
  }

  start(holder: Holder, accounts: number): void {
    const kept = Math.min(accounts, Math.max(0, this.#most.Users - this.#claimed('Users')))
    this.#active.set(holder, { kept, promised: { Users: 0, Groups: 0 } })
  }

  end(holder: Holder): void {
    this.#active.delete(holder)
    if (RESOURCE_KINDS.some((kind) => holder.count(kind) > 0)) this.#left.add(holder)
  }

  promise(kind: ResourceKind, holder: Holder, by: 1 | -1): void {
    const claim = this.#active.get(holder)
    if (claim) claim.promised[kind] += by
  }

  has(holder: Holder): boolean {
    const kept = this.#active.get(holder)?.kept ?? 0
    return kept > 0 || RESOURCE_KINDS.some((kind) => this.#held(holder, kind) > 0)
  }

  /** Whether the holder may make one more. */
  isFree(kind: ResourceKind, holder: Holder): boolean {
    return this.#claimed(kind, holder) <= this.#most[kind]
  }

  hasRoomFor(accounts: number): boolean {
    return this.#claimed('Users') + accounts <= this.#most.Users
  }

  /** Accounts of those for whom no more than so many are kept, and those that were left behind. */
  heldBelow(most: number): number {
    const active = [...this.#active].filter(([, { kept }]) => kept <= most)
    const claims = active.map(([holder, { kept }]) => Math.max(kept, this.#held(holder, 'Users')))
    const held = [...claims, ...this.#leftBehind('Users')]
    return held.reduce((sum, one) => sum + one, 0)
  }

  mostKept(): number {
    return Math.max(0, ...[...this.#active.values()].map(({ kept }) => kept))
  }

  /** Whether the holder would wait in vain: what it has and what was left behind fill the target. */
  isFull(kind: ResourceKind, holder: Holder): boolean {
    if (this.isFree(kind, holder) || this.#active.get(holder)?.promised[kind] !== 0) return false
    return !this.holders().some((one) => one !== holder && (kind === 'Users' || this.#held(one, kind) > 0))
  }

  #held(holder: Holder, kind: ResourceKind): number {
    return holder.count(kind) + (this.#active.get(holder)?.promised[kind] ?? 0)
  }

  /** Places that are not there for others, one more of the holder included. */
  #claimed(kind: ResourceKind, oneMoreOf?: Holder): number {
    const ofActive = [...this.#active].map(([holder, { kept }]) => {
      const held = this.#held(holder, kind) + (holder === oneMoreOf ? 1 : 0)
      return kind === 'Users' ? Math.max(kept, held) : held
    })
    return [...ofActive, ...this.#leftBehind(kind)].reduce((sum, one) => sum + one, 0)
  }

  #leftBehind(kind: ResourceKind): number[] {
    return [...this.#left].map((one) => one.count(kind))
  }
}
