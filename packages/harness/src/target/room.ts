// How much may be at a target at one time, all runs of a command together. A run that finds no room waits until another one has deleted
// something. One that is known to need much has its places kept for it, so that two of them do not squeeze out all the others. When all
// that hold something wait for one another, the youngest gives way: it ends, and is carried out again by itself.
import { type Holder, Places } from './places.ts'
import type { ResourceKind } from './resource-kind.ts'

/** free: it may be made. full: waiting would not help. crowded: the run gives way to older ones. */
export type RoomAnswer = 'free' | 'full' | 'crowded'

export interface Room {
  /**
   * The run may ask for room from now on. Resolves at once, or for a run of many accounts when there is room for all of them.
   * @param accounts that it will hold at a time, as far as is known
   */
  enter(holder: Holder, accounts?: number): Promise<void>
  /** A place is kept until `release`, which is called as soon as the holder's own count has it. */
  take(kind: ResourceKind, holder: Holder): Promise<RoomAnswer>
  release(kind: ResourceKind, holder: Holder): void
  /** Something has been deleted, or was not made. */
  changed(): void
  /** The run has ended. */
  leave(holder: Holder): void
}

interface Waiter {
  readonly kind: ResourceKind
  readonly holder: Holder
  tell(answer: RoomAnswer): void
}

interface Entrant {
  readonly holder: Holder
  readonly accounts: number
  admit(): void
}

const MUCH = 1 / 4

/** A run of more than this share of all accounts has them kept, and keeps others of its kind waiting. */
export function isMuch(accounts: number, most: number): boolean {
  return accounts > most * MUCH
}

export function createRoom(most: Readonly<Record<ResourceKind, number>>): Room {
  return new SharedRoom(most)
}

class SharedRoom implements Room {
  readonly #places: Places
  /** Accounts at a time. */
  readonly #most: number
  #entrants: readonly Entrant[] = []
  #waiting: readonly Waiter[] = []

  constructor(most: Readonly<Record<ResourceKind, number>>) {
    this.#places = new Places(most)
    this.#most = most.Users
  }

  async enter(holder: Holder, accounts = 0): Promise<void> {
    if (accounts === 0) return this.#places.start(holder, 0)
    await new Promise<void>((resolve) => {
      const entrant = { holder, accounts: Math.min(accounts, this.#most), admit: resolve }
      this.#entrants = [...this.#entrants, entrant]
      this.#admit()
    })
  }

  take(kind: ResourceKind, holder: Holder): Promise<RoomAnswer> {
    return new Promise((tell) => {
      this.#waiting = [...this.#waiting, { kind, holder, tell }]
      this.#admit()
    })
  }

  release(kind: ResourceKind, holder: Holder): void {
    this.#places.promise(kind, holder, -1)
    this.#admit()
  }

  changed(): void {
    this.#admit()
  }

  leave(holder: Holder): void {
    this.#places.end(holder)
    this.#admit()
  }

  get #queue(): Queue {
    return { entrants: this.#entrants, places: this.#places, most: this.#most }
  }

  /** Those who have waited longest come first. */
  #admit(): void {
    for (const next of this.#entrants) {
      const kept = placesToKeep(next, this.#queue)
      if (kept === undefined) continue
      this.#entrants = this.#entrants.filter((one) => one !== next)
      this.#places.start(next.holder, kept)
      next.admit()
    }
    for (const waiter of this.#waiting) this.#answerIfPossible(waiter)
    this.#giveWay()
  }

  /** Who has nothing yet goes past one that waits to enter only into the places that this one leaves. */
  #answerIfPossible(waiter: Waiter): void {
    const { kind, holder } = waiter
    if (this.#places.isFull(kind, holder)) this.#answer(waiter, 'full')
    if (
      !this.#places.isFree(kind, holder) ||
      (!this.#places.has(holder) && isInTheWay({ holder, accounts: 1 }, this.#queue))
    )
      return
    this.#places.promise(kind, holder, 1)
    this.#answer(waiter, 'free')
  }

  #answer(waiter: Waiter, said: RoomAnswer): void {
    this.#waiting = this.#waiting.filter((one) => one !== waiter)
    waiter.tell(said)
  }

  /** When no run that has a place can go on, the youngest of them gives way. */
  #giveWay(): void {
    const holders = this.#places.holders()
    const isStuck = (one: Holder): boolean => this.#waiting.some(({ holder }) => holder === one)
    const youngest = holders.at(-1)
    if (!youngest || holders.length < 2 || !holders.every(isStuck)) return
    for (const waiter of this.#waiting.filter(({ holder }) => holder === youngest)) this.#answer(waiter, 'crowded')
  }
}

interface Queue {
  readonly entrants: readonly Entrant[]
  readonly places: Places
  /** Accounts at a time. */
  readonly most: number
}

/** @returns how many accounts are kept for it from its beginning, or undefined when it has to wait */
function placesToKeep(next: Entrant, queue: Queue): number | undefined {
  const { entrants, places, most } = queue
  const isLarge = (accounts: number): boolean => isMuch(accounts, most)
  // Beside one that has most places kept, others have theirs kept as well: half done they would only wait for it to end.
  const isBeside = isLarge(places.mostKept()) || entrants.some(({ accounts }) => isLarge(accounts))
  if (!isBeside) return 0
  // What was left behind by others never goes, so no run waits for it.
  const mayEnter = places.hasRoomFor(next.accounts) || places.holders().length === 0
  return mayEnter && !isInTheWay(next, queue) ? next.accounts : undefined
}

/** Whether it would make the first large one that waits to enter wait longer. */
function isInTheWay({ holder, accounts }: Omit<Entrant, 'admit'>, { entrants, places, most }: Queue): boolean {
  const first = entrants.find((one) => isMuch(one.accounts, most))
  if (first === undefined || first.holder === holder) return false
  return places.heldBelow(most * MUCH) + accounts + first.accounts > most
}
