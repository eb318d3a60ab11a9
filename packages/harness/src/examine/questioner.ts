// What a question works with: it makes people and groups of the run's own, sends, reads back, and notes what held and what did not.
import type { CheckResult } from '@scimulator/findings'
import type { Exchange, ScimRequest } from '@scimulator/shared/provisioning'
import type { JsonObject } from '@scimulator/shared/scim'
import { type Answer, answerOf, idIn, isRateLimit, valueAt, wantsIfMatch } from './answer.ts'
import type { Asking } from './asking.ts'
import { composed, type Facts, type Shape } from './facts.ts'
import { type Body, groupBody, patchBody, personBody } from './person.ts'

export interface Made {
  readonly kind: 'Users' | 'Groups'
  readonly id: string
  /** As it was sent. */
  readonly sent: Body
  readonly answer: Answer
}

/** Ends a question early: something that another check is about stands in the way. */
export class Blocked extends Error {
  readonly check: string

  constructor(check: string) {
    super(`blocked by ${check}`)
    this.check = check
  }
}

/** A write stumbled and was refused when it was sent again: it may have been done the first time, so nothing can be told from the refusal. */
export class Interrupted extends Blocked {
  constructor() {
    super('answers/steady')
  }
}

/** What a request that is no longer sent says, because the endpoint has asked for too many pauses. */
export const RATE_LIMITED = 'the endpoint asks for a pause again and again'

/** Red where every write has to name a version: then nothing else can be told of writes. */
export const IF_MATCH = 'writes/without-if-match'

export interface Remark {
  readonly id: string
  readonly text: string
  readonly exchange?: Exchange
}

export class Questioner {
  readonly facts: Facts
  readonly results = new Map<string, CheckResult>()
  readonly remarks: Remark[] = []
  /** Answers of 5xx, and none at all, that were none when the same was asked again, of so many. */
  readonly stumbles: Exchange[] = []
  asked = 0
  #named = 0
  readonly #stem: string

  constructor(facts: Facts, question: string, attempt: number) {
    this.facts = facts
    this.#stem = `${facts.prefix}-${question}${attempt === 0 ? '' : attempt}`
  }

  /** A name that nobody else has. */
  name(): string {
    this.#named += 1
    return `${this.#stem}-${this.#named}`
  }

  *send(method: ScimRequest['method'], path: string, shape: Shape = {}): Asking<Answer> {
    const [answer] = yield* this.together([composed(this.facts, method, path, shape)])
    if (!answer) throw new Blocked('answers/at-all')
    return answer
  }

  /** All at once, as a client with several connections does. */
  *together(requests: readonly ScimRequest[]): Asking<readonly Answer[]> {
    const exchanges = yield { kind: 'send', requests }
    return this.#passed(yield* this.#steady(exchanges.map(answerOf)))
  }

  /** The same where a fault of the server may be what the moment brings about: nothing is asked again. */
  *atOnce(requests: readonly ScimRequest[]): Asking<readonly Answer[]> {
    const exchanges = yield { kind: 'send', requests }
    this.asked += requests.length
    return this.#passed(exchanges.map(answerOf))
  }

