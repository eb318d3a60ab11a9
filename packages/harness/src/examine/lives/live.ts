// One life: the story, acted at one identity provider, and after each act the directory as it must be beside the directory as it is.
import type { CheckResult, Difference } from '@scimulator/findings'
import type { Exchange, ScimRequest, Send } from '@scimulator/shared/provisioning'
import { type Answer, answerOf, idIn } from '../answer.ts'
import { ask, type Edges } from '../asking.ts'
import type { Application } from '../doors.ts'
import { composed, type Facts } from '../facts.ts'
import { groupBody, personBody } from '../person.ts'
import { Blocked, isStumble, Questioner, type Remark } from '../questioner.ts'
import type { Act, Stage } from './acts.ts'
import { answeredWithOther } from './answered-with-other.ts'
import { type CompanyState, displayNameOf, isActive, type Person, STAFF, type Team } from './company-state.ts'
import { DoorKeeper, type Wanted } from './door-keeper.ts'
import { expectedPerson, expectedTeam, type Sender } from './expected-directory.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { heldBack, isFailure, patternOf } from './life-exchanges.ts'
import { type Found, lookAtPerson, lookAtTeam, lookForOne } from './read-back.ts'
import { companyOf, STORY } from './story.ts'

export interface Life {
  readonly sender: Sender
  readonly differences: readonly Difference[]
  readonly remarks: readonly Remark[]
  /** What the doors of the application say. */
  readonly checks: readonly CheckResult[]
  /** Ids of acts that were lived through, and of those that something stood in the way of. */
  readonly acts: readonly string[]
  readonly notLived: readonly string[]
  /** Acts that came to nothing that could be looked at, each with what was in the way. */
  readonly inVain: readonly InVain[]
  /** Answers of 5xx, and none at all, in place of a connection that stood when it was tested again. */
  readonly stumbles: readonly Exchange[]
}

export interface InVain {
  readonly act: string
  /** Check that kept requests from being sent. */
  readonly check?: string
  /** Key of somebody whom the act is about and who had not arrived before. */
  readonly missing?: string
}

export interface LifeOptions extends Edges {
  readonly facts: Facts
  /** Makes the identity provider over the recording `send` of this life. */
  provider(send: Send): IdentityProvider
  /** Wraps what the identity provider sends through. */
  providerSend(send: Send): Send
  /** How a name of its people leaves the identity provider. */
  onWire(text: string): string
  /** How the names of its people begin. */
  readonly stem: string
  readonly sender: Sender
  /** The application, where it can be asked who gets in. */
  readonly application: Application
  /** Ids of the acts that are lived; all by default. */
  readonly acts?: readonly string[]
  /** Told after the connection, and after each act. */
  readonly onAct?: (act: string) => void | Promise<void>
}

export async function live(options: LifeOptions): Promise<Life> {
  const living = new Living(options)
  try {
    return await living.all()
  } finally {
    await living.close()
  }
}

class Living {
  readonly #options: LifeOptions
  readonly #provider: IdentityProvider
  readonly #exchanges: Exchange[] = []
  readonly #differences: Difference[] = []
  readonly #remarks: Remark[] = []
  readonly #inVain: InVain[] = []
  readonly #stumbles: Exchange[] = []
  /** What is known to differ, so that the next act does not tell it again. */
  readonly #known = new Set<string>()
  readonly #ids = new Map<string, string>()
  #state: CompanyState
  #meanwhile: Person | undefined
  readonly #keeper: DoorKeeper
  readonly #shutOut = new Set<string>()

  constructor(options: LifeOptions) {
    const { facts, stem, application, pause } = options
    this.#options = options
    this.#keeper = new DoorKeeper(application, facts.freshness, pause)
    this.#state = companyOf(stem, facts)
    this.#provider = options.provider(options.providerSend((request) => this.#send(request)))
  }

  close(): Promise<void> {
    return this.#provider.close()
  }

