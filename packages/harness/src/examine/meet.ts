// The first acquaintance: is there a SCIM service provider, does it let us in, and in which form does it take a person? Trouble here ends
// the examination with one cause.

import type { CheckResult } from '@scimulator/findings'
import type { HeaderList } from '@scimulator/shared/provisioning'
import { asText } from '@scimulator/shared/scim'
import { groupNamesByCaseIn, writableIn } from './advertised.ts'
import { type Answer, answerOf, header, idIn, isRateLimit, listIn, membersIn, rolesIn, valueAt } from './answer.ts'
import { type Asking, ask, type Edges } from './asking.ts'
import { tellsCreate, wrongCreated } from './created-time.ts'
import { composed, type Facts, type Shape } from './facts.ts'
import type { Freshness } from './freshness.ts'
import { type Body, COMPARED, groupBody, MOBILE_PHONE, personBody, WORK_PHONE } from './person.ts'
import type { Remark } from './questioner.ts'
import type { OpenShare, Share } from './share.ts'

export interface Ground {
  readonly base: string
  readonly endsInSlash: boolean
  readonly query: string
  readonly headers: HeaderList
  readonly emailDomain: string
  readonly freshness: Freshness
  readonly crowd: number
}

/** With the names that the acquaintance makes people under. */
type OwnGround = Ground & Pick<Facts, 'prefix' | 'phone'> & Pick<Share, 'heldAs'>

export interface Acquaintance {
  readonly results: readonly CheckResult[]
  readonly remarks: readonly Remark[]
  /** Undefined where nothing else can be asked. */
  readonly facts: Facts | undefined
  readonly leftBehind: readonly string[]
}

/** What is noted while meeting; every name has a finding. */
export const MEETING = [
  'meet/reachable',
  'meet/certificate-trusted',
  'meet/in-time',
  'meet/no-redirect',
  'meet/authorised',
  'meet/path-right',
  'meet/json',
  'meet/no-server-error',
  'meet/created-now',
  'meet/create-told',
  'groups/offered',
  'create/accepted',
  'create/ordinary-accepted',
] as const

/** Nothing is written, and no inventory taken, before the endpoint has answered a plain question. */
export async function meet(ground: Ground, look: Edges, openShare: OpenShare): Promise<Acquaintance> {
  const first = await ask(firstAnswer(ground), look)
  const trouble = troubleIn(first)
  if (trouble) return { results: [troubled(trouble, first)], remarks: [], facts: undefined, leftBehind: [] }
  const once = await getToKnow(ground, look, openShare)
  if (!isUnproved(once)) return once
  // Once may be an accident, and the person who was met counts no more; twice it is so, and everything else would be held back.
  const again = await getToKnow(ground, look, openShare)
  const leftBehind = [...once.leftBehind, ...again.leftBehind]
  return isUnproved(again)
    ? { ...again, results: again.results.map(twice), facts: undefined, leftBehind }
    : { ...again, leftBehind }
}

async function getToKnow(ground: Ground, look: Edges, openShare: OpenShare): Promise<Acquaintance> {
  const share = await openShare('meet')
  const meeting = new Meeting({ ...ground, prefix: share.mark, phone: share.phone, heldAs: share.heldAs })
  const facts = await ask(meeting.all(), { send: share.send, pause: (ms) => look.pause(ms) })
  return { results: meeting.results, remarks: meeting.remarks, facts, leftBehind: await share.cleanUp() }
}

/** An account was made, and nothing proves that it was by us. */
function isUnproved({ results }: Pick<Acquaintance, 'results'>): boolean {
  return results.some(({ check, state }) => PROOFS.has(check) && state !== 'held')
}

const PROOFS = new Set(['meet/created-now', 'meet/create-told'])

function twice(result: CheckResult): CheckResult {
  return PROOFS.has(result.check) && result.state === 'red' ? { ...result, seen: { times: 2, of: 2 } } : result
}

function troubled({ check, detail }: Trouble, { exchange }: Answer): CheckResult {
  if (check === 'answers/not-limited') return { check, state: 'blocked', because: 'rate-limited', exchange }
  return { check, state: 'red', exchange, detail, seen: { times: 1, of: 1 } }
}

