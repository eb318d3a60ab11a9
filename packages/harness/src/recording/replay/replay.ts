// Sends what was recorded at another endpoint, one after the other, and compares the answers. Ids and versions are those of the endpoint
// that is asked; who was there before the recording began is made first, from what the recording shows. Nothing is decided here about what
// may be sent: that is whose `send` it is.
import { type ExchangeEvidence, findingsShownBy } from '@scimulator/findings'
import type { Exchange, HeaderList, ScimRequest, Send } from '@scimulator/shared/provisioning'
import { asText, isJsonArray, isJsonObject, type JsonObject, parsedJson } from '@scimulator/shared/scim'
import { type AnswerDifference, compareAnswers } from './compare-answers.ts'
import { type Counterparts, createCounterparts } from './counterparts.ts'
import type { Traffic } from './read-traffic.ts'

export interface ReplayOptions {
  readonly send: Send
  /** Base URL of the endpoint, without a slash at its end. */
  readonly url: string
  /** How it is signed in to. */
  readonly headers: HeaderList
  /** Hears of each exchange when it is done. */
  readonly onStep?: (step: ReplayStep) => void
  /** Nothing more is sent once it is aborted. */
  readonly signal?: AbortSignal
}

export interface ReplayStep {
  /** Number in the recording, from 1. */
  readonly n: number
  readonly recorded: Exchange
  /** Undefined where it was left out, and then why. */
  readonly replayed?: Exchange
  readonly leftOut?: string
  readonly differences: readonly AnswerDifference[]
  /** Findings that the answer, or a look at the resource after it, leaves no doubt of. */
  readonly findings: readonly string[]
}

export interface Replayed {
  readonly steps: readonly ReplayStep[]
  /** Users and groups that were made because the recording shows them and never makes them. */
  readonly prepared: number
}

export async function replay({ exchanges, base }: Traffic, options: ReplayOptions): Promise<Replayed> {
  const replaying = new Replaying(base, options)
  const steps: ReplayStep[] = []
  for (const [at, recorded] of exchanges.entries()) {
    if (options.signal?.aborted) break
    const step = { n: at + 1, recorded, ...(await replaying.step(recorded)) }
    steps.push(step)
    options.onStep?.(step)
  }
  return { steps, prepared: replaying.prepared }
}

type Told = Omit<ReplayStep, 'n' | 'recorded'>

class Replaying {
  prepared = 0
  readonly #base: string
  readonly #options: ReplayOptions
  readonly #counterparts: Counterparts = createCounterparts()
  /** Paths of groups that were made from an answer without their members. */
  readonly #isPart = new Set<string>()
  /** What was seen last of each resource there, by its path. */
  readonly #seen = new Map<string, JsonObject>()

  constructor(base: string, options: ReplayOptions) {
    this.#base = base
    this.#options = options
  }

  async step(recorded: Exchange): Promise<Told> {
    const leftOut = whyLeftOut(recorded)
    if (leftOut !== undefined) return { leftOut, differences: [], findings: [] }
    await this.#prepare(recorded)
    const request = this.#asked(recorded.request)
    const path = pathOf(request.url, this.#options.url)
    const before = this.#seen.get(path)
    const replayed = await this.#options.send(request)
    if (replayed.failure?.kind === 'blocked')
      return { leftOut: `the guard stopped it (${replayed.failure.message})`, differences: [], findings: [] }
    this.#learn(recorded, replayed)
    const after = await this.#look(replayed, path)
    const differences = this.#differences(recorded, replayed).filter(
      ({ at }) => at !== 'members' || !this.#isPart.has(path),
    )
    const evidence = { exchange: replayed, ...(before ? { before } : {}), ...(after ? { after } : {}) }
    return { replayed, differences, findings: findingsShownBy(evidence as ExchangeEvidence) }
  }

