// The queue at work. It has no branch on meaning: the planner says what to push, conversations say how, `settle` says what follows.
import {
  type Activity,
  type Conversation,
  converse,
  type Exchange,
  noted,
  type Send,
} from '@scimulator/shared/provisioning'
import type { Schedule, ScheduleEntry } from '@scimulator/shared/runtime'
import type { Behaviour } from '../behaviour.ts'
import { activeConnector } from '../directory/application.ts'
import type { Provisioned } from '../directory/provisioned.ts'
import type { Push, PushIntent } from '../directory/push.ts'
import type { Change } from '../state/change.ts'
import type { OrgView } from '../state/view.ts'
import { conversationFor } from './conversation-for.ts'
import { createLineUp } from './line-up.ts'
import { membershipsOwed } from './memberships-owed.ts'
import type { PushOutcome } from './outcome.ts'
import { settle } from './settle.ts'

export interface PusherOptions {
  readonly view: OrgView
  readonly behaviour: Behaviour
  readonly schedule: Schedule
  readonly send: Send
  commit(changes: readonly Change[]): void
  /** Gives intents their place in the queue; `take` takes them up once they are committed. */
  enqueue(intents: readonly PushIntent[]): readonly Push[]
  durable(): Promise<void>
  /** Tells Directory Insights what was tried. */
  log(push: Push, provisioned: readonly Provisioned[]): void
}

export const ACTOR = 'jumpcloud'
const ABORTED = 'aborted: the integration was deactivated while the update was in flight'

/** Pushes that are due at one moment. */
interface Alarm {
  readonly entry: ScheduleEntry
  readonly seqs: Set<number>
}

export class Pusher {
  readonly #options: PusherOptions
  #lines = createLineUp()
  /** Due pushes that stand first, by application, in the order in which they became so. */
  readonly #ready = new Map<string, Set<number>>()
  readonly #sending = new Map<number, string>()
  readonly #aborted = new Set<number>()
  readonly #alarms = new Map<number, Alarm>()
  #running = new Set<Promise<void>>()
  #failure: unknown
  #isClosed = false
  /** Counts the states that were put in place of one another. */
  #generation = 0

  constructor(options: PusherOptions) {
    this.#options = options
  }

  /** Takes up pushes that are in the state already: new ones, and after a start those that were left. */
  take(pushes: Iterable<Push>): void {
    for (const push of pushes) {
      this.#lines.join(push)
      if (this.#lines.isFirst(push)) this.#arm(push)
    }
  }

  /** Drops all pushes of an application; each is logged as an error. What is in flight is not carried on. */
  abort(applicationId: string): void {
    const { view, commit, log } = this.#options
    const own = [...view.pushes.values()].filter((push) => push.applicationId === applicationId)
    for (const push of own) {
      if (this.#sending.has(push.seq)) this.#aborted.add(push.seq)
      else {
        log(push, [aborted(push)])
        commit([{ kind: 'push.delete', seq: push.seq }])
        this.#lines.leave(push)
        this.#ready.get(applicationId)?.delete(push.seq)
      }
    }
  }

  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running)
    if (this.#failure) throw this.#failure
  }

  /** Starts nothing more; what is in flight ends. */
  async close(): Promise<void> {
    this.#isClosed = true
    await this.idle()
  }

  /** Forgets the queue, after the state was replaced. */
  restart(): void {
    this.#generation += 1
    this.#lines = createLineUp()
    this.#sending.clear()
    this.#aborted.clear()
    this.#ready.clear()
    for (const { entry } of this.#alarms.values()) entry.cancel()
    this.#alarms.clear()
  }

  #arm(push: Push): void {
    const { schedule } = this.#options
    if (push.due <= schedule.now()) {
      this.#enter(push)
      return
    }
    const others = this.#alarms.get(push.due)
    if (others) others.seqs.add(push.seq)
    else {
      const entry = schedule.at(push.due, ACTOR, () => this.#wake(push.due), 'a push is tried again')
      this.#alarms.set(push.due, { entry, seqs: new Set([push.seq]) })
    }
  }

  #wake(due: number): void {
    const { seqs = [] } = this.#alarms.get(due) ?? {}
    this.#alarms.delete(due)
    for (const seq of seqs) {
      const push = this.#options.view.pushes.get(seq)
      if (push) this.#enter(push)
    }
  }

  #enter(push: Push): void {
    const ready = this.#ready.get(push.applicationId) ?? new Set()
    this.#ready.set(push.applicationId, ready.add(push.seq))
    this.#start(push.applicationId)
  }