/** A server that has just been started may fail the very first requests. */
function* firstAnswer(ground: Ground): Asking<Answer> {
  const request = composed({ ...ground, contentType: '' }, 'GET', '/Users?startIndex=1&count=1')
  for (let times = 1; ; times += 1) {
    const [exchange] = yield { kind: 'send', requests: [request] }
    if (!exchange) throw new Error('a request was sent and nothing came of it')
    const answer = answerOf(exchange)
    if ((answer.status < 500 && answer.status !== 429) || times === FIRST_TRIES) return answer
    yield { kind: 'pause', ms: 300 }
  }
}

/** How often the first request is sent while it is answered as a fault of the server. */
const FIRST_TRIES = 4

const MEMBERS_ASKED = '?attributes=displayName,externalId,members'

const TYPES = ['application/scim+json', 'application/json', 'application/scim+json; charset=utf-8']

/** Members of a person that may be what is refused, in the order in which they are tried without. */
const OPTIONAL = ['phoneNumbers', 'title', 'externalId', 'displayName', 'name', 'emails', 'active']

class Meeting {
  readonly results: CheckResult[] = []
  readonly remarks: Remark[] = []
  readonly #ground: OwnGround
  #named = 0

  constructor(ground: OwnGround) {
    this.#ground = ground
  }

  *all(): Asking<Facts | undefined> {
    const config = yield* this.#get('/ServiceProviderConfig')
    const schemas = yield* this.#get('/Schemas')
    const said = listIn(schemas)?.resources ?? []
    const groups = yield* this.#groups()
    const form = yield* this.#form()
    if (isUnproved(this)) return undefined
    const mailIsName = form.created && (yield* this.#mailIsName(form))
    const memberQuery = form.created && groups ? yield* this.#memberQuery(form) : ''
    const keepsRoles = form.created && (yield* this.#keepsRoles(form))
    const facts = {
      ...this.#ground,
      ...form,
      keeps: keepsRoles ? new Set([...form.keeps, 'roles']) : form.keeps,
      mailIsName,
      advertised: writableIn(said),
      groupNamesByCase: groupNamesByCaseIn(said),
      groups,
      memberQuery,
      config: config.ok ? config.body : undefined,
    }
    return form.created ? facts : undefined
  }

  *#get(path: string): Asking<Answer> {
    return yield* this.#send('GET', path, {})
  }

  *#send(method: 'GET' | 'POST' | 'DELETE', path: string, shape: Shape): Asking<Answer> {
    const ground = { ...this.#ground, contentType: TYPES[0] ?? '' }
    const [exchange] = yield { kind: 'send', requests: [composed(ground, method, path, shape)] }
    if (!exchange) throw new Error('a request was sent and nothing came of it')
    return answerOf(exchange)
  }

  *#groups(): Asking<boolean> {
    const answer = yield* this.#get('/Groups?startIndex=1&count=1')
    const isThere = answer.ok && listIn(answer) !== undefined
    this.#note('groups/offered', isThere, answer, `/Groups is answered ${answer.status}.`)
    return isThere
  }

  *#mailIsName({ contentType, omit }: Pick<Facts, 'contentType' | 'omit'>): Asking<boolean> {
    if (omit.includes('emails')) return false
    const person = (): Body => personBody({ ...this.#ground, omit }, `${this.#ground.prefix}-meet-${++this.#named}`)
    const other = { ...person(), emails: person().emails }
    const answer = yield* this.#send('POST', '/Users', { body: other, contentType })
    return !answer.ok
  }

  /** `returned: "request"` is a service provider's choice (RFC 7643 §7): members are then read by asking for them. */
  *#memberQuery({ contentType, omit }: Pick<Facts, 'contentType' | 'omit'>): Asking<string> {
    const name = `${this.#ground.prefix}-meet-${++this.#named}`
    const person = yield* this.#send('POST', '/Users', {
      body: personBody({ ...this.#ground, omit }, name),
      contentType,
    })
    const value = idIn(person.body)
    const body = { ...groupBody(name), members: [{ value }] }
    const group = yield* this.#send('POST', '/Groups', { body, contentType })
    const id = group.ok ? idIn(group.body) : undefined
    if (id === undefined || value === undefined) return ''
    for (const query of ['', MEMBERS_ASKED]) {
      const read = yield* this.#get(`/Groups/${encodeURIComponent(id)}${query}`)
      if (membersIn(read.body)?.includes(value)) return query
    }
    return ''
  }