  #asked({ method, url, headers, body }: ScimRequest): ScimRequest {
    const { url: target, headers: own } = this.#options
    const isSignedIn = headers.some(([name]) => name.toLowerCase() === 'authorization')
    return {
      method,
      url: `${target}${this.#counterparts.url(url.slice(this.#base.length))}`,
      headers: [...(isSignedIn ? own : []), ...headers.flatMap(([name, value]) => this.#header(name, value))],
      ...(body === undefined ? {} : { body: this.#counterparts.text(body) }),
    }
  }

  #header(name: string, value: string): HeaderList {
    if (!KEPT_HEADERS.has(name.toLowerCase())) return []
    const isVersion = /^if-(none-)?match$/i.test(name)
    return [[name, isVersion ? JSON.parse(this.#counterparts.text(JSON.stringify(value))) : value]]
  }

  #learn(recorded: Exchange, replayed: Exchange): void {
    if ((recorded.response?.status ?? 500) >= 300 || (replayed.response?.status ?? 500) >= 300) return
    this.#counterparts.learn(parsedJson(recorded.response?.body ?? ''), parsedJson(replayed.response?.body ?? ''))
  }

  /** What a write has made of the resource; where it was one. */
  async #look({ request, response }: Exchange, path: string): Promise<JsonObject | undefined> {
    if ((response?.status ?? 500) >= 300) return undefined
    const answer = parsedJson(response?.body ?? '')
    const made = request.method === 'POST' && isJsonObject(answer) ? `${path}/${asText(answer.id)}` : path
    if (request.method === 'DELETE') this.#seen.delete(path)
    if (request.method === 'DELETE' || !/^\/(Users|Groups)\/[^/]+$/.test(made)) return undefined
    const shown = request.method === 'GET' ? answer : await this.#read(made)
    // What leaves members or others out shows only a part.
    const isPart = request.url.includes('?')
    if (!isJsonObject(shown) || (request.method === 'GET' && isPart)) return undefined
    this.#seen.set(made, shown)
    return shown
  }

  async #read(path: string): Promise<JsonObject | undefined> {
    const { send, url, headers } = this.#options
    const { response } = await send({
      method: 'GET',
      url: `${url}${path}`,
      headers: [...headers, ['Accept', 'application/scim+json']],
    })
    const shown = response?.status === 200 ? parsedJson(response.body) : undefined
    if (!isJsonObject(shown)) return undefined
    // Nobody in it is a list of nobody.
    return path.startsWith('/Groups/') ? { members: [], ...shown } : shown
  }

  #differences(
    { response: recorded, request }: Exchange,
    { response: replayed, failure }: Exchange,
  ): readonly AnswerDifference[] {
    if (!recorded) return []
    if (!replayed) return [{ at: 'status', recorded: recorded.status, replayed: failure?.message ?? 'no answer' }]
    const { method } = request
    return compareAnswers({ recorded, replayed, method, mapped: (text) => this.#counterparts.text(text) })
  }

  /** A resource that an answer shows and no request has made yet was there before, or was made by somebody else. */
  async #prepare({ request, response }: Exchange): Promise<void> {
    if (request.method === 'POST' || (response?.status ?? 500) >= 300) return
    for (const resource of resourcesIn(response?.body ?? '')) {
      const kind =
        isJsonObject(resource.meta) && resource.meta.resourceType === 'Group' ? 'Groups' : kindIn(request.url)
      if (kind === undefined || typeof resource.id !== 'string' || this.#counterparts.of(resource.id) !== undefined)
        continue
      const made = await this.#make(kind, resource.id, resource)
      if (made !== undefined && /[?&](excludedA|a)ttributes=/i.test(request.url)) this.#isPart.add(made)
    }
  }

  async #make(
    kind: string,
    id: string,
    { id: _id, meta: _meta, groups: _groups, ...rest }: JsonObject,
  ): Promise<string | undefined> {
    const { send, url, headers } = this.#options
    const body = this.#counterparts.text(JSON.stringify(rest))
    const content: HeaderList = [...headers, ['Content-Type', 'application/scim+json']]
    const { response } = await send({ method: 'POST', url: `${url}/${kind}`, headers: content, body })
    const made = parsedJson(response?.body ?? '')
    if (response?.status !== 201 || !isJsonObject(made) || typeof made.id !== 'string') return undefined
    const path = `/${kind}/${made.id}`
    this.prepared += 1
    this.#counterparts.pair(id, made.id)
    this.#seen.set(path, made)
    return path
  }
}

/** Those that say what is asked; others belong to the connection that was recorded. */
const KEPT_HEADERS = new Set([
  'accept',
  'content-type',
  'user-agent',
  'adscimversion',
  'if-match',
  'if-none-match',
  'prefer',
])

/** Bad weather cannot be sent again, and what it has carried away was not done; nor can a token that was struck out. */
function whyLeftOut({ response }: Exchange): string | undefined {
  if (!response) return 'it had no answer'
  if (response.status === 429 || response.status >= 500) return `it was answered ${response.status}`
  return response.status === 401 ? 'it was refused for its token' : undefined
}

function resourcesIn(body: string): readonly JsonObject[] {
  const answer = parsedJson(body)
  if (!isJsonObject(answer)) return []
  const listed = answer.Resources
  return (isJsonArray(listed) ? listed : [answer]).filter(isJsonObject)
}

function kindIn(url: string): string | undefined {
  return /\/(Users|Groups)(?:[/?]|$)/.exec(url)?.[1]
}

function pathOf(url: string, base: string): string {
  return url.slice(base.length).split('?')[0] ?? ''
}
