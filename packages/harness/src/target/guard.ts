// The guard stands in `send`, under everything. It judges each request, has the ledger kept, and tells what it has stopped.
import { carryOut, type Exchange, type ScimRequest, type Send } from '@scimulator/shared/provisioning'
import type { GuardOptions } from './guard-options.ts'
import { judgeRequest, type LedgerView, nounOf, type RefusalCode } from './judge-request.ts'
import { LedgerKeeper } from './ledger-keeper.ts'
import { createLookUps, type LookUps } from './look-ups.ts'
import { isOwnResource } from './own-resource.ts'
import { announcedIn } from './postings.ts'
import { answeredObject, bodyObject } from './read-answer.ts'
import { RESOURCE_KINDS, type ResourceKind, type ResourceRef } from './resource-kind.ts'
import { stopMessage, verdictOf } from './stop.ts'
import { getRequest, pathOf } from './target-connection.ts'

const PROOFS_AT_A_TIME = 8

export class Guard {
  readonly view: LedgerView
  readonly #options: GuardOptions
  readonly #lookUps: LookUps
  readonly #keeper: LedgerKeeper

  constructor(options: GuardOptions) {
    const { ledger, isAdopted, ownsValue, connection } = options
    this.#options = options
    this.view = { standing: ledger.standing, isAdopted, ownsValue }
    this.#lookUps = createLookUps(connection.url, ownsValue)
    this.#keeper = new LedgerKeeper(options, this.#lookUps)
  }

  /** What is refused does not leave; its exchange has a failure of kind `blocked`. */
  guarding(send: Send): Send {
    return async (request) => (await this.#refusalOf(request)) ?? this.#sendKept(request, send)
  }

  async #refusalOf(request: ScimRequest): Promise<Exchange | undefined> {
    const { connection, ended, readsOn = false } = this.#options
    const reason = readsOn && request.method === 'GET' ? undefined : ended()
    if (reason !== undefined) return this.#blocked(request, reason)
    const judgement = judgeRequest(request, this.view, connection.url)
    if (!judgement.allowed) return this.#stop(request, judgement.code, judgement.reason, judgement.ref)
    return (await this.#firstUnproved(request, judgement.toProve)) ?? this.#takeRoom(request)
  }

  /** A PATCH of a group may name hundreds: several are looked at at a time, and those behind one that fails are left out. */
  async #firstUnproved(request: ScimRequest, refs: readonly ResourceRef[]): Promise<Exchange | undefined> {
    await this.#seeTogether(refs)
    const unproved: Exchange[] = []
    await carryOut(refs, PROOFS_AT_A_TIME, async (ref) => {
      if (unproved.length > 0) return
      const stopped = await this.#prove(request, ref)
      if (stopped) unproved.push(stopped)
    })
    return unproved[0]
  }

  /** Where few are there, one list shows the names of many. */
  async #seeTogether(refs: readonly ResourceRef[]): Promise<void> {
    const { listNames, ownsValue } = this.#options
    if (!listNames) return
    for (const kind of RESOURCE_KINDS) {
      const unseen = refs.filter(
        (ref) => ref.kind === kind && this.view.standing(ref) === 'ours' && !this.#keeper.hasSeen(ref),
      )
      const listed = await listNames(
        kind,
        unseen.map(({ id }) => id),
      )
      for (const [id, resource] of listed) if (isOwnResource(resource, kind, ownsValue)) this.#keeper.see({ kind, id })
    }
  }

  /** What the request makes has its places from here until the ledger has it. */
  async #takeRoom(request: ScimRequest): Promise<Exchange | undefined> {
    const { connection, takeRoom, releaseRoom, ended } = this.#options
    const taken: ResourceKind[] = []
    for (const { kind } of announcedIn(request, connection.url)) {
      const answer = await takeRoom(kind)
      if (answer === 'free') taken.push(kind)
      const reason = ended()
      if (answer === 'free' && reason === undefined) continue
      for (const one of taken) releaseRoom(one)
      return answer === 'free' ? this.#blocked(request, reason ?? '') : this.#stopFull(request, kind, answer)
    }
    return undefined
  }

  async #sendKept(request: ScimRequest, send: Send): Promise<Exchange> {
    const { connection, now, afterWrite, releaseRoom, readBody } = this.#options
    const making = announcedIn(request, connection.url)
    const announcing = this.#keeper.announce(making)
    for (const { kind } of making) releaseRoom(kind)
    const announced = await announcing
    const since = now()
    const exchange = await send(request)
    await this.#keeper.settle(announced, exchange, now() - since)
    const body = answeredObject(exchange, readBody)
    await this.#keeper.learn(exchange, body)
    this.#lookUps.note(exchange, body, (ref) => this.#isOurs(ref))
    if (request.method !== 'GET') await afterWrite(request)
    return exchange
  }

  #isOurs(ref: ResourceRef): boolean {
    return this.view.standing(ref) !== 'not-ours' || this.view.isAdopted(ref)
  }

  /**
   * Whether a resource is the run's, by looking at it: once for what the run has made, before it is first written to, and each time for
   * what it has deleted. What an answer to a POST says is not enough: it may be put together, and the id somebody's.
   * @returns what stands for the request's answer when it is not proved
   */
  async #prove(request: ScimRequest, ref: ResourceRef): Promise<Exchange | undefined> {
    const { connection, ownsValue, inventory } = this.#options
    const isGone = this.view.standing(ref) === 'gone'
    if (!isGone && this.#keeper.hasSeen(ref)) return undefined
    const proof = await connection.send(getRequest(connection, pathOf(ref)))
    const status = proof.response?.status
    if (status === 404 || status === 410) return undefined
    const body = status !== undefined && status < 300 && proof.response ? bodyObject(proof.response) : undefined
    if (body && isOwnResource(body, ref.kind, ownsValue)) return this.#keeper.see(ref)
    if (body) return this.#stopStranger(request, ref, isGone)
    // Without an answer, what was there before the run tells; it cannot tell who came since.
    return !isGone && inventory.isComplete(ref.kind) ? undefined : { ...proof, request }
  }

  async #stopStranger(request: ScimRequest, ref: ResourceRef, isGone: boolean): Promise<Exchange> {
    await this.#keeper.disown(ref)
    const noun = `${nounOf(ref.kind)} ${ref.id}`
    const reason = isGone
      ? `the run has deleted ${noun}, and somebody else has that id now`
      : `${noun} was handed out for the run's, and shows another name`
    return this.#stop(request, 'taken-over', reason, ref)
  }

  #stop(request: ScimRequest, code: RefusalCode, reason: string, ref?: ResourceRef): Exchange {
    const origin = code === 'no-id' ? this.#lookUps.nameless : ref && this.#lookUps.originOf(ref)
    const message = stopMessage(request, code, reason, origin)
    this.#options.onStop({ code, verdict: verdictOf(code, origin), message })
    return this.#blocked(request, message)
  }

  #stopFull(request: ScimRequest, kind: ResourceKind, answer: 'full' | 'crowded'): Exchange {
    const { most, onStop } = this.#options
    const held = `there are ${most[kind]} ${kind.toLowerCase()} of the run already, and it holds no more at a time`
    const way = kind === 'Users' ? ' --max-accounts allows more.' : ''
    const message = `POST ${request.url} was not sent: ${held}.${way}`
    onStop({ code: answer === 'crowded' ? 'crowded' : 'limit', verdict: 'limit', message, kind })
    return this.#blocked(request, message)
  }

  #blocked(request: ScimRequest, message: string): Exchange {
    return { request, startedAt: this.#options.now(), durationMs: 0, failure: { kind: 'blocked', message } }
  }
}