  async all(): Promise<Life> {
    const acts = STORY.filter((act) => this.#isLived(act))
    const lived: string[] = []
    if (await this.#connects()) {
      for (const act of acts) {
        await this.#act(act)
        lived.push(act.id)
        await this.#options.onAct?.(act.id)
        if (act.id === 'hired' && !this.#isAnybodyThere()) break
      }
    }
    const notLived = acts.map(({ id }) => id).filter((id) => !lived.includes(id))
    const { sender } = this.#options
    const checks = [...this.#keeper.results.values()]
    const troubles = [...this.#keeper.troubles].map((text) => ({ id: `door ${text}`, text }))
    const remarks = [...this.#remarks, ...troubles]
    const noted = { differences: this.#differences, remarks, checks, inVain: this.#inVain, stumbles: this.#stumbles }
    return { sender, ...noted, acts: lived, notLived }
  }

  #isLived({ id, senders, needsGroups = false, needsBlock = false, needsRoles = false }: Act): boolean {
    const { sender, facts, application, acts } = this.#options
    if (acts !== undefined && !acts.includes(id)) return false
    if (needsBlock && !application.block) return false
    if (needsRoles && !facts.keeps.has('roles')) return false
    return (senders === undefined || senders.includes(sender)) && (facts.groups || !needsGroups)
  }

  #isAnybodyThere(): boolean {
    return [...this.#state.people.keys()].some((key) => this.#ids.has(key))
  }

  async #connects(): Promise<boolean> {
    const { cause, exchange } = await this.#connection()
    await this.#options.onAct?.('connection')
    if (cause === undefined) return true
    // What was not sent tells nothing of the endpoint.
    const held = heldBack(this.#exchanges)
    if (held !== undefined) {
      this.#inVain.push({ act: 'connection', check: held })
      return false
    }
    const found = {
      subject: 'connection',
      kind: 'connection',
      attribute: 'answer',
      expected: 'a connection',
      actual: cause,
    } as const
    this.#note('connection', found, exchange)
    return false
  }

  /** A fault of the server that is gone when the connection is tested again is the weather; no service gives up because of it. */
  async #connection(): Promise<{ readonly cause?: string | undefined; readonly exchange?: Exchange | undefined }> {
    const faults: Exchange[] = []
    let cause = await this.#provider.connect()
    for (let from = 0; cause !== undefined; ) {
      const exchange = this.#exchanges.slice(from).findLast((one) => isFailure(one)) ?? this.#exchanges.at(-1)
      if (exchange === undefined || !isStumble(answerOf(exchange)) || faults.length === CONNECTION_TRIES - 1)
        return { cause, exchange }
      faults.push(exchange)
      from = this.#exchanges.length
      cause = await this.#provider.testAgain()
    }
    this.#stumbles.push(...faults)
    return {}
  }

  async #act(act: Act): Promise<void> {
    const from = this.#exchanges.length
    const before = this.#state
    const after = act.becomes(before)
    await act.does(before, this.#stage(act))
    this.#state = after
    for (let times = 0; times < (act.settles ?? 1); times += 1) {
      if (times > 0) await this.#provider.tryAgain?.()
      await this.#provider.settle(act.touches)
    }
    for (const [key, id] of await this.#provider.links()) this.#ids.set(key, id)
    const exchanges = this.#exchanges.slice(from)
    const known = this.#differences.length
    this.#noteRefusals(act, exchanges)
    const { found, blocked = heldBack(exchanges) } = await this.#look(act)
    for (const one of found) this.#note(act.id, one, this.#writeAbout(one, exchanges))
    // What was not sent, or is waited for, brings nothing about, and the endpoint is not to blame for that.
    if (blocked !== undefined) this.#differences.splice(known)
    const mistaken = blocked === undefined ? undefined : this.#noteMistaken(act, exchanges)
    const missing = mistaken ?? (this.#differences.length > known ? undefined : this.#missing(act))
    if (blocked !== undefined && mistaken === undefined) this.#inVain.push({ act: act.id, check: blocked })
    else if (missing !== undefined) this.#inVain.push({ act: act.id, missing })
    await this.#keeper.look(act.id, this.#wantedAtTheDoor(act))
    this.#forgetGone()
  }

  /** @returns the key of somebody whose lookup was answered with somebody else */
  #noteMistaken(act: Act, exchanges: readonly Exchange[]): string | undefined {
    const { asked, exchange } = answeredWithOther(exchanges) ?? {}
    const isAsked = ({ userName }: Person) => this.#options.onWire(userName).toLowerCase() === asked
    const key = [...this.#state.people.values()].find(isAsked)?.key
    if (key === undefined) return undefined
    const expected = 'nobody else'
    this.#note(
      act.id,
      { subject: key, kind: 'user', attribute: 'look-up', expected, actual: 'somebody else' },
      exchange,
    )
    return key
  }

  /** Somebody whom the act is about, who must be there and had not arrived in an act before. */
  #missing({ touches }: Act): string | undefined {
    const { facts, sender } = this.#options
    return touches.find((key) => {
      if (this.#ids.has(key)) return false
      if (this.#state.people.has(key)) return expectedPerson(this.#state, key, sender).presence === 'there'
      return facts.groups && sender !== 'onDemand' && expectedTeam(this.#state, key).presence === 'there'
    })
  }

  /** A user who is gone for good has no id that a group could still have. */
  #forgetGone(): void {
    for (const { key, place } of this.#state.people.values()) if (place === 'gone') this.#ids.delete(key)
  }

  /** Those of the act who are at the endpoint under the name that they have; in the bin they have another. */
  #wantedAtTheDoor({ touches }: Act): readonly Wanted[] {
    return touches.flatMap((key) => {
      const person = this.#state.people.get(key)
      if (!person?.wasThere || person.place !== 'here' || !this.#ids.has(key)) return []
      const isBlocked = this.#shutOut.has(key)
      const entry = isActive(this.#state, key) && !isBlocked ? ('in' as const) : ('out' as const)
      return [{ key, userName: this.#options.onWire(person.userName), entry, isBlocked }]
    })
  }

  #stage(act: Act): Stage {
    return {
      provider: this.#provider,
      colleagueMakes: (person) => this.#colleagueMakes(person),
      colleagueMakesMeanwhile: (person) => {
        this.#meanwhile = person
      },
      settle: () => this.#provider.settle(act.touches),
      colleagueMakesTeam: (team, members) => this.#colleagueMakesTeam(team, members),
      shutOut: (person) => this.#shutsOut(person),
    }
  }

  async #shutsOut({ key, userName }: Person): Promise<void> {
    this.#shutOut.add(key)
    await this.#options.application.block?.(this.#options.onWire(userName))
  }

  async #colleagueMakes(person: Person): Promise<Answer> {
    const { facts, send, onWire } = this.#options
    const userName = onWire(person.userName)
    const body = personBody(facts, userName.split('@')[0] ?? userName)
    const named = { ...body, userName, displayName: onWire(displayNameOf(person)) }
    return answerOf(await send(composed(facts, 'POST', '/Users', { body: named })))
  }

  async #colleagueMakesTeam({ name }: Team, members: readonly string[]): Promise<void> {
    const { facts, send, onWire } = this.#options
    const ids = members.flatMap((key) => this.#ids.get(key) ?? [])
    const body = { ...groupBody(onWire(name)), members: ids.map((value) => ({ value })) }
    await send(composed(facts, 'POST', '/Groups', { body }))
  }

  /** What the identity provider sends is recorded; in between another client may be quicker. */
  async #send(request: ScimRequest): Promise<Exchange> {
    const person = this.#meanwhile
    if (
      person &&
      request.method === 'POST' &&
      request.body?.includes(`"userName":"${this.#options.onWire(person.userName)}"`)
    ) {
      this.#meanwhile = undefined
      await this.#colleagueMakes(person)
    }
    const exchange = await this.#options.send(request)
    this.#exchanges.push(exchange)
    return exchange
  }

  /**
   * Whom the act is not about is looked at too: somebody who was hired first and the team that everybody is in. In a life in other forms,
   * whose acts the usual life has had as well, once at its end.
   */
  #bystanders({ id }: Act): readonly string[] {
    const { acts } = this.#options
    return acts === undefined || id === acts.at(-1) ? ['cleo', STAFF] : []
  }

  /** @returns what differs, and what kept us from looking on */
  async #look(act: Act): Promise<{ readonly found: readonly Found[]; readonly blocked?: string }> {
    const { facts, send, pause, sender, onWire } = this.#options
    const q = new Questioner(facts, `life-${sender}`, 0)
    const looked = [...new Set([...act.touches, ...this.#bystanders(act)])]
    const found: Found[] = []
    let blocked: string | undefined
    try {
      for (const key of looked) {
        const person = this.#state.people.has(key)
        if (!person && !facts.groups) continue
        if (!person && sender === 'onDemand') continue
        const looking = person
          ? lookAtPerson(q, expectedPerson(this.#state, key, sender, onWire), this.#ids)
          : lookAtTeam(q, expectedTeam(this.#state, key, onWire), this.#ids)
        found.push(...(await ask(looking, { send, pause })))
      }
      const counted = this.#state.people.get(act.counts ?? '')
      if (counted) found.push(...(await ask(lookForOne(q, counted.key, onWire(counted.userName)), { send, pause })))
    } catch (error) {
      if (!(error instanceof Blocked)) throw error
      blocked = error.check
    }
    this.#remarks.push(...q.remarks)
    return { found, ...(blocked === undefined ? {} : { blocked }) }
  }

  /** Writes, and lookups, that the endpoint refused: the identity provider stops there, whatever the directory says. */
  #noteRefusals(act: Act, exchanges: readonly Exchange[]): void {
    for (const exchange of exchanges) {
      if (!isFailure(exchange) || exchange.failure?.kind === 'blocked') continue
      if (act.id === 'colleague' && exchange.request.method === 'POST' && this.#isHealed(exchange)) continue
      const kind = /\/Groups(\/|\?|$)/.test(exchange.request.url) ? 'group' : 'user'
      const { method } = exchange.request
      const actual = answerOf(exchange).status || 'no answer'
      const subject = this.#subjectOf(exchange) ?? (kind === 'group' ? 'a group' : 'a person')
      this.#note(act.id, { subject, kind, attribute: 'answer', expected: `${method} is carried out`, actual }, exchange)
    }
  }

  /** A conflict is looked up again; with Okta whatever was refused waits for an administrator who sends it again (O605). */
  #isHealed(exchange: Exchange): boolean {
    return answerOf(exchange).status === 409 || this.#provider.tryAgain !== undefined
  }

  #subjectOf({ request }: Exchange): string | undefined {
    const byId = [...this.#ids].find(([, id]) => request.url.endsWith(`/${encodeURIComponent(id)}`))?.[0]
    return (
      byId ??
      [...this.#state.people.values()].find(({ userName }) => request.body?.includes(this.#options.onWire(userName)))
        ?.key
    )
  }

  #writeAbout({ subject }: Found, exchanges: readonly Exchange[]): Exchange | undefined {
    const writes = exchanges.filter(({ request }) => request.method !== 'GET')
    const id = this.#ids.get(subject)
    const person = this.#state.people.get(subject)
    const userName = person && this.#options.onWire(person.userName)
    const own = writes.findLast(({ request, response }) => {
      if (id !== undefined && request.url.includes(`/${encodeURIComponent(id)}`)) return true
      if (userName !== undefined && request.body?.includes(userName)) return true
      return (
        id !== undefined &&
        response !== undefined &&
        idIn(answerOf({ request, response, startedAt: 0, durationMs: 0 }).body) === id
      )
    })
    return own ?? writes.at(-1)
  }

  #note(act: string, found: Found, exchange: Exchange | undefined): void {
    const { readBack, wrong: parts, ...difference } = found
    const wrong = parts ?? [found.attribute === 'answer' ? patternOf(exchange) : found.expected]
    const news = wrong
      .map((one) => JSON.stringify([found.subject, found.attribute, one]))
      .filter((one) => !this.#known.has(one))
    if (news.length === 0) return
    for (const one of news) this.#known.add(one)
    const shown = { ...(exchange ? { exchange } : {}), ...(readBack ? { readBack: readBack.exchange } : {}) }
    this.#differences.push({ sender: this.#options.sender, act, ...difference, ...shown })
  }
}

/** Times that a connection is tested at most while the server fails. */
const CONNECTION_TRIES = 3
