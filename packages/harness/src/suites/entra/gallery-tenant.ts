// A tenant of the Entra ID simulator with a non-gallery app, as the validation kit of the app gallery uses a real one: people and groups are
// assigned, cycles run, and the provisioning logs tell what happened.
import { entraProgram } from '@scimulator/entra-sim/program'
import type { Exchange, ScimRequest } from '@scimulator/shared/provisioning'
import { createSeededIds, createVirtualSchedule, MINUTE_MS, type VirtualSchedule } from '@scimulator/shared/runtime'
import { asText, isJsonObject, type JsonValue } from '@scimulator/shared/scim'
import { type Answer, answerOf } from '../../examine/answer.ts'
import { type Acting, verbsOf } from '../../examine/lives/verbs-of.ts'
import type { Program } from '../../world/program.ts'
import type { Stage } from '../suite.ts'

/** Between two cycles lie 40 minutes (Microsoft: Known issues for provisioning). */
const CYCLE_MS = 41 * MINUTE_MS

export interface SourceUser {
  readonly id: string
  /** As it leaves the tenant. */
  readonly userName: string
}

export interface SourceGroup {
  readonly id: string
  readonly displayName: string
}

export class GalleryTenant {
  /** Everything that the tenant has sent, with the answers. */
  readonly exchanges: Exchange[] = []
  readonly #stage: Stage
  readonly #schedule: VirtualSchedule
  readonly #program: Program
  readonly act: Acting
  #named = 0
  #isStarted = false

  constructor(stage: Stage) {
    this.#stage = stage
    this.#schedule = createVirtualSchedule(stage.start)
    const send = stage.providerSend((request) => this.#recorded(request))
    this.#program = entraProgram.create({
      schedule: this.#schedule,
      ids: createSeededIds(stage.facts.prefix, 'entra'),
      send,
      publicUrl: 'http://entra.scimulator.test',
      options: {},
    })
    this.act = verbsOf(this.#program.control)
  }

  async #recorded(request: ScimRequest): Promise<Exchange> {
    const exchange = await this.#stage.send(request)
    this.exchanges.push(exchange)
    return exchange
  }

  /** @returns why the endpoint cannot be connected to */
  async connect(): Promise<string | undefined> {
    const { url, token } = this.#stage
    await this.act('create-app', { name: 'Endpoint' })
    await this.act('use-mapping-preset', { preset: 'default' })
    await this.act('set-credentials', { tenantUrl: url, secretToken: token })
    return await this.act.refusal('test-connection', {})
  }

  async makeUser(set: Readonly<Record<string, unknown>> = {}): Promise<SourceUser> {
    const name = this.#name()
    const userPrincipalName = `${name}@${this.#stage.facts.emailDomain}`
    const own = { displayName: `Ada ${name}`, givenName: 'Ada', surname: `Of ${name}`, mail: userPrincipalName }
    const more = { mailNickname: name, jobTitle: 'Engineer', department: 'Research', employeeId: `no-${name}`, ...set }
    const made = await this.act('create-user', { userPrincipalName, set: { ...own, ...more } })
    return { id: idOf(made), userName: this.#stage.onWire(userPrincipalName) }
  }

  async makeGroup(members: readonly SourceUser[] = []): Promise<SourceGroup> {
    const name = this.#name()
    const made = await this.act('create-group', { name, members: members.map(({ id }) => id) })
    return { id: idOf(made), displayName: this.#stage.onWire(name) }
  }

  #name(): string {
    this.#named += 1
    return `${this.#stage.stem}-kit${this.#named}`
  }

  /** Another name, as the tenant has it. */
  newName(): string {
    return this.#name()
  }

  onWire(name: string): string {
    return this.#stage.onWire(name)
  }

  /** Everything that is due goes out. */
  async cycle(): Promise<void> {
    if (!this.#isStarted) await this.act('start', {})
    this.#isStarted = true
    await this.#schedule.advanceTo(this.#schedule.now() + CYCLE_MS)
  }

  /** Actions of the provisioning logs about an object that succeeded, oldest first: `create`, `update`, `disable`, `delete`. */
  async actions(id: string): Promise<readonly string[]> {
    const items = (await this.#program.control.views.get('provisioning-logs')?.read({})) ?? []
    return items
      .map(({ value }) => value as JsonValue)
      .filter(isJsonObject)
      .filter(({ sourceIdentity }) => isJsonObject(sourceIdentity) && sourceIdentity.id === id)
      .filter(
        ({ provisioningStatusInfo }) =>
          isJsonObject(provisioningStatusInfo) && provisioningStatusInfo.status === 'success',
      )
      .map(({ provisioningAction }) => asText(provisioningAction).toLowerCase())
  }

  /** The last thing that the tenant wrote, or tried to. */
  lastWrite(): Answer | undefined {
    const exchange = this.exchanges.findLast(({ request }) => request.method !== 'GET') ?? this.exchanges.at(-1)
    return exchange && answerOf(exchange)
  }

  /** A request that was refused, the last one: it tells more than what was read afterwards. */
  refused(): Answer | undefined {
    const answers = this.exchanges.map(answerOf)
    return answers.findLast(({ ok, status, exchange }) => !ok && !(status === 404 && exchange.request.method === 'GET'))
  }

  close(): Promise<void> {
    return this.#program.close()
  }
}

function idOf(made: unknown): string {
  return asText(Reflect.get(Object(made), 'id'))
}
