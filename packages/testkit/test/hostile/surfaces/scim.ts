// SCIM of the receiver, without a socket: whatever arrives, the answer is SCIM, and what is refused has changed nothing.
import { createReceiver, type Receiver } from '@scimulator/receiver'
import { createSeededIds, createVirtualSchedule } from '@scimulator/shared/runtime'
import { type AnyTarget, hidden, must } from '../target.ts'
import { type Answered, type Asked, bytesOf, mutatedRequest, shownRequest, smallerRequests } from './request.ts'
import { mustBeScim } from './scim-answer.ts'
import { group, user } from './scim-people.ts'
import { GROUPS, scimRequest, TOKEN, USERS } from './scim-requests.ts'
import { surfaceTarget } from './surface-target.ts'
import { openNamed } from './worlds/named-worlds.ts'

const START = Date.parse('2026-01-05T08:00:00Z')

const FILES = ['query-parameters.ts', 'search-request.ts', 'request-head.ts', 'media-type.ts'].map(
  (file) => `receiver/src/scim/request/${file}`,
)

/** A look at everything takes ten times as long as a request. */
const LOOK_EVERY = 10

export function scimTarget(profile: 'rfc' | 'lark'): AnyTarget {
  const people = new People(profile)
  return hidden<Asked>({
    name: `SCIM (${profile})`,
    files: profile === 'rfc' ? FILES : [],
    ...{ make: scimRequest, mutate: mutatedRequest, smaller: smallerRequests, show: shownRequest },
    async run(asked) {
      const before = people.known()
      const answer = await people.ask(asked)
      must(people.faults.length === 0, () => `a fault: ${String(people.faults.splice(0)[0])}`)
      mustBeScim(answer, asked)
      if (answer.status >= 400) must(people.unchanged(before), () => `${answer.status} has changed what is there`)
      return answer.status < 400
    },
    reset: () => people.reset(),
    sizes: () => ({ bytes: people.rows().length }),
  })
}

/** The same through the server's own door. */
export async function scimServerTarget(profile: 'rfc' | 'lark', open = openNamed): Promise<AnyTarget> {
  const surface = { name: `SCIM (${profile})`, files: [], make: scimRequest, isError: () => true }
  return surfaceTarget({ ...surface, judgeAll: mustBeScim }, await open(profile))
}

/** A receiver with people, whose ids stand in requests by their number. */
class People {
  readonly faults: unknown[] = []
  readonly #receiver: Receiver
  #known = { seq: -1, rows: '' }
  #refusals = 0
  #ids: ReadonlyMap<string, string> = new Map()

  constructor(profile: 'rfc' | 'lark') {
    this.#receiver = createReceiver({
      profile,
      schedule: createVirtualSchedule(START),
      ids: createSeededIds(1, 'receiver'),
      sources: [{ token: TOKEN }],
      onFault: (fault) => this.faults.push(fault instanceof Error ? fault.stack : fault),
    })
  }

  async reset(): Promise<void> {
    this.#receiver.reset()
    this.#known = { seq: -1, rows: '' }
    const ids = new Map<string, string>()
    for (let index = 0; index < USERS; index += 1) ids.set(`ID${index}`, await this.#made('/Users', user(index)))
    for (let index = 0; index < GROUPS; index += 1) ids.set(`GID${index}`, await this.#made('/Groups', group(index)))
    this.#ids = ids
  }

  async #made(collection: string, resource: object): Promise<string> {
    const headers = [['authorization', `Bearer ${TOKEN}`]] as const
    const body = JSON.stringify(resource)
    const answer = await this.ask({ method: 'POST', target: `/scim/v2${collection}`, headers, body })
    must(answer.status === 201, () => `${collection} cannot be filled: ${answer.body}`)
    return JSON.parse(answer.body).id
  }

  /** What is there, as far as it is known without a look: nothing changes without a step. */
  known(): string {
    if (this.#known.seq !== this.#receiver.control.seq())
      this.#known = { seq: this.#receiver.control.seq(), rows: this.rows() }
    return this.#known.rows
  }

  /** Looks for itself now and then, because what is wrong may have changed something without a step. */
  unchanged(before: string): boolean {
    this.#refusals += 1
    return (this.#refusals % LOOK_EVERY === 0 ? this.rows() : this.known()) === before
  }

  /** What is stored of resources; logs are no state that a client could see change. */
  rows(): string {
    const { rows } = this.#receiver.snapshot() as { rows: readonly { readonly collection: string }[] }
    return JSON.stringify(rows.filter(({ collection }) => collection === 'records'))
  }

  ask(asked: Asked): Promise<Answered> {
    const [target, body] = [this.#withIds(asked.target), bytesOf({ ...asked, body: this.#withIds(asked.body ?? '') })]
    const rawHeaders = asked.headers.flat()
    return this.#receiver.scim({ method: asked.method, target, rawHeaders, body, baseUrl: 'http://localhost' })
  }

  #withIds(text: string): string {
    return text.replace(/G?ID\d/g, (name) => this.#ids.get(name) ?? name)
  }
}
