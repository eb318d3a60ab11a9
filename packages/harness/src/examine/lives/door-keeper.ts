// Asks the application after each act whether somebody still gets in, and notes what that says of leavers and of those who return.
import type { CheckResult } from '@scimulator/findings'
import type { Application, Door } from '../doors.ts'
import type { Freshness } from '../freshness.ts'

export const DOOR_CHECKS = ['door/leaver-out', 'door/returner-in', 'door/block-stays'] as const

/** What must be after an act. */
export interface Wanted {
  readonly key: string
  readonly userName: string
  readonly entry: 'in' | 'out'
  /** Shut out by an administrator of the application, whatever SCIM says. */
  readonly isBlocked: boolean
}

export class DoorKeeper {
  readonly results = new Map<string, CheckResult>()
  /** Texts of what could not be judged. */
  readonly troubles = new Set<string>()
  readonly #application: Application
  readonly #freshness: Freshness
  readonly #pause: (ms: number) => Promise<void>
  /** Who was seen to get in by which door: a door that never opened says nothing. */
  readonly #opened = new Set<string>()
  readonly #left = new Set<string>()

  constructor(application: Application, freshness: Freshness, pause: (ms: number) => Promise<void>) {
    this.#application = application
    this.#freshness = freshness
    this.#pause = pause
  }

  async look(act: string, people: readonly Wanted[]): Promise<void> {
    for (const person of people) {
      for (const door of this.#application.doors) await this.#ask(act, person, door)
      if (person.entry === 'out') this.#left.add(person.key)
    }
  }

  async #ask(act: string, person: Wanted, door: Door): Promise<void> {
    const entry = await this.#settled(person, door)
    const known = `${door.name} ${person.key}`
    if (entry === 'unknown') return void this.troubles.add(`"${door.name}" could not tell who gets in.`)
    if (person.entry === 'in' && entry === 'in') this.#opened.add(known)
    if (!this.#opened.has(known)) {
      if (person.entry === 'in') this.troubles.add(`By "${door.name}" no active user gets in, so that it says nothing.`)
      return
    }
    const check = this.#checkOf(person)
    if (check === undefined) return
    const detail = `After "${act}", by "${door.name}": expected ${person.entry}, found ${entry}.`
    this.#note(check, entry === person.entry, detail)
  }

  #checkOf({ key, entry, isBlocked }: Wanted): string | undefined {
    if (isBlocked) return 'door/block-stays'
    if (entry === 'out') return 'door/leaver-out'
    return this.#left.has(key) ? 'door/returner-in' : undefined
  }

  async #settled({ userName, entry }: Wanted, door: Door) {
    let found = await door.asks(userName)
    for (const ms of this.#freshness.waits()) {
      if (found === entry) break
      await this.#pause(ms)
      found = await door.asks(userName)
    }
    return found
  }

  #note(check: string, held: boolean, detail: string): void {
    const before = this.results.get(check)
    const times = (before?.seen?.times ?? 0) + (held ? 0 : 1)
    const of = (before?.seen?.of ?? 0) + 1
    const details = [before?.state === 'red' ? before.detail : undefined, held ? undefined : detail].filter(
      (one) => one !== undefined,
    )
    this.results.set(check, {
      check,
      state: times > 0 ? 'red' : 'held',
      seen: { times, of },
      ...(details.length > 0 ? { detail: details.slice(0, 3).join(' ') } : {}),
    })
  }
}
