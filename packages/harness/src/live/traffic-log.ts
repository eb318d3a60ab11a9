import { type EventHub, redactExchange, requestTarget } from '@scimulator/shared/http'
import {
  type Activity,
  type Exchange,
  noteOf,
  type RequestNote,
  type ScimRequest,
  type Send,
} from '@scimulator/shared/provisioning'
import { describeExchange, type ExchangeNote } from './describe-exchange.ts'
import type { Effect } from './effects.ts'

/** An exchange without its bodies: what a list shows. */
export interface TrafficHead extends ExchangeNote {
  /** Number of the event that told of it. */
  readonly seq: number
  readonly sender: string
  readonly method: string
  readonly url: string
  /** Whether the purpose was read from the bytes, because the sender has said none. */
  readonly guessed: boolean
  /** What follows the base URL of the receiver's SCIM endpoint, else the path. */
  readonly path: string
  /** Number of the newest event when it was sent: whatever lies between that and its own happened meanwhile. */
  readonly startedSeq: number
  /** Of both bodies. */
  readonly bytes: number
  /** When it was sent, milliseconds since the epoch, by the clock of the world. */
  readonly at: number
  readonly durationMs: number
  readonly status: number | null
  /** Why there was no answer. */
  readonly failure: string | null
  /** The piece of work that it belongs to, and its number; null when the sender has not said. */
  readonly activity: Activity['kind'] | null
  readonly run: number | null
  /** Whom it is about at the source, as the sender says. */
  readonly subject: { readonly id: string; readonly name: string } | null
  /** Of a connection test: `T1` to `T10`. */
  readonly step: string | null
  /** What struck it on the way: `answer 503`. */
  readonly fault: string | null
  /** Findings that it shows, at somebody's own endpoint. */
  readonly findings: readonly ShownFinding[]
  /** Whether the answer had somebody in it who is not ours, and is not shown. */
  readonly covered: boolean
  /** What it changed at the receiver. */
  readonly effects: readonly Effect[]
}

/** A finding beside the exchange that shows it. */
export interface ShownFinding {
  readonly id: string
  readonly title: string
}

/** A piece of work, and its number. */
export interface Run {
  readonly sender: string
  readonly activity: Activity['kind']
  readonly run: number
}

/** What else is known of a request, by observers of the wire. */
export interface Beside {
  effectsOf(request: ScimRequest): Promise<readonly Effect[]>
  /** Whether the program that was written to tells every change, so that no effect means that nothing was changed. */
  tellsAll(): boolean
  faultOf(request: ScimRequest): string | null
  findingsOf(request: ScimRequest): readonly ShownFinding[]
  covered(exchange: Exchange): Exchange
  /** Told before the first exchange of a piece of work is. */
  began(run: Run, work: Activity): void
}

export interface KeptExchange {
  readonly head: TrafficHead
  /** Redacted. */
  readonly exchange: Exchange
}

/** Where every exchange is put that memory may forget: what was on the wire outlives the process. */
export interface TrafficArchive {
  append(kept: KeptExchange): void
  /** How many it has. */
  count(): number
  /** The nearest before a number, oldest first. */
  before(seq: number, limit: number): readonly KeptExchange[]
  /** The nearest after a number, oldest first. */
  after(seq: number, limit: number): readonly KeptExchange[]
  clear(): void
}

/** A part of the wire, by numbers that are not in it. */
interface Part {
  readonly before?: number | undefined
  readonly after?: number | undefined
}

export interface TrafficLog {
  /** A `Send` whose exchanges are kept under the sender's name, told as events of the topic `exchange`, and answered with their number. */
  recording(send: Send, sender: string): Send
  /** A text that must not be kept. */
  addSecret(secret: string): void
  /** Oldest first. */
  kept(): readonly KeptExchange[]
  /** The nearest after `after`, else before `before`, oldest first; also those that are only in the archive. */
  near(part: Part, limit: number): readonly KeptExchange[]
  /** Also one that is only in the archive. */
  find(seq: number): KeptExchange | undefined
  /** The request as it was sent, with its secrets: to be sent again, and for nothing else. */
  sentAs(seq: number): ScimRequest | undefined
  /** The newest of a sender after that number. */
  newestBy(sender: string, after: number): TrafficHead | undefined
  /** How many are held in memory. */
  readonly limit: number
  /** How many memory no longer holds; an archive has them. */
  dropped(): number
  clear(): void
}

