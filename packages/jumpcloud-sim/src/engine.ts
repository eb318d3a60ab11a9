// Where acts become facts. One event is one step: its changes and the pushes that it causes are committed together, in one tick, and
// Directory Insights is told in the same tick.

import { withIdCounters } from '@scimulator/shared/program'
import { type Conversation, converse, type Send } from '@scimulator/shared/provisioning'
import type { Ids, Schedule } from '@scimulator/shared/runtime'
import type { Store, Stream } from '@scimulator/shared/store'
import type { Behaviour } from './behaviour.ts'
import { type ActContext, instant } from './directory/context.ts'
import type { Provisioned } from './directory/provisioned.ts'
import type { Push, PushIntent } from './directory/push.ts'
import type { Initiator, InsightsEvent, InsightsFacts } from './insights/event.ts'
import { renderDirectoryEvent } from './insights/render-directory-event.ts'
import { renderProvisioned } from './insights/render-provisioned.ts'
import { planPush } from './push/plan.ts'
import { Pusher } from './push/pusher.ts'
import type { Change } from './state/change.ts'
import { changesOf, type DirectoryEvent } from './state/directory-event.ts'
import { owedByRules, recompute } from './state/dynamic-groups.ts'
import type { OrgView } from './state/view.ts'
import { createTimekeeper, type Timekeeper } from './timekeeper.ts'

export interface EngineOptions {
  readonly view: OrgView
  readonly store: Store<Change>
  readonly schedule: Schedule
  readonly ids: Ids
  readonly send: Send
  readonly behaviour: Behaviour
  /** Whom of a target's users an import takes, by their ids there. */
  imports(id: string): boolean
}

/** A mail to an administrator; only imports send one. */
export interface Mail {
  readonly at: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** What became of one entry of a bulk job. */
export interface BulkResult {
  readonly jobId: string
  readonly at: string
  readonly userId?: string
  readonly problem?: string
  readonly fields: unknown
}

/** Events that memory keeps; with a data folder Directory Insights reads the older ones from it. */
const INSIGHTS_LIMIT = 100_000

const SYSTEM: Initiator = { type: 'system', source: 'jumpcloud' }

export class Engine {
  readonly view: OrgView
  readonly behaviour: Behaviour
  readonly ids: Ids
  readonly insights: Stream<InsightsEvent>
  readonly mails: Stream<Mail>
  readonly bulkResults: Stream<BulkResult>
  readonly #options: EngineOptions
  readonly #pusher: Pusher
  readonly #timekeeper: Timekeeper
  readonly #talks = new Set<Promise<unknown>>()
  #lastPush = 0

  constructor(options: EngineOptions) {
    const { view, store, schedule, behaviour, send } = options
    this.#options = options
    this.view = view
    this.behaviour = behaviour
    this.ids = options.ids
    this.insights = store.stream<InsightsEvent>('insights', { limit: INSIGHTS_LIMIT })
    this.mails = store.stream<Mail>('mails')
    this.bulkResults = store.stream<BulkResult>('bulk-results')
    this.#pusher = new Pusher({
      view,
      behaviour,
      schedule,
      send,
      commit: (changes) => this.commit(changes),
      enqueue: (intents) => this.#queued(intents),
      durable: () => store.durable(),
      log: (push, tried) => this.#logProvisioned(push, tried),
    })
    this.#timekeeper = createTimekeeper({ view, schedule, happen: (event) => this.happen(event, SYSTEM) })
  }

  get context(): ActContext {
    return { now: this.#options.schedule.now(), ids: this.ids }
  }

  /** Makes an event happen: facts, pushes and log together; then whatever dynamic groups demand because of it. */
  happen(event: DirectoryEvent, by: Initiator): void {
    const insights = renderDirectoryEvent(this.view, event, by)
    const pushes = this.#queued(planPush(this.view, event, this.behaviour))
    this.commit([...changesOf(event), ...pushes.map((push) => ({ kind: 'push.put', push }) as const)])
    for (const facts of insights) this.log(facts)
    this.#pusher.take(pushes)
    this.#timekeeper.heard(event)
    for (const consequence of recompute(this.view, event)) this.happen(consequence, SYSTEM)
  }

  commit(changes: readonly Change[]): void {
    const { ids, view } = this
    this.#options.store.commit(
      withIdCounters(changes, ids, view.counters, (counters): Change => ({ kind: 'ids.put', counters })),
    )
  }

  log(facts: InsightsFacts): void {
    this.insights.append({
      id: this.ids.uuid('insight'),
      timestamp: instant(this.#options.schedule.now()),
      service: 'directory',
      organization: this.view.organization?.id ?? '',
      '@version': '1',
      ...facts,
    })
  }

  /** Holds a conversation outside the queue: Test Connection, import. */
  async talk<Outcome>(conversation: Conversation<Outcome>): Promise<Outcome> {
    const talk = converse(conversation, this.#options.send)
    this.#talks.add(talk)
    try {
      return await talk
    } finally {
      this.#talks.delete(talk)
    }
  }

  /** Whether an import takes this user of a target. */
  imports(id: string): boolean {
    return this.#options.imports(id)
  }

  abortPushes(applicationId: string): void {
    this.#pusher.abort(applicationId)
  }

  /** Takes up what a stored state says is to do: pushes that were left, dates to wait for, what rules of groups demand. */
  resume(): void {
    this.ids.resume(this.view.counters)
    this.#lastPush = Math.max(this.#lastPush, 0, ...this.view.pushes.keys())
    this.#pusher.take([...this.view.pushes.values()].sort((a, b) => a.seq - b.seq))
    this.#timekeeper.resume()
    for (const event of owedByRules(this.view)) this.happen(event, SYSTEM)
  }

  /** The state was replaced: forgets what was planned for the old one. */
  restart(): void {
    this.#pusher.restart()
    this.resume()
  }

  async idle(): Promise<void> {
    await Promise.all(this.#talks)
    await this.#pusher.idle()
  }

  durable(): Promise<void> {
    return this.#options.store.durable()
  }

  async close(): Promise<void> {
    this.#timekeeper.stop()
    await this.#pusher.close()
  }

  /** All pushes of one event wait equally long. */
  #queued(intents: readonly PushIntent[]): Push[] {
    if (intents.length === 0) return []
    const { latencyMs } = this.behaviour
    const latency = latencyMs === 0 ? 0 : Math.floor(this.ids.random('latency') * latencyMs)
    const due = this.#options.schedule.now() + latency
    return intents.map((intent) => {
      this.#lastPush += 1
      return { ...intent, seq: this.#lastPush, attempts: 0, due, state: 'waiting' }
    })
  }

  #logProvisioned(push: Push, tried: readonly Provisioned[]): void {
    const gone = { id: push.applicationId, displayLabel: 'deleted application' }
    const application = this.view.applications.get(push.applicationId) ?? gone
    for (const each of tried) this.log(renderProvisioned(push, application, each))
  }
}
