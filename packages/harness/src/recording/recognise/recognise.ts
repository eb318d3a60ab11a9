// Who is talking in a recording, and what for. A request with a mark names its sender; what many programs send alike is that of the client it
// came from, as far as the form fits; the rest is nobody's.
import type { Exchange, ScimRequest } from '@scimulator/shared/provisioning'
import { asText, isJsonArray, isJsonObject, parsedJson } from '@scimulator/shared/scim'
import { type Asked, askedIn, isUuid } from './asked.ts'
import { isTestUser, MARKS, type Mark, type MarkedSender } from './marks.ts'
import { activeIn, purposeOf, type RecordedPurpose } from './purpose-of.ts'

export const SENDERS = ['entra', 'entraLegacy', 'entraUnclear', 'jumpcloud', 'okta', 'unknown'] as const
export type RequestSender = (typeof SENDERS)[number]

export interface Recognised {
  readonly sender: RequestSender
  readonly purpose: RecordedPurpose
  /** The piece of work that it belongs to, where that shows. */
  readonly activity?: 'test' | 'on-demand'
  /** Of Okta: how the application was made, where the request shows it, or all of its client that do agree. */
  readonly kind?: OktaKind
  /** What the sender is known by; undefined for a client that is not known. */
  readonly by?: string
}

type OktaKind = 'wizard' | 'catalogue'

export interface Recogniser {
  /** What is known of a request when it comes; what comes later may show more. */
  see(exchange: Exchange): Recognised
}

/** Everything is known of a recording that is whole. */
export function recognise(exchanges: readonly Exchange[]): readonly Recognised[] {
  const known = new Known()
  const asked = exchanges.map((exchange) => known.learn(exchange))
  return asked.map((one, at) => known.tell(one, exchanges[at]?.request.url ?? ''))
}

export function createRecogniser(): Recogniser {
  const known = new Known()
  return { see: (exchange) => known.tell(known.learn(exchange), exchange.request.url) }
}

interface Activity {
  readonly isLegacy: boolean
  /** Which places were asked for random names, in order; `others` where anything else was asked. */
  readonly lookUps: string
}

interface Client {
  readonly marks: Mark[]
  readonly kinds: Set<OktaKind>
}

/** What has been learnt of clients, activities and resources. */
class Known {
  readonly #clients = new Map<string, Client>()
  readonly #activities = new Map<string, Activity>()
  readonly #values = new Map<string, number>()
  readonly #active = new Map<string, boolean>()
  /** Ids and names of what JumpCloud makes for its connection test. */
  readonly #ofTests = new Set<string>()

  learn(exchange: Exchange): Asked {
    const asked = askedIn(exchange.request)
    const mark = MARKS.find(({ fits }) => fits(asked))
    const client: Client = this.#clients.get(clientOf(asked)) ?? { marks: [], kinds: new Set() }
    this.#clients.set(clientOf(asked), client)
    const kind = oktaKindOf(asked)
    if (kind !== undefined) client.kinds.add(kind)
    if (mark && !client.marks.includes(mark)) client.marks.push(mark)
    this.#learnActivity(asked)
    for (const [value] of `${exchange.request.url} ${exchange.request.body ?? ''}`.matchAll(UUIDS)) {
      this.#values.set(value.toLowerCase(), (this.#values.get(value.toLowerCase()) ?? 0) + 1)
    }
    this.#learnTest(asked, exchange)
    return asked
  }

  tell(asked: Asked, url: string): Recognised {
    const { sender, by } = this.#senderOf(asked)
    const activity = this.#activityOf(asked, sender)
    const purpose = this.#purposeOf(asked, url)
    const kind = sender === 'okta' ? this.#kindOf(asked) : undefined
    return {
      ...{ sender, purpose, ...(kind === undefined ? {} : { kind }) },
      ...(activity === undefined ? {} : { activity }),
      ...(by === undefined ? {} : { by }),
    }
  }