  /** As a POST of Entra ID has them (Microsoft, Customize attribute mappings). */
  *#keepsRoles({ contentType, omit }: Pick<Facts, 'contentType' | 'omit'>): Asking<boolean> {
    const person = personBody({ ...this.#ground, omit }, `${this.#ground.prefix}-meet-${++this.#named}`)
    const roles = [{ primary: false, type: 'WindowsAzureActiveDirectoryRole', display: 'Reader', value: 'reader' }]
    const answer = yield* this.#send('POST', '/Users', { body: { ...person, roles }, contentType })
    const id = answer.ok ? idIn(answer.body) : undefined
    if (id === undefined) return false
    return rolesIn((yield* this.#get(`/Users/${encodeURIComponent(id)}`)).body).includes('reader')
  }

  /** The media type and the members with which a person is taken. */
  *#form(): Asking<Pick<Facts, 'contentType' | 'omit' | 'keeps'> & { created: boolean }> {
    let last: Answer | undefined
    for (const contentType of TYPES) {
      const tried = yield* this.#tryPerson(contentType, [])
      if (tried.keeps) return this.#accepted(contentType, [], tried.answer, tried.keeps)
      last ??= tried.answer
    }
    for (const omit of [...OPTIONAL.map((one) => [one]), OPTIONAL]) {
      const tried = yield* this.#tryPerson(TYPES[0] ?? '', omit)
      if (!tried.keeps || !last) continue
      const what = omit.length === 1 ? `with ${omit[0]}` : 'with more than a userName'
      this.#note('create/ordinary-accepted', false, last, `An ordinary person ${what} is refused with ${last.status}.`)
      return this.#accepted(TYPES[0] ?? '', omit, tried.answer, tried.keeps)
    }
    if (last) this.#note('create/accepted', false, last, notCreated(last))
    return { contentType: TYPES[0] ?? '', omit: [], keeps: new Set(), created: false }
  }

  #accepted(contentType: string, omit: readonly string[], answer: Answer, keeps: ReadonlySet<string>) {
    if (omit.length === 0) this.#note('create/ordinary-accepted', true, answer)
    const lost = COMPARED.filter(
      (path) => !keeps.has(path) && !omit.includes(path) && path !== 'externalId' && path !== 'active',
    )
    if (lost.length > 0)
      this.remarks.push({ id: 'attributes-not-kept', text: `The endpoint does not keep ${lost.join(', ')}.` })
    return { contentType, omit, keeps, created: true }
  }

  *#tryPerson(contentType: string, omit: readonly string[]): Asking<{ answer: Answer; keeps?: ReadonlySet<string> }> {
    this.#named += 1
    const body: Body = personBody({ ...this.#ground, omit }, `${this.#ground.prefix}-meet-${this.#named}`)
    if (!omit.includes('phoneNumbers')) body.phoneNumbers = this.#phones()
    const answer = yield* this.#send('POST', '/Users', { body, contentType })
    const id = answer.ok ? idIn(answer.body) : undefined
    if (id === undefined) return { answer }
    this.#age(answer)
    this.#told(id, answer)
    // Of somebody who is held back nothing is read.
    if (isUnproved(this)) return { answer, keeps: kept(body, answer) }
    const isRight = (one: Answer) =>
      asText(valueAt(one.body, 'userName')).toLowerCase() === asText(body.userName).toLowerCase()
    let read = yield* this.#get(`/Users/${encodeURIComponent(id)}`)
    const { freshness } = this.#ground
    let waited = 0
    for (const ms of isRight(read) ? [] : freshness.waits()) {
      yield { kind: 'pause', ms }
      waited += ms
      read = yield* this.#get(`/Users/${encodeURIComponent(id)}`)
      if (!isRight(read)) continue
      freshness.cameLate(waited)
      break
    }
    const shown = read.ok ? read : answer
    return isRight(shown) ? { answer, keeps: kept(body, shown) } : { answer }
  }

  /** Somebody who is older than the POST is not provably ours, and is not touched again. */
  #age(answer: Answer): void {
    const wrong = wrongCreated(answer)
    this.#note('meet/created-now', !wrong?.isBefore, answer, wrong?.detail)
  }

  /** Neither 201 nor a time: the guard holds the person back. Told is only who was certainly not there before. */
  #told(id: string, answer: Answer): void {
    const check = 'meet/create-told'
    const held = tellsCreate(answer) ? undefined : this.#ground.heldAs(id)
    const detail = 'A POST is answered 200 with a person who was not there before, and nothing in the answer says so.'
    if (held === 'unknown') this.#mayHaveBeen(check, answer)
    else this.#note(check, held === undefined, answer, detail)
  }

