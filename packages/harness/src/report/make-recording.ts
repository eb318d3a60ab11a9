// From what a run has noted to its recording: what each step changed, what brought it about, and the whole views now and then. Pure.

import type { RecordedExchange } from '@scimulator/shared/http'
import { isoTime } from '@scimulator/shared/runtime'
import type { JsonObject } from '@scimulator/shared/scim'
import { asText } from '@scimulator/shared/scim'
import type { EffectRecord, ExchangeRecord, Recording, StepRecord, ViewChange, Views } from './recording.ts'
import { SeenDirectory, type SeenViews } from './seen-directory.ts'

/** A step as it was noted: what the views showed where they were read, and nothing of what follows from it. */
export interface NotedStep extends Omit<StepRecord, 'n' | 'exchanges' | 'views'> {
  /** How many exchanges there were when it began, and when it had ended. */
  readonly from: number
  readonly to: number
  /** Views that were read after it. */
  readonly read?: Views
}

export interface Noted {
  readonly story: Recording['story']
  readonly company?: string
  readonly directory: Recording['directory']
  /** Whether the directory is our own receiver's, which says itself what has changed. */
  readonly isOwn?: boolean
  readonly base?: Views
  readonly steps: readonly NotedStep[]
  /** Redacted, in their order. */
  readonly exchanges: readonly RecordedExchange[]
  /** Puts the names of the scenario in the place of those that stand on the wire. */
  readonly plain?: <Value>(value: Value) => Value
}

/** Characters of a body that are kept. */
const LONGEST_BODY = 64 * 1024

/** Exchanges from one key frame to the next. */
const FRAME = 500

export function makeRecording(noted: Noted): Recording {
  const { story, company = '', directory, exchanges, base = {} } = noted
  const told = new Telling(noted)
  return {
    version: 1,
    story: { ...story },
    company,
    directory,
    base,
    steps: noted.steps.map((step, index) => told.step(step, index + 1)),
    exchanges: exchanges.map(exchangeRecord),
    effects: told.effects,
    keyFrames: told.keyFrames,
  }
}

/** Goes through the steps once, with the views as they are by then. */
class Telling {
  readonly effects: EffectRecord[] = []
  readonly keyFrames: Recording['keyFrames'] = []
  readonly #exchanges: readonly RecordedExchange[]
  readonly #plain: <Value>(value: Value) => Value
  readonly #isOwn: boolean
  readonly #seen = new SeenDirectory()
  readonly #items = new WeakMap<JsonObject, Item>()
  #views: Views
  #framedAt = 0
  #seenTo = 0

  constructor({ exchanges, base = {}, plain = (value) => value, isOwn = false }: Noted) {
    this.#exchanges = exchanges
    this.#isOwn = isOwn
    this.#plain = plain
    this.#views = base
  }