  #kindOf(asked: Asked): OktaKind | undefined {
    const [only, ...others] = this.#clients.get(clientOf(asked))?.kinds ?? []
    return oktaKindOf(asked) ?? (others.length === 0 ? only : undefined)
  }

  #purposeOf(asked: Asked, url: string): RecordedPurpose {
    const isNamedElsewhere = (value: string): boolean => (this.#values.get(value.toLowerCase()) ?? 0) > 1
    const resource = url.split('?')[0] ?? ''
    const purpose = purposeOf(asked, { isNamedElsewhere, wasActive: this.#active.get(resource) })
    const active = activeIn(asked)
    if (active !== undefined) this.#active.set(resource, active)
    return purpose
  }

  #senderOf(asked: Asked): { readonly sender: RequestSender; readonly by?: string } {
    const own = MARKS.find(({ fits }) => fits(asked))
    const { marks = [] } = this.#clients.get(clientOf(asked)) ?? {}
    const [first] = own ? [own] : marks
    if (!first || !(own || mayCome(asked, first.sender))) return { sender: 'unknown' }
    const by = own ? own.says : `what else this client sends: ${first.says}`
    return { sender: isEntra(first.sender) ? dialectOf(marks) : first.sender, by }
  }

  #activityOf(asked: Asked, sender: RequestSender): Recognised['activity'] {
    if (sender === 'jumpcloud') return this.#isOfTest(asked) ? 'test' : undefined
    const activity = this.#activities.get(activityIdOf(asked) ?? '')
    // Provision on demand writes in the older dialect, whatever the flag says (Microsoft: SCIM 2.0 protocol compliance).
    if (sender === 'entra' && activity?.isLegacy) return 'on-demand'
    // A lookup of a user and one of a group, and nothing else (Microsoft: Develop a SCIM endpoint).
    return activity?.lookUps === 'Users Groups' ? 'test' : undefined
  }

  #learnActivity(asked: Asked): void {
    const id = activityIdOf(asked)
    if (id === undefined) return
    const { isLegacy, lookUps } = this.#activities.get(id) ?? { isLegacy: false, lookUps: '' }
    const isLookUp = asked.method === 'GET' && asked.compared.some(({ value }) => isUuid(value))
    const next = isLookUp ? `${lookUps} ${asked.place}`.trim() : 'others'
    this.#activities.set(id, {
      isLegacy: isLegacy || isLegacyPatch(asked),
      lookUps: next.length > 12 ? 'others' : next,
    })
  }

  #learnTest(asked: Asked, { request, response }: Exchange): void {
    const { body } = asked
    if (request.method === 'PUT' && isTestUser(asked)) this.#ofTests.add(asText(body.id)).add(asText(body.userName))
    const members = isJsonArray(body.members) ? body.members.filter(isJsonObject) : []
    const isOfTest = members.length > 0 && members.every(({ value }) => this.#ofTests.has(asText(value)))
    if (request.method !== 'POST' || !isOfTest) return
    const made = parsedJson(response?.body ?? '')
    this.#ofTests.add(asText(body.displayName))
    if (isJsonObject(made) && made.id !== undefined) this.#ofTests.add(asText(made.id))
  }

  #isOfTest({ id, compared, body }: Asked): boolean {
    const named = [id, ...compared.map(({ value }) => value), body.userName, body.displayName]
    return named.some((one) => typeof one === 'string' && this.#ofTests.has(one))
  }
}

/** The catalogue's writes by PATCH, the wizard's groups by PUT; a user's profile both put (okta-behaviour.md O301, O409, O414). */
function oktaKindOf({ method, place }: Asked): OktaKind | undefined {
  if (method === 'PATCH') return 'catalogue'
  return method === 'PUT' && place === 'Groups' ? 'wizard' : undefined
}

const UUIDS = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi

/** Requests with the same of these come from the same program. */
function clientOf({ agent = '', header }: Asked): string {
  return [
    agent,
    header('accept') ?? '',
    header('adscimversion') === undefined ? '' : 'ADSCIMVersion',
    header('authorization') ?? '',
  ].join('\n')
}

/** `Date:…, ActivityId:…`: one for each piece of work (SCIMServer). */
function activityIdOf({ header }: Asked): string | undefined {
  return /ActivityId:\s*([\w-]+)/i.exec(header('adscimversion') ?? '')?.[1]
}

function isLegacyPatch({ operations }: Asked): boolean {
  return operations.some(({ op }) => /^[A-Z]/.test(op))
}

function isEntra(sender: MarkedSender): boolean {
  return sender === 'entra' || sender === 'entraLegacy' || sender === 'entraUnclear'
}

/** A job with the flag may write in the older dialect as well, on demand; one without it never writes in the newer. */
function dialectOf(marks: readonly Mark[]): RequestSender {
  if (marks.some(({ sender }) => sender === 'entra')) return 'entra'
  return marks.some(({ sender }) => sender === 'entraLegacy') ? 'entraLegacy' : 'entraUnclear'
}

/** Whether what has no mark of its own can be that sender's: neither is known to page, and Entra ID never puts (Microsoft: Develop a SCIM endpoint). */
function mayCome({ method, place, query }: Asked, sender: MarkedSender): boolean {
  if (sender === 'okta') return true
  if (!/^(Users|Groups)$/.test(place) || /(^|&)(startIndex|count)=/i.test(query)) return false
  return sender === 'jumpcloud' || method !== 'PUT'
}

const NAMES: Readonly<Record<Exclude<RequestSender, 'unknown'>, string>> = {
  entra: 'Entra ID, with the flag',
  entraLegacy: 'Entra ID, without the flag',
  entraUnclear: 'Entra ID',
  jumpcloud: 'JumpCloud',
  okta: 'Okta',
}

/** As it is shown; of an unknown client the name that it gives itself. */
export function senderText({ sender, activity }: Recognised, request: Pick<ScimRequest, 'headers'>): string {
  if (sender !== 'unknown') return activity === 'on-demand' ? 'Entra ID, on demand' : NAMES[sender]
  const agent = request.headers.find(([name]) => name.toLowerCase() === 'user-agent')?.[1]
  return agent === undefined ? 'unknown client' : (agent.split(/[\s(]/, 1)[0] ?? '').slice(0, 24)
}

/** `test: create`, `add member`. */
export function purposeText({ purpose, activity }: Recognised): string {
  const text = purpose.replaceAll('-', ' ')
  return activity === 'test' ? `test: ${text}` : text
}