  #mayHaveBeen(check: string, answer: Answer): void {
    this.results.push({ check, state: 'blocked', because: 'answers/at-all', exchange: answer.exchange })
    this.remarks.push({ id: 'create-not-told', text: NOT_TOLD, exchange: answer.exchange })
  }

  #phones(): Body[] {
    const { phone } = this.#ground
    return [
      { type: 'work', value: phone(WORK_PHONE) },
      { type: 'mobile', value: phone(MOBILE_PHONE) },
    ]
  }

  #note(check: string, held: boolean, answer: Answer, detail?: string): void {
    const seen = held ? {} : { seen: { times: 1, of: 1 } }
    const { exchange } = answer
    this.results.push({
      check,
      state: held ? 'held' : 'red',
      exchange,
      ...seen,
      ...(detail && !held ? { detail } : {}),
    })
  }
}

const NOT_TOLD =
  'A POST is answered 200 with a person who may have been there before: no meta.created of now, and not all users who were there are known. No user is changed of whom it is not proved that the test has made them, so that nothing more is asked. Answer 201 where a user was made, or show meta.created.'

function notCreated(answer: Answer): string {
  const said = `A POST to /Users is answered ${answer.status || 'with nothing'}`
  if (!answer.ok) return `${said}.`
  if (idIn(answer.body) === undefined) return `${said}, and there is no id in the answer.`
  const name = valueAt(answer.body, 'userName')
  return `${said}, and userName came back as ${JSON.stringify(name) ?? 'nothing'}.`
}

function kept(sent: Body, shown: Answer): ReadonlySet<string> {
  const body = JSON.parse(JSON.stringify(sent))
  return new Set(
    COMPARED.filter((path) => {
      const [was, is] = [valueAt(body, path), valueAt(shown.body, path)]
      return path === 'userName' || path === 'active' ? is !== undefined : was !== undefined && is === was
    }),
  )
}

interface Trouble {
  readonly check: string
  readonly detail: string
}

function troubleIn(answer: Answer): Trouble | undefined {
  const { failure, response, request } = answer.exchange
  if (!response) return silence(failure?.kind ?? 'connection', failure?.message ?? '', request.url)
  const { status } = response
  if (status >= 300 && status < 400) {
    return {
      check: 'meet/no-redirect',
      detail: `It is answered ${status} and sent on to ${header(answer, 'location')}.`,
    }
  }
  if (isRateLimit(answer)) return { check: 'answers/not-limited', detail: 'It is answered 429.' }
  if (status === 401 || status === 403) return { check: 'meet/authorised', detail: `It is answered ${status}.` }
  if (status === 404 || status === 405 || status === 410)
    return { check: 'meet/path-right', detail: `It is answered ${status}.` }
  if (status >= 500) return { check: 'meet/no-server-error', detail: `It is answered ${status}.` }
  if (status === 200 && answer.body === undefined && listIn(answer) === undefined) {
    return {
      check: 'meet/json',
      detail: `It is answered with ${header(answer, 'content-type') ?? 'no content type'}, which is not JSON.`,
    }
  }
  return undefined
}

function silence(kind: string, message: string, url: string): Trouble {
  if (kind === 'timeout') return { check: 'meet/in-time', detail: `${url} does not answer in time.` }
  if (kind === 'tls') return { check: 'meet/certificate-trusted', detail: message }
  return { check: 'meet/reachable', detail: `${url} does not answer: ${message}` }
}