  step({ from, to, read, ...step }: NotedStep, n: number): StepRecord {
    const before = this.#views
    for (const end of this.#frameEnds(from, to)) {
      this.#goOn(from, end, n)
      this.#framedAt = end
      this.keyFrames.push({ step: n, exchange: end, views: this.#views })
    }
    if (to > this.#seenTo || read) this.#goOn(from, to, n, read)
    return { ...step, n, exchanges: { from: from + 1, to }, views: changesBetween(before, this.#views) }
  }

  /** A frame is due in the middle of a long step as well. */
  #frameEnds(from: number, to: number): readonly number[] {
    const first = Math.max(this.#framedAt + FRAME, from)
    const count = Math.max(0, Math.floor((to - first) / FRAME) + 1)
    return Array.from({ length: count }, (_, at) => first + at * FRAME)
  }

  /** Up to an exchange: what it and those before it have shown. @param first of the step */
  #goOn(first: number, to: number, n: number, read?: Views): void {
    for (const exchange of this.#exchanges.slice(this.#seenTo, to)) this.#seen.see(exchange)
    this.#seenTo = Math.max(to, this.#seenTo)
    if (read) this.#seen.read(read)
    const after = this.#named(this.#seen.views())
    const sent = this.#exchanges.slice(first, to)
    this.effects.push(
      ...effectsOf(changesBetween(this.#views, after), this.#views, sent, { n, sources: this.#sources() }),
    )
    this.#views = after
  }

  /** By view and key, as the recording calls them. */
  #sources(): (view: string, key: string) => EffectRecord['source'] {
    if (this.#isOwn) return () => 'own'
    const all = this.#seen.sources().map(([view, key, source]) => [`${view} ${this.#plain(key)}`, source] as const)
    const sources = new Map(all)
    return (view, key) => sources.get(`${view} ${key}`) ?? 'observed'
  }

  /** Keys are names too. */
  #named(views: SeenViews): Views {
    const items = (view: SeenViews[string]) =>
      Object.fromEntries(Object.entries(view).map(([key, item]) => [this.#plain(key), this.#itemOf(item)]))
    return Object.fromEntries(Object.entries(views).map(([name, view]) => [name, items(view)]))
  }

  /** What has not changed since is the same object, which need not be compared. */
  #itemOf(seen: JsonObject): Item {
    const known = this.#items.get(seen) ?? this.#plain(withoutNoise(seen))
    this.#items.set(seen, known)
    return known
  }
}

/** What every write changes and no page asks about. */
const NOISE: ReadonlySet<string> = new Set(['schemas', 'meta'])

function withoutNoise(item: JsonObject): Item {
  return Object.fromEntries(Object.entries(item).filter(([name]) => !NOISE.has(name)))
}

function changesBetween(before: Views, after: Views): Record<string, ViewChange> {
  const changes = Object.entries(after).map(([name, items]) => {
    const old = before[name] ?? {}
    const set = Object.entries(items).filter(([key, item]) => !isSame(old[key], item))
    return [name, { set: Object.fromEntries(set), gone: Object.keys(old).filter((key) => !(key in items)) }] as const
  })
  return Object.fromEntries(changes.filter(([, { set, gone }]) => Object.keys(set).length > 0 || gone.length > 0))
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

function effectsOf(
  views: Readonly<Record<string, ViewChange>>,
  before: Views,
  sent: readonly RecordedExchange[],
  { n, sources }: { readonly n: number; sources(view: string, key: string): EffectRecord['source'] },
): readonly EffectRecord[] {
  return Object.entries(views).flatMap(([view, { set, gone }]) => {
    const old = before[view] ?? {}
    const one = (key: string, now: Item | undefined): EffectRecord => {
      const cause = writeAbout({ ...old[key], ...now }, sent)
      const what = { view, key, kind: kindOf(old[key], now), attributes: changedAttributes(old[key], now) }
      return { step: n, ...(cause ? { exchange: cause.seq } : {}), ...what, source: sources(view, key) }
    }
    return [...Object.entries(set).map(([key, item]) => one(key, item)), ...gone.map((key) => one(key, undefined))]
  })
}

type Item = Views[string][string]

function kindOf(old: Item | undefined, now: Item | undefined): EffectRecord['kind'] {
  if (!now) return 'deleted'
  if (!old) return 'created'
  if (old.active === now.active) return 'changed'
  return now.active === false ? 'deactivated' : 'reactivated'
}

function changedAttributes(old: Item = {}, now: Item = {}): EffectRecord['attributes'] {
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])]
  return names.flatMap((name) =>
    isSame(old[name], now[name]) ? [] : [{ name, old: old[name] ?? null, new: now[name] ?? null }],
  )
}

/** The last write that names the resource, by its id or by its name. */
function writeAbout(item: Item, sent: readonly RecordedExchange[]): RecordedExchange | undefined {
  const names = [item.id, item.userName, item.displayName].filter((name) => typeof name === 'string' && name !== '')
  return sent.findLast(
    ({ request, response }) =>
      request.method !== 'GET' &&
      names.some((name) =>
        [request.url, request.body ?? '', response?.body ?? ''].some((text) => text.includes(asText(name))),
      ),
  )
}

function exchangeRecord({
  seq,
  sender,
  startedAt,
  durationMs,
  request,
  response,
  failure,
}: RecordedExchange): ExchangeRecord {
  const { method, url, headers, body } = request
  const cut = tooMuch(body) + tooMuch(response?.body)
  return {
    n: seq,
    at: isoTime(startedAt),
    ms: Math.round(durationMs),
    sender,
    request: {
      method,
      url,
      headers: pairs(headers),
      ...(body === undefined ? {} : { body: body.slice(0, LONGEST_BODY) }),
    },
    ...(response
      ? {
          response: {
            status: response.status,
            headers: pairs(response.headers),
            body: response.body.slice(0, LONGEST_BODY),
          },
        }
      : {}),
    ...(failure ? { failure: { kind: failure.kind, message: failure.message } } : {}),
    ...(cut > 0 ? { cut } : {}),
  }
}

function tooMuch(body = ''): number {
  return Math.max(0, body.length - LONGEST_BODY)
}

function pairs(headers: readonly (readonly [string, string])[]): [string, string][] {
  return headers.map(([name, value]) => [name, value])
}
