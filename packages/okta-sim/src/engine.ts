// Where acts become facts and jobs become requests. An act is one step: its changes and the jobs that follow from it are committed
// together. A job stays until what came of it is committed, so that one that was cut off is done again; each begins by asking what is there.
import { VerbError } from '@scimulator/shared/behaviour'
import type { NoAccessToken } from '@scimulator/shared/oauth'
import type { Desk } from '@scimulator/shared/program'
import {
  type Activity,
  type Conversation,
  converse,
  noted,
  type RequestNote,
  type Send,
} from '@scimulator/shared/provisioning'
import type { ScheduleEntry } from '@scimulator/shared/runtime'
import type { Stream } from '@scimulator/shared/store'
import type { Behaviour } from './behaviour.ts'
import { put, type Step } from './plan/changes.ts'
import { nextJob } from './plan/next-job.ts'
import type { Org } from './plan/org.ts'
import type { Maker } from './plan/reconcile.ts'
import { settle } from './plan/settle.ts'
import type { Application, Connection } from './values/application.ts'
import type { Import, Job, Work } from './values/job.ts'
import type { Kinds } from './values/kinds.ts'
import { type LogEvent, type LogFacts, logEvent } from './values/log-event.ts'
import type { Outcome } from './values/outcome.ts'
import { ownWords } from './values/own-words.ts'
import { conversationFor } from './wire/conversation-for.ts'
import { needsToken, renewToken } from './wire/renew-token.ts'
import type { Line } from './wire/talk.ts'
import { withTimeLimit } from './wire/time-limit.ts'

const ACTOR = 'okta'

export class Engine {
  readonly org: Org
  readonly behaviour: Behaviour
  readonly log: Stream<LogEvent>
  readonly #desk: Desk<Kinds>
  readonly #send: Send
  /** Applications whose next job is under way. */
  readonly #working = new Map<string, Promise<void>>()
  readonly #renewing = new Map<string, Promise<Connection | NoAccessToken>>()
  readonly #alarms = new Map<string, ScheduleEntry>()
  #generation = 0
  #failure: unknown
  #isClosed = false

  constructor(desk: Desk<Kinds>, behaviour: Behaviour) {
    this.#desk = desk
    this.org = desk.state
    this.behaviour = behaviour
    this.log = desk.stream<LogEvent>('system-log')
    this.#send = withTimeLimit(desk.send, behaviour)
  }

  get maker(): Maker {
    const { ids, schedule } = this.#desk
    return {
      now: schedule.now(),
      behaviour: this.behaviour,
      id: (prefix) => `${prefix}${ids.objectId(prefix).slice(0, 17)}`,
    }
  }

  /** Makes a step happen; resolves when what follows at this instant has been sent. */
  async act(step: Step): Promise<void> {
    this.#happen(step)
    this.#start()
    await this.idle()
  }

  /** Makes a step happen and lets what follows go on by itself, as a caller of the API sees it. */
  begin(step: Step): void {
    this.#happen(step)
    this.#start()
  }

  /** Resolves when all that was committed is durable. */
  durable(): Promise<void> {
    return this.#desk.durable()
  }

  get now(): number {
    return this.#desk.schedule.now()
  }

  /** A secret, shown once. */
  secret(kind: string): string {
    return this.#desk.ids.token(kind)
  }

  /** Whom to talk to, with a token that holds. @throws VerbError `refused` where none can be had */
  async lineTo(application: Application, connection: Connection): Promise<Line> {
    const signed = await this.#signedIn(application, connection)
    if ('problem' in signed) throw new VerbError('refused', noToken(signed))
    return { application, connection: signed, behaviour: this.behaviour }
  }

