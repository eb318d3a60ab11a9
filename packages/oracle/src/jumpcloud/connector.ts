// The connector at work: pushes of one object go one after the other, what may pass is tried three times more, and then it is dropped.
import type { Fault } from '@scimulator/shared/behaviour'
import { bringGroup } from './bring-group.ts'
import { bringUser } from './bring-user.ts'
import { joins, type Push } from './pushes.ts'
import type { Situation } from './situation.ts'
import type { Source } from './source.ts'
import type { Target } from './target.ts'

/** Tries of one push after the first (jumpcloud.md 3.5). */
const RETRIES = 3

interface Waiting {
  readonly push: Push
  readonly tries: number
}

export class Connector {
  readonly users = new Map<string, string>()
  readonly groups = new Map<string, string>()
  readonly notes = new Set<string>()
  readonly #target: Target
  #waiting: Waiting[] = []

  constructor(target: Target) {
    this.#target = target
  }

  /** Whether something is to be tried again, or stands behind what is. */
  get isWaiting(): boolean {
    return this.#waiting.length > 0
  }

  /** At once, as far as nothing of the same object is to be tried again first. */
  push(pushes: readonly Push[], source: Source, faults: readonly Fault[]): void {
    const queue = [...pushes]
    for (let push = queue.shift(); push; push = queue.shift()) {
      if (this.#stands(push)) this.#waiting.push({ push, tries: 0 })
      else queue.push(...this.#try({ push, tries: 0 }, source, faults, queue))
    }
  }

  /** Until nothing is tried again any more. */
  wait(source: Source, faults: readonly Fault[]): void {
    while (this.#waiting.length > 0) {
      const queue = this.#waiting
      this.#waiting = []
      for (const [at, one] of queue.entries()) {
        const behind = queue.slice(at + 1).map(({ push }) => push)
        if (this.#stands(one.push)) this.#waiting.push(one)
        else for (const owed of this.#try(one, source, faults, behind)) this.#waiting.push({ push: owed, tries: 0 })
      }
    }
  }

  #stands(push: Push): boolean {
    return this.#waiting.some((other) => touches(other.push, push))
  }

  /** @returns what is owed because of it */
  #try({ push, tries }: Waiting, source: Source, faults: readonly Fault[], behind: readonly Push[]): readonly Push[] {
    const { users, groups, notes } = this
    const now: Situation = { target: this.#target, source, faults, users, groups, notes }
    const before = push.kind === 'user' ? users.get(push.user) : undefined
    const tried = push.kind === 'user' ? bringUser(now, push) : bringGroup(now, push)
    if (tried === 'again' && tries < RETRIES) this.#waiting.push({ push, tries: tries + 1 })
    else if (tried !== 'done') notes.add('a push that was dropped')
    else if (tries > 0) notes.add('a push that came through later')
    const waiting = [...behind, ...this.#waiting.map((one) => one.push)]
    return push.kind === 'user' && push.inScope ? this.#owed(push.user, before, source, waiting) : []
  }

  /** A user who is known at last is in no group yet, and those that wait bring the person anyway (switch membershipAfterHeal). */
  #owed(user: string, before: string | undefined, source: Source, waiting: readonly Push[]): readonly Push[] {
    const id = this.users.get(user)
    if (id === undefined || id === before) return []
    const isComing = (group: string) => waiting.some((push) => brings(push, user, group))
    return joins(source, user).filter((push) => 'group' in push && !isComing(push.group))
  }
}

function brings(push: Push, user: string, group: string): boolean {
  if (push.kind === 'group') return push.group === group && push.members.includes(user)
  return push.kind === 'add' && push.group === group && push.user === user
}

/** Whether one must be over before the other begins. */
function touches(one: Push, other: Push): boolean {
  const objects = objectsOf(one)
  return objectsOf(other).some((object) => objects.includes(object))
}

function objectsOf(push: Push): readonly string[] {
  if (push.kind === 'user') return [push.user]
  if (push.kind === 'group') return [push.group, ...push.members]
  return 'user' in push ? [push.group, push.user] : [push.group]
}