const NOTHING_BESIDE: Beside = {
  effectsOf: async () => [],
  tellsAll: () => false,
  faultOf: () => null,
  findingsOf: () => [],
  covered: (exchange) => exchange,
  began: () => {},
}

/**
 * @param limit how many exchanges are held
 * @param archive has those that were kept before this process began, too
 */
export function createTrafficLog(
  hub: EventHub,
  limit = 10_000,
  given: Partial<Beside> = {},
  archive?: TrafficArchive,
): TrafficLog {
  const beside = { ...NOTHING_BESIDE, ...given }
  const secrets = new Set<string>()
  const names = new Map<string, string>()
  const memory = new TrafficMemory(limit, archive)
  const runOf = numberedRuns(memory.kept(), beside.began)

  async function keep(request: ScimRequest, whole: Exchange, by: Pick<TrafficHead, 'sender' | 'startedSeq'>) {
    const shown = beside.covered(whole)
    const exchange = redactExchange(shown, secrets)
    const said = noteOf(request)
    const note = named(moreExactly(describeExchange(exchange), said), names)
    const head = {
      ...headOf(exchange, note),
      ...by,
      ...runOf(said?.activity, by.sender),
      guessed: said?.purpose === undefined,
      subject: said?.subject ?? null,
      step: said?.step ?? null,
      covered: shown !== whole,
      ...(await seenBeside(beside, request, { exchange, note })),
    }
    const seq = hub.publish('exchange', head)
    memory.keep({ head: { ...head, seq }, exchange }, request)
    return seq
  }

  return {
    limit,
    recording: (send, sender) => async (request) => {
      const startedSeq = hub.seq
      const exchange = await send(request)
      return { ...exchange, number: await keep(request, exchange, { sender, startedSeq }) }
    },
    addSecret: (secret) => void secrets.add(secret),
    kept: () => memory.kept(),
    near: (part, most) => nearIn(memory.kept(), part, most, archive),
    find: (seq) => memory.find(seq),
    sentAs: (seq) => memory.sentAs(seq),
    newestBy: (sender, after) => memory.newestBy(sender, after),
    dropped: () => memory.dropped,
    clear() {
      memory.clear()
      names.clear()
    },
  }
}

/** The newest exchanges, and the requests as they were sent. An archive has all of them. */
class TrafficMemory {
  readonly #limit: number
  readonly #archive: TrafficArchive | undefined
  readonly #held: Map<number, KeptExchange>
  readonly #sent = new Map<number, ScimRequest>()
  #dropped: number

  constructor(limit: number, archive: TrafficArchive | undefined) {
    const earlier = archive?.before(Number.POSITIVE_INFINITY, limit) ?? []
    this.#limit = limit
    this.#archive = archive
    this.#held = new Map(earlier.map((kept) => [kept.head.seq, kept]))
    this.#dropped = (archive?.count() ?? 0) - this.#held.size
  }

  get dropped(): number {
    return this.#dropped
  }

  keep(kept: KeptExchange, request: ScimRequest): void {
    const { seq } = kept.head
    this.#held.set(seq, kept)
    this.#archive?.append(kept)
    this.#sent.set(seq, request)
    const [oldest] = this.#held.size > this.#limit ? this.#held.keys() : []
    if (oldest === undefined) return
    this.#held.delete(oldest)
    this.#sent.delete(oldest)
    this.#dropped += 1
  }