  /** Holds a conversation outside the queue: an import, a test. */
  talk<Result>(conversation: Conversation<Result>, kind: Activity['kind']): Promise<Result> {
    const activity: Activity = { kind }
    return converse(conversation, (request) => this.#send(noted(request, { activity })))
  }

  async idle(): Promise<void> {
    while (this.#working.size > 0) await Promise.all(this.#working.values())
    if (this.#failure) throw this.#failure
  }

  /** Takes up what is left to send, and forgets what was planned for a state that was replaced. */
  resume(): void {
    this.#generation += 1
    this.#working.clear()
    this.#renewing.clear()
    this.#failure = undefined
    for (const alarm of this.#alarms.values()) alarm.cancel()
    this.#alarms.clear()
    this.#start()
  }

  async close(): Promise<void> {
    this.#isClosed = true
    for (const alarm of this.#alarms.values()) alarm.cancel()
    await Promise.all(this.#working.values())
  }

  #happen({ changes, log }: Step): void {
    if (changes.length > 0) this.#desk.commit(changes)
    for (const facts of log) this.#tell(facts)
  }

  #tell(facts: LogFacts): void {
    const { ids, schedule } = this.#desk
    this.log.append(logEvent(facts, ids.uuid('event'), new Date(schedule.now()).toISOString()))
  }

  #start(): void {
    if (this.#isClosed || this.#failure) return
    for (const { appId } of this.org.all('job')) {
      if (this.#working.has(appId)) continue
      const generation = this.#generation
      const work = this.#work(appId, generation)
        // A store that has stopped is told to the next who waits, not to the whole process.
        .catch((error: unknown) => {
          this.#failure ??= error
        })
        .finally(() => {
          if (generation === this.#generation) this.#working.delete(appId)
        })
      this.#working.set(appId, work)
    }
  }

  /** The jobs of an application one after another. */
  async #work(appId: string, generation: number): Promise<void> {
    for (let job = this.#next(appId); job; job = this.#next(appId)) {
      if (job.due > this.#desk.schedule.now()) return this.#wake(appId, job.due)
      await this.#desk.durable()
      const outcome = await this.#carry(job)
      if (generation !== this.#generation || this.#isClosed) return
      this.#happen(settle(this.org, job, outcome, this.behaviour, this.maker))
    }
  }

  #next(appId: string): Job | undefined {
    const own = this.org.all('job').filter((job) => job.appId === appId)
    return nextJob(own, this.#desk.schedule.now(), this.behaviour)
  }

  #wake(appId: string, due: number): void {
    this.#alarms.get(appId)?.cancel()
    this.#alarms.set(
      appId,
      this.#desk.schedule.at(due, ACTOR, () => this.#start(), 'what was refused for now is sent again'),
    )
  }

  async #carry(job: Job): Promise<Outcome> {
    const application = this.org.get('application', job.appId)
    if (!application?.connection) return { failed: ownWords('Provisioning is not enabled.'), did: [] }
    const connection = await this.#signedIn(application, application.connection)
    if ('problem' in connection) return { failed: noToken(connection), did: [] }
    const line = { application, connection, behaviour: this.behaviour }
    const drawn = {
      password: this.#desk.ids.token('password', 6),
      takes: (id: string) => !this.#desk.isTheirs?.(id),
    }
    const note = noteFor(job)
    return converse(conversationFor(this.org, job.work, line, drawn), (request) => this.#send(noted(request, note)))
  }

  /** Requests that find the token over share one renewal, which a server may grant once only. */
  #signedIn(application: Application, connection: Connection): Promise<Connection | NoAccessToken> {
    if (!needsToken(connection, this.now)) return Promise.resolve(connection)
    const known = this.#renewing.get(application.id)
    if (known !== undefined) return known
    const renewing = this.#renew(application.id, connection).finally(() => this.#renewing.delete(application.id))
    this.#renewing.set(application.id, renewing)
    return renewing
  }

  async #renew(appId: string, connection: Connection): Promise<Connection | NoAccessToken> {
    const generation = this.#generation
    const renewed = await converse(renewToken(connection, this.behaviour), (request) => this.#send(request))
    const application = this.org.get('application', appId)
    // Somebody may have said meanwhile how the application signs in now.
    const saved = application?.connection?.oauth === connection.oauth ? application?.connection : undefined
    if (generation !== this.#generation || application === undefined || saved === undefined) return renewed
    if ('problem' in renewed) return renewed
    const { baseUrl } = saved
    this.#desk.commit([put('application', appId, { ...application, connection: { ...renewed, baseUrl } })])
    return renewed
  }
}

function noToken({ problem }: NoAccessToken): string {
  return ownWords(`The access token is over, and there is no other: ${problem} Authenticate again.`)
}

function noteFor({ work }: Job): RequestNote {
  if (work.kind === 'import') return { activity: { kind: 'import' } }
  return { activity: { kind: 'push' }, subject: subjectOf(work) }
}

function subjectOf(work: Exclude<Work, Import>): { readonly id: string; readonly name: string } {
  if (work.kind === 'push-group') return { id: work.pushId, name: work.pushId }
  if (work.kind === 'delete-group') return { id: work.targetId, name: work.name }
  return { id: work.userId, name: work.userName }
}
