// One life, acted at a plain SCIM 2.0 service provider, with every exchange and whose it was.
import { createReceiver } from '@scimulator/receiver'
import { handlerSend } from '@scimulator/shared/http'
import type { Exchange, ScimRequest } from '@scimulator/shared/provisioning'
import { createSeededIds, createVirtualSchedule } from '@scimulator/shared/runtime'
import { answerOf } from '../examine/answer.ts'
import { composed } from '../examine/facts.ts'
import type { Act, Stage } from '../examine/lives/acts.ts'
import { type CompanyState, displayNameOf, type Person, type Team } from '../examine/lives/company-state.ts'
import { EntraIdentityProvider, type ProviderOptions } from '../examine/lives/entra-identity-provider.ts'
import type { IdentityProvider } from '../examine/lives/identity-provider.ts'
import { JumpCloudIdentityProvider } from '../examine/lives/jumpcloud-identity-provider.ts'
import { OktaIdentityProvider } from '../examine/lives/okta-identity-provider.ts'
import { companyOf, STORY } from '../examine/lives/story.ts'
import { groupBody, personBody } from '../examine/person.ts'
import type { CorpusRequest, CorpusSender } from './corpus.ts'

export const BASE_URL = 'http://endpoint.scimulator.test/scim/v2'
export const TOKEN = 'token-of-the-endpoint'
export const STEM = 'contoso'

const START = Date.parse('2026-01-05T08:00:00Z')
const PLAINLY = {
  base: BASE_URL,
  query: '',
  headers: [['Authorization', `Bearer ${TOKEN}`]] as const,
  contentType: 'application/scim+json',
}
const GROUND = { emailDomain: 'contoso.example', omit: [], phone: (text: string) => text }

export interface LivedAct {
  readonly id: string
  /** Keys of the people and teams that it is about. */
  readonly touches: readonly string[]
  readonly after: CompanyState
  readonly exchanges: readonly { readonly by: CorpusRequest['by']; readonly exchange: Exchange }[]
}

/** Which of the lives is whose. */
export const LIVES = {
  entra: 'entra',
  'entra-legacy': 'entraLegacy',
  jumpcloud: 'jumpcloud',
  okta: 'okta',
  'okta-catalogue': 'oktaCatalogue',
} as const

/** The same acts, and byte for byte the same exchanges, each time. */
export async function recordLife(sender: CorpusSender): Promise<readonly LivedAct[]> {
  const life = new RecordedLife(sender)
  try {
    return await life.all(STORY.filter((act) => isLived(act, sender)))
  } finally {
    await life.provider.close()
  }
}

function isLived({ senders, needsBlock = false }: Act, sender: CorpusSender): boolean {
  return !needsBlock && (senders === undefined || senders.includes(LIVES[sender]))
}

function providerOf(life: (typeof LIVES)[CorpusSender], options: ProviderOptions): IdentityProvider {
  if (life === 'jumpcloud') return new JumpCloudIdentityProvider(options, true)
  if (life === 'okta' || life === 'oktaCatalogue') return new OktaIdentityProvider(life, options, true)
  return new EntraIdentityProvider(life, options)
}

class RecordedLife {
  readonly provider: IdentityProvider
  readonly #send = endpoint()
  #exchanges: LivedAct['exchanges'][number][] = []
  #state = companyOf(STEM, GROUND)
  #meanwhile: Person | undefined

  constructor(sender: CorpusSender) {
    const send = (request: ScimRequest): Promise<Exchange> => this.#ask(request)
    const options = {
      send,
      url: BASE_URL,
      token: TOKEN,
      start: START,
      seed: sender,
      stem: STEM,
      withRoles: true,
      ...GROUND,
    }
    this.provider = providerOf(LIVES[sender], options)
  }

  async all(story: readonly Act[]): Promise<readonly LivedAct[]> {
    const cause = await this.provider.connect()
    if (cause !== undefined) throw new Error(`The connection test of the corpus failed: ${cause}`)
    const acts = [this.#lived('connection', [])]
    for (const act of story) acts.push(await this.#act(act))
    return acts
  }

  async #act(act: Act): Promise<LivedAct> {
    await act.does(this.#state, this.#stage(act))
    this.#state = act.becomes(this.#state)
    for (let times = 0; times < (act.settles ?? 1); times += 1) {
      if (times > 0) await this.provider.tryAgain?.()
      await this.provider.settle(act.touches)
    }
    return this.#lived(act.id, act.touches)
  }

  #lived(id: string, touches: readonly string[]): LivedAct {
    const exchanges = this.#exchanges
    this.#exchanges = []
    return { id, touches, after: this.#state, exchanges }
  }

  #stage({ touches }: Act): Stage {
    return {
      provider: this.provider,
      colleagueMakes: async (person) => answerOf(await this.#colleagueMakes(person)),
      colleagueMakesMeanwhile: (person) => {
        this.#meanwhile = person
      },
      settle: () => this.provider.settle(touches),
      colleagueMakesTeam: (team, members) => this.#colleagueMakesTeam(team, members),
      shutOut: async () => undefined,
    }
  }

  async #colleagueMakes({ userName, ...person }: Person): Promise<Exchange> {
    const displayName = displayNameOf({ userName, ...person })
    const body = { ...personBody(GROUND, userName.split('@')[0] ?? userName), userName, displayName }
    return await this.#keep('somebody else', composed(PLAINLY, 'POST', '/Users', { body, userAgent: false }))
  }

  async #colleagueMakesTeam({ name }: Team, members: readonly string[]): Promise<void> {
    const ids = await this.provider.links()
    const body = {
      ...groupBody(name),
      members: members.flatMap((key) => ids.get(key) ?? []).map((value) => ({ value })),
    }
    await this.#keep('somebody else', composed(PLAINLY, 'POST', '/Groups', { body, userAgent: false }))
  }

  async #ask(request: ScimRequest): Promise<Exchange> {
    const person = this.#meanwhile
    if (person && request.method === 'POST' && request.body?.includes(`"userName":"${person.userName}"`)) {
      this.#meanwhile = undefined
      await this.#colleagueMakes(person)
    }
    return await this.#keep('identity provider', request)
  }

  async #keep(by: CorpusRequest['by'], request: ScimRequest): Promise<Exchange> {
    const exchange = await this.#send(request)
    this.#exchanges.push({ by, exchange })
    return exchange
  }
}

function endpoint() {
  const schedule = createVirtualSchedule(START)
  const ids = createSeededIds(1, 'endpoint')
  const { scim } = createReceiver({ schedule, ids, profile: 'rfc', sources: [{ token: TOKEN }] })
  return handlerSend(scim, () => schedule.now())
}