  kept(): readonly KeptExchange[] {
    return [...this.#held.values()]
  }

  find(seq: number): KeptExchange | undefined {
    return this.#held.get(seq) ?? this.#archive?.after(seq - 1, 1).find(({ head }) => head.seq === seq)
  }

  sentAs(seq: number): ScimRequest | undefined {
    return this.#sent.get(seq)
  }

  newestBy(sender: string, after: number): TrafficHead | undefined {
    const later = [...this.#held.values()].slice(-100).map(({ head }) => head)
    return later.findLast((head) => head.sender === sender && head.seq > after)
  }

  clear(): void {
    this.#held.clear()
    this.#sent.clear()
    this.#dropped = 0
    this.#archive?.clear()
  }
}

/** What observers of the wire know of it. */
async function seenBeside(
  { faultOf, findingsOf, effectsOf, tellsAll }: Beside,
  request: ScimRequest,
  seen: { readonly exchange: Exchange; readonly note: ExchangeNote },
): Promise<Pick<TrafficHead, 'fault' | 'findings' | 'effects'>> {
  const effects = orNone(await effectsOf(request), tellsAll() ? seen : undefined)
  return { fault: faultOf(request), findings: findingsOf(request), effects }
}

/** Numbers pieces of work as they come, and goes on after those that are known. */
function numberedRuns(known: readonly KeptExchange[], began: Beside['began']) {
  const runs = new WeakMap<Activity, number>()
  let last = known.reduce((most, { head }) => Math.max(most, head.run ?? 0), 0)
  return (work: Activity | undefined, sender: string): Pick<TrafficHead, 'activity' | 'run'> => {
    if (!work) return { activity: null, run: null }
    const activity = work.kind
    const run = runs.get(work)
    if (run !== undefined) return { activity, run }
    last += 1
    runs.set(work, last)
    began({ sender, activity, run: last }, work)
    return { activity, run: last }
  }
}

function nearIn(
  held: readonly KeptExchange[],
  { before = Number.POSITIVE_INFINITY, after }: Part,
  limit: number,
  archive: TrafficArchive | undefined,
): readonly KeptExchange[] {
  if (after === undefined)
    return archive?.before(before, limit) ?? held.filter(({ head }) => head.seq < before).slice(-limit)
  const later = archive?.after(after, limit) ?? held.filter(({ head }) => head.seq > after).slice(0, limit)
  return later.filter(({ head }) => head.seq < before)
}

/** A write that was answered well and has changed nothing says so. @param told where every change is told */
function orNone(
  effects: readonly Effect[],
  told: { readonly exchange: Exchange; readonly note: ExchangeNote } | undefined,
): readonly Effect[] {
  if (effects.length > 0 || told === undefined) return effects
  const { exchange, note } = told
  const { status = 0 } = exchange.response ?? {}
  if (exchange.request.method === 'GET' || note.object === null || status < 200 || status >= 300) return effects
  const object = note.object === 'group' ? 'user group' : 'member'
  const { objectId, name } = note
  const about = { object, objectId, name: name ?? objectId ?? '' }
  return [{ source: 'own', ...about, action: 'none', reason: null, attributes: [] }]
}

/** The sender knows what a request is for; that a change is one of being active, the bytes say more exactly. */
function moreExactly(note: ExchangeNote, said: RequestNote | undefined): ExchangeNote {
  const purpose = said?.purpose
  if (purpose === undefined) return note
  const isNews = purpose === 'update' && (note.purpose === 'enable' || note.purpose === 'disable')
  return isNews ? note : { ...note, purpose }
}

/** A request that names nobody is about somebody who was named before. */
function named(note: ExchangeNote, names: Map<string, string>): ExchangeNote {
  const { objectId, name } = note
  if (objectId === null) return note
  if (name !== null) names.set(objectId, name)
  return { ...note, name: name ?? names.get(objectId) ?? null }
}

type Seen = Omit<
  TrafficHead,
  | 'seq'
  | 'sender'
  | 'startedSeq'
  | 'activity'
  | 'run'
  | 'guessed'
  | 'subject'
  | 'step'
  | 'fault'
  | 'findings'
  | 'covered'
  | 'effects'
>

function headOf(exchange: Exchange, note: ExchangeNote): Seen {
  const { request, response, failure, startedAt, durationMs } = exchange
  return {
    method: request.method,
    url: request.url,
    path: pathOf(request.url),
    at: startedAt,
    durationMs,
    bytes: lengthOf(request.body) + lengthOf(response?.body),
    status: response?.status ?? null,
    failure: failure ? `${failure.kind}: ${failure.message}` : null,
    ...note,
  }
}

function lengthOf(body: string | undefined): number {
  return Buffer.byteLength(body ?? '')
}

function pathOf(url: string): string {
  const { pathname, search } = requestTarget(url)
  const query = search === '' ? '' : `?${search}`
  return `${pathname.replace(/^.*?\/scim(?:\/[^/]+)?\/v2(?=\/)/, '')}${query}`
}