  #start(applicationId: string): void {
    const { behaviour, view } = this.#options
    const ready = this.#ready.get(applicationId) ?? new Set<number>()
    for (const seq of ready) {
      if (this.#isClosed || this.#sendingOf(applicationId) >= behaviour.pushConcurrency) return
      ready.delete(seq)
      const push = view.pushes.get(seq)
      if (push) this.#track(this.#carry(push))
    }
  }

  #sendingOf(applicationId: string): number {
    return [...this.#sending.values()].filter((id) => id === applicationId).length
  }

  #track(work: Promise<void>): void {
    const tracked: Promise<void> = work
      .catch((error: unknown) => {
        this.#failure ??= error
      })
      .finally(() => this.#running.delete(tracked))
    this.#running.add(tracked)
  }

  /** One attempt. That it is under way is journalled before the first request, and what came of it before anything else for that object. */
  async #carry(push: Push): Promise<void> {
    const { view, commit, durable } = this.#options
    const generation = this.#generation
    this.#sending.set(push.seq, push.applicationId)
    commit([{ kind: 'push.put', push: { ...push, state: 'sending' } }])
    await durable()
    const connector = activeConnector(view.applications.get(push.applicationId))
    const outcome = connector
      ? await this.#hold(push, conversationFor(view, push, connector, this.#options.behaviour))
      : { result: 'failed' as const, provisioned: [aborted(push)] }
    if (generation !== this.#generation) return
    this.#sending.delete(push.seq)
    await this.#finish(push, outcome)
  }

  async #hold(push: Push, conversation: Conversation<PushOutcome>): Promise<PushOutcome> {
    const { send, schedule } = this.#options
    const activity: Activity = { kind: 'push' }
    const outcome = await converse(conversation, async (request): Promise<Exchange> => {
      if (!this.#aborted.has(push.seq)) return send(noted(request, { activity, subject: subjectOf(push.work) }))
      return { request, startedAt: schedule.now(), durationMs: 0, failure: { kind: 'blocked', message: ABORTED } }
    })
    if (!this.#aborted.delete(push.seq)) return outcome
    return { ...outcome, result: 'failed', provisioned: [aborted(push)] }
  }

  async #finish(push: Push, outcome: PushOutcome): Promise<void> {
    const { view, behaviour, schedule, commit, durable, log } = this.#options
    const isGone = !view.applications.has(push.applicationId)
    // An application that was deleted meanwhile has nothing to remember.
    const settled = settle(push, isGone ? withoutLink(outcome) : outcome, schedule.now(), behaviour)
    const owed = this.#options.enqueue(membershipsOwed(view, push, outcome, this.#behind(push), behaviour))
    log(push, settled.provisioned)
    commit([...settled.changes, ...owed.map((each) => ({ kind: 'push.put', push: each }) as const)])
    await durable()
    this.take(owed)
    if (settled.again) this.#arm(settled.again)
    else this.#next(push)
    this.#start(push.applicationId)
  }

  /** What waits in the line of a user behind `push`. */
  #behind({ applicationId, work, seq }: Push): Push[] {
    if (work.kind !== 'user') return []
    return this.#lines.lineOf(applicationId, work.user._id).flatMap((other) => {
      const push = other === seq ? undefined : this.#options.view.pushes.get(other)
      return push ? [push] : []
    })
  }

  #next(push: Push): void {
    for (const seq of this.#lines.leave(push)) {
      const next = this.#options.view.pushes.get(seq)
      if (next && this.#lines.isFirst(next)) this.#arm(next)
    }
  }
}

function withoutLink({ result, provisioned }: PushOutcome): PushOutcome {
  return { result, provisioned }
}

function aborted({ work }: Push): Provisioned {
  if (work.kind === 'user') {
    return { type: work.inScope ? 'user_update_provision' : 'user_deprovision', success: false, error: ABORTED }
  }
  const type = work.kind === 'group-delete' ? 'group_delete_provision' : 'group_update_provision'
  return { type, success: false, error: ABORTED }
}

function subjectOf(work: Push['work']): { readonly id: string; readonly name: string } {
  if (work.kind !== 'user') return { id: work.groupId, name: work.name }
  const { _id, displayname, username } = work.user
  return { id: _id, name: displayname === undefined || displayname === '' ? username : displayname }
}