  /** @throws Blocked where something was not sent, or is answered with a pause */
  #passed(answers: readonly Answer[]): readonly Answer[] {
    const blocked = answers.find(({ exchange }) => exchange.failure?.kind === 'blocked')?.exchange.failure
    if (answers.some(isRateLimit) || blocked?.message === RATE_LIMITED) throw new Blocked('answers/not-limited')
    // The guard, or an endpoint that is gone: nothing was asked, and nothing is to be blamed.
    if (blocked) throw new Blocked('answers/at-all')
    const versioned = answers.find(wantsIfMatch)
    if (versioned) {
      const { request } = versioned.exchange
      this.worst(IF_MATCH, false, versioned, `${request.method} without If-Match is refused with ${versioned.status}.`)
      throw new Blocked(IF_MATCH)
    }
    return answers
  }

  /** A fault of the server that goes away when the same is asked again is told as that, and not as what was asked. */
  *#steady(answers: readonly Answer[]): Asking<readonly Answer[]> {
    const steady: Answer[] = []
    for (const answer of answers) {
      this.asked += 1
      steady.push(isStumble(answer) ? yield* this.#again(answer) : answer)
    }
    return steady
  }

  /**
   * @returns the first answer that is no stumble, or `answer` where each was one
   * @throws Interrupted
   */
  *#again(answer: Answer): Asking<Answer> {
    for (let left = timesAgain(answer); left > 0; left -= 1) {
      const [exchange] = yield { kind: 'send', requests: [answer.exchange.request] }
      const again = exchange ? answerOf(exchange) : answer
      // Nothing at all is no better answer: the endpoint may just have ended.
      if (again.exchange.response === undefined || isStumble(again)) continue
      this.stumbles.push(answer.exchange)
      if (mayBeSecond(again)) throw new Interrupted()
      return again
    }
    return answer
  }

  *create(changes: Body = {}, shape: Shape = {}): Asking<Made> {
    const sent = { ...personBody(this.facts, this.name()), ...changes }
    return this.#made('Users', sent, yield* this.send('POST', '/Users', { body: sent, ...shape }))
  }

  /** @param given who is in it from the start, where the endpoint refuses groups without members; somebody new by default */
  *createGroup(members: readonly Made[] = [], given: Made | undefined = members[0]): Asking<Made> {
    if (!this.facts.groups) throw new Blocked('groups/offered')
    const sent = groupBody(this.name())
    const empty = yield* this.send('POST', '/Groups', { body: sent })
    if (!empty.ok) {
      const first = given ?? (yield* this.create())
      const filled = { ...sent, members: [{ value: first.id }] }
      return this.#made('Groups', filled, yield* this.send('POST', '/Groups', { body: filled }))
    }
    const made = this.#made('Groups', sent, empty)
    if (members.length === 0) return made
    yield* this.patch(made, [{ op: 'add', path: 'members', value: members.map(({ id }) => ({ value: id })) }])
    return made
  }

  #made(kind: Made['kind'], sent: Body, answer: Answer): Made {
    const id = answer.ok ? idIn(answer.body) : undefined
    if (id === undefined) throw new Blocked(kind === 'Users' ? 'create/accepted' : 'group/accepted')
    return { kind, id, sent, answer }
  }

  *read({ kind, id }: Made, query = kind === 'Groups' ? this.facts.memberQuery : ''): Asking<Answer> {
    return yield* this.send('GET', `/${kind}/${encodeURIComponent(id)}${query}`)
  }

  /**
   * Reads again until it is as it must be, or the time to settle is over; the last answer counts.
   * @param check what will be red if it stays as it is
   */
  *settled(
    made: Made,
    isRight: (resource: JsonObject | undefined, answer: Answer) => boolean,
    check?: string,
  ): Asking<Answer> {
    return yield* this.until(
      () => this.read(made),
      (answer) => isRight(answer.body, answer),
      check,
    )
  }

  *until(read: () => Asking<Answer>, isRight: (answer: Answer) => boolean, check?: string): Asking<Answer> {
    let answer = yield* read()
    const { freshness } = this.facts
    let waited = 0
    for (const ms of freshness.waits()) {
      if (isRight(answer)) break
      // What is visible a moment later was none.
      yield { kind: 'pause', ms, ...(check === undefined || waited === 0 ? {} : { doubt: check }) }
      waited += ms
      answer = yield* read()
    }
    if (!isRight(answer)) freshness.stayedWrong()
    else if (waited === 0) freshness.wasFresh()
    else {
      freshness.cameLate(waited)
      this.remark('visible-later', `A change is visible ${waited / 1000} s after it was answered.`, answer.exchange)
    }
    return answer
  }

  *patch({ kind, id }: Made, operations: readonly Body[], shape: Shape = {}): Asking<Answer> {
    const body = patchBody(operations)
    return this.#sameId(id, yield* this.send('PATCH', `/${kind}/${encodeURIComponent(id)}`, { body, ...shape }))
  }

  *put({ kind, id }: Made, body: Body, shape: Shape = {}): Asking<Answer> {
    return this.#sameId(id, yield* this.send('PUT', `/${kind}/${encodeURIComponent(id)}`, { body, ...shape }))
  }

  /** Whatever a write is about, the resource keeps its id. */
  #sameId(id: string, answer: Answer): Answer {
    const now = answer.ok ? idIn(answer.body) : undefined
    if (now !== undefined && now !== id)
      this.worst('writes/id-stays', false, answer, `The id was ${id} and is ${now} now.`)
    return answer
  }

  *remove({ kind, id }: Made): Asking<Answer> {
    return yield* this.send('DELETE', `/${kind}/${encodeURIComponent(id)}`)
  }

  /**
   * A write in one of several forms: `NAME-accepted` says whether it was answered well, `NAME-done` whether it was done.
   * @returns whether both held
   */
  *write(
    name: string,
    made: Made,
    writing: Asking<Answer>,
    isDone: (resource: JsonObject | undefined) => boolean,
    expected: string,
    path?: string,
  ): Asking<boolean> {
    const answer = yield* writing
    if (
      !this.check(
        `${name}-accepted`,
        answer.ok,
        answer,
        `${expected} It was refused with ${answer.status || 'no answer'}.`,
      )
    )
      return false
    const after = yield* this.settled(made, (resource) => isDone(resource), `${name}-done`)
    const found =
      path === undefined ? 'it was not done' : `${path} is ${JSON.stringify(valueAt(after.body, path)) ?? 'absent'}`
    const detail = `${expected} It was answered ${answer.status}, and ${found}.`
    return this.check(`${name}-done`, isDone(after.body), answer, detail, after)
  }

  /** Notes a check. What was judged once stays. @returns whether it held */
  check(check: string, held: boolean, answer?: Answer, detail?: string, readBack?: Answer): boolean {
    this.results.set(check, {
      check,
      state: held ? 'held' : 'red',
      ...(answer ? { exchange: answer.exchange } : {}),
      ...(readBack && readBack !== answer ? { readBack: readBack.exchange } : {}),
      ...(detail === undefined || held ? {} : { detail }),
    })
    return held
  }

  /** Notes a check that is made several times; once red it stays red. */
  worst(check: string, held: boolean, answer: Answer, detail: string, readBack?: Answer): void {
    if (this.results.get(check)?.state !== 'red') this.check(check, held, answer, detail, readBack)
  }

  /** The check is about something that this endpoint does not have, or need not have. */
  leave(check: string, because: string): void {
    this.results.set(check, { check, state: 'not-asked', because })
  }

  block(check: string, by: string): void {
    this.results.set(check, { check, state: 'blocked', because: by })
  }

  /** Goes on only where a control holds that another check is about. @throws Blocked */
  need(check: string, held: boolean): void {
    if (!held) throw new Blocked(check)
  }

  remark(id: string, text: string, exchange?: Exchange): void {
    this.remarks.push({ id, text, ...(exchange ? { exchange } : {}) })
  }
}

/** What may pass when the same is asked again: a fault of the server, or a connection that was cut. */
export function isStumble({ status, exchange }: Answer): boolean {
  const { failure } = exchange
  return failure ? ['reset', 'protocol', 'timeout'].includes(failure.kind) : status >= 500 && status !== 501
}

/** Whether the answer to what was sent again may say that it has been done already. That of a bulk request says so inside. */
function mayBeSecond({ status, exchange: { request } }: Answer): boolean {
  if (request.method === 'GET') return false
  return new URL(request.url).pathname.endsWith('/Bulk') || (status >= 400 && status < 500 && status !== 429)
}

/** At one stumble in twenty two in a row are met in most tests, and four in none of a hundred. A time limit is waited for once more only. */
function timesAgain({ exchange }: Answer): number {
  return exchange.failure?.kind === 'timeout' ? 1 : 3
}

/** Whether the resource shows `expected` at `path`. */
export function shows(path: string, expected: unknown): (resource: JsonObject | undefined) => boolean {
  return (resource) => valueAt(resource, path) === expected
}
