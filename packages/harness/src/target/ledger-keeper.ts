// Keeps the ledger beside the wire: names before a POST, ids behind it, what is gone, and whose account an answer really is.
import type { Exchange } from '@scimulator/shared/provisioning'
import type { JsonObject, JsonValue } from '@scimulator/shared/scim'
import type { GuardOptions } from './guard-options.ts'
import type { LookUps } from './look-ups.ts'
import { isOwnResource } from './own-resource.ts'
import { type Announced, answersOf } from './postings.ts'
import { readAddress } from './read-address.ts'
import { resourcesIn, type SeenResource } from './read-answer.ts'
import { idKey, isAddressable, type ResourceRef } from './resource-kind.ts'
import type { LedgerEntry } from './run-ledger.ts'
import { matchedBy, takeOverReason } from './take-over.ts'

export type Numbered = Announced & { readonly seq: number }

export class LedgerKeeper {
  readonly #options: GuardOptions
  readonly #lookUps: LookUps
  /** Seen at the endpoint with the run's name, in an answer to a read. */
  readonly #seen = new Set<string>()
  #seq = 0

  constructor(options: GuardOptions, lookUps: LookUps) {
    this.#options = options
    this.#lookUps = lookUps
  }

  /** Resolves when the names are on the disk; only then may the request leave. */
  async announce(announced: readonly Announced[]): Promise<readonly Numbered[]> {
    const numbered = announced.map((one) => {
      this.#seq += 1
      return { ...one, seq: this.#seq }
    })
    await Promise.all(numbered.map(({ kind, name, seq }) => this.#record({ event: 'posting', seq, kind, name })))
    return numbered
  }

  /** Notes what came of the POSTs of a request. */
  async settle(announced: readonly Numbered[], exchange: Exchange, tookMs: number): Promise<void> {
    for (const [index, outcome] of answersOf(announced, exchange).entries()) {
      const one = announced[index]
      if (!one) continue
      if (outcome === 'refused') await this.#record({ event: 'refused', seq: one.seq })
      if (typeof outcome === 'string' || !isAddressable(outcome.id)) continue
      await this.#recordAnswer(one, { ...outcome, exchange, tookMs })
    }
  }

  async #recordAnswer({ kind, seq, sent }: Numbered, answer: Answered): Promise<void> {
    const { exchange, resource, tookMs, id, status } = answer
    const { ledger, isAdopted, now } = this.#options
    const ref = { kind, id }
    const measured = { answeredAt: now(), tookMs }
    const post = { ref, exchange, resource, ...measured, ...(status === undefined ? {} : { status }) }
    // What was there is not the run's to delete, even where the run may change it.
    if (isAdopted(ref)) return this.#record({ event: 'refused', seq })
    const reason = ledger.standing(ref) === 'ours' ? undefined : takeOverReason(post, this.#options)
    if (reason === undefined) return this.#record({ event: 'made', seq, ...ref })
    await this.#record({ event: 'taken-over', ...ref })
    this.#lookUps.noteTakeOver(ref, `POST ${exchange.request.url}`)
    this.#options.onStop({
      code: 'taken-over',
      verdict: 'protected',
      message: takenOverMessage(exchange, reason, matchedBy(sent, post)),
    })
  }

  /** What an answer says of resources that are ours: gone by a DELETE, or there although their POST got no answer. */
  async learn({ request, response }: Exchange, body: JsonObject | undefined): Promise<void> {
    if (!response) return
    const address = readAddress(request.url, this.#options.connection.url)
    if (request.method === 'DELETE' && address.kind === 'resource') {
      await this.#noteDeletion({ kind: address.endpoint, id: address.id }, response.status)
    }
    if (request.method !== 'GET' || response.status >= 300) return
    const endpoint = 'endpoint' in address ? address.endpoint : undefined
    for (const one of resourcesIn(body, endpoint)) await this.#recognise(one)
  }

  async #noteDeletion(ref: ResourceRef, status: number): Promise<void> {
    const isGone = status < 300 || status === 404 || status === 410
    this.#seen.delete(idKey(ref))
    if (isGone && this.#options.ledger.standing(ref) === 'ours') await this.#record({ event: 'gone', ...ref })
  }

  /** A POST that got no answer may have made its resource all the same; an answer that shows it under its name tells its id. */
  async #recognise({ kind, id, resource }: SeenResource): Promise<void> {
    const { ledger, inventory, isOfAnotherRun, ownsValue } = this.#options
    const ref = { kind, id }
    if (ledger.standing(ref) === 'ours' && isOwnResource(resource, kind, ownsValue)) this.see(ref)
    if (ledger.unanswered().length === 0) return
    const name = folded(kind === 'Users' ? resource.userName : resource.displayName)
    if (name === '' || ledger.standing(ref) !== 'not-ours' || !isAddressable(id)) return
    const posting = ledger.unanswered().find((one) => one.kind === kind && folded(one.name) === name)
    if (!posting || inventory.has(ref) || isOfAnotherRun(ref)) return
    await this.#record({ event: 'made', seq: posting.seq, ...ref })
  }

  hasSeen(ref: ResourceRef): boolean {
    return this.#seen.has(idKey(ref))
  }

  see(ref: ResourceRef): undefined {
    this.#seen.add(idKey(ref))
  }

  /** It turns out to be an account of others. */
  async disown(ref: ResourceRef): Promise<void> {
    const made = this.#options.ledger.made().find((one) => idKey(one) === idKey(ref))
    await this.#record({ event: 'taken-over', ...ref })
    this.#lookUps.noteTakeOver(ref, `POST ${this.#options.connection.url}/${ref.kind}`)
    if (made) await this.announce([{ kind: made.kind, name: made.name, sent: undefined }])
  }

  async #record(entry: LedgerEntry): Promise<void> {
    this.#options.ledger.apply(entry)
    await this.#options.note(entry)
  }
}

interface Answered {
  readonly exchange: Exchange
  readonly id: string
  readonly resource: JsonObject
  readonly status?: number
  readonly tookMs: number
}

function takenOverMessage({ request }: Exchange, reason: string, matched: readonly string[]): string {
  const shared = matched.length === 0 ? '' : ` Of the values that were sent, the account has: ${matched.join(', ')}.`
  return `POST ${request.url} was answered with an account that is not the run's: ${reason}.${shared} Nothing more is sent to it.`
}

function folded(name: JsonValue | undefined): string {
  return typeof name === 'string' ? name.trim().toLowerCase() : ''
}
