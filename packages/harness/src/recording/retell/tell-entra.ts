// A recording of Entra ID as steps: what must have happened at the source before each cycle, so that the cycle sends what was sent.
import { placeholder } from '../../written/placeholder.ts'
import { type Burst, burstsOf, minutesOfCycles } from './bursts.ts'
import { byHand } from './by-hand.ts'
import { type Cast, castOf, type Member } from './cast.ts'
import { mappingOf } from './entra-mapping.ts'
import { SourceSide, type Step } from './entra-source.ts'
import { entraSwitches } from './entra-switches.ts'
import { weatherOf } from './weather.ts'
import { foundIn, type ToldExchange, type Write, writeOf } from './writes.ts'

export interface EntraSetting {
  readonly hasFlag: boolean
  /** Exchanges whose answer an endpoint of ours would not have given. */
  readonly strange: ReadonlySet<number>
}

export function tellEntra(
  told: readonly ToldExchange[],
  { hasFlag, strange }: EntraSetting,
): { readonly given: object; readonly steps: readonly Step[] } {
  const cycleMs = minutesOfCycles(told) * 60_000
  const bursts = burstsOf(told, cycleMs)
  const cast = castOf(bursts)
  const writes = bursts.flatMap((one) => one.writes)
  const mapping = mappingOf(writes, cast, {
    matched: matchedBy(told, 'Users'),
    matchedGroups: matchedBy(told, 'Groups'),
    namesEnterprise: namesEnterprise(told),
  })
  const switches = entraSwitches(told, bursts, hasFlag)
  const source = new SourceSide({ cast, mapping, writes, keepsNames: 'softDeleteRename' in switches })
  const telling = new Telling({ cast, source, writes, strange, cycleMs, startedAt: bursts[0]?.startedAt ?? 0 })
  const url = `${placeholder('source.url')}${hasFlag ? '?aadOptscim062020' : ''}`
  const steps = [
    ...source.beginning(),
    { 'receiver.add-source': { kind: 'Entra ID', activate: true }, save: 'source' },
    ...telling.found(),
    { 'entra.create-app': { name: 'App' } },
    ...mapping.steps,
    { 'entra.set-credentials': { tenantUrl: url, secretToken: placeholder('source.token') } },
    ...telling.cycles(bursts),
  ] as readonly Step[]
  return { given: Object.keys(switches).length > 0 ? { entra: { switches } } : {}, steps }
}

/** Attributes that users, or groups, are looked up by. */
function matchedBy(told: readonly ToldExchange[], place: 'Users' | 'Groups'): readonly string[] {
  const about = told.filter(
    ({ recognised, exchange }) => recognised.purpose === 'match' && exchange.request.url.includes(`/${place}?`),
  )
  const names = about.flatMap(({ exchange }) => {
    const filter = new URL(exchange.request.url).searchParams.get('filter') ?? ''
    return /^(.*) eq "[^"]*"$/.exec(filter)?.[1] ?? []
  })
  return [...new Set(names)]
}

function namesEnterprise(told: readonly ToldExchange[]): boolean {
  return told.some(
    ({ exchange: { request } }) =>
      request.method === 'POST' && /"schemas"\s*:\s*\[[^\]]*extension:enterprise/.test(request.body ?? ''),
  )
}

interface Known {
  readonly cast: Cast
  readonly source: SourceSide
  readonly writes: readonly Write[]
  readonly strange: ReadonlySet<number>
  readonly cycleMs: number
  readonly startedAt: number
}

class Telling {
  readonly #cast: Cast
  readonly #writes: readonly Write[]
  readonly #cycleMs: number
  /** Whom the job knows the target's id of. */
  readonly #linked = new Set<Member>()
  readonly #source: SourceSide
  readonly #strange: ReadonlySet<number>
  #now: number
  #isStarted = false

  constructor({ cast, source, writes, strange, cycleMs, startedAt }: Known) {
    this.#cast = cast
    this.#source = source
    this.#writes = writes
    this.#strange = strange
    this.#cycleMs = cycleMs
    this.#now = startedAt
  }

  /** Who was at the target before. */
  found(): readonly Step[] {
    return this.#cast.members.flatMap(({ found, kind, tried }): Step[] => {
      // Whom a request has made that nobody answered was not there before.
      if (!found || (tried !== undefined && tried < found.at)) return []
      const {
        id: _id,
        meta: _meta,
        groups: _groups,
        schemas: _schemas,
        members: _members,
        ...resource
      } = found.resource
      return [{ [kind === 'User' ? 'directory.create-user' : 'directory.create-group']: resource }]
    })
  }

  cycles(bursts: readonly Burst[]): readonly Step[] {
    const others = byHand(bursts)
    return bursts.flatMap((burst, at) => {
      const steps = this.#burst(burst, [
        ...((others[at] ?? []) as readonly Step[]),
        ...this.#binned(burst, bursts[at + 1]),
      ])
      this.#remember(burst)
      return steps
    })
  }

  /** Who is deleted in the next cycle was in the bin by this one: a user who is purged between two cycles is left out. */
  #binned({ kind, startedAt }: Burst, next: Burst | undefined): readonly Step[] {
    if (kind !== 'cycle' || !this.#isStarted || !this.#source.hidesBin) return []
    const gone = (next?.writes ?? []).filter(({ op }) => op === 'delete')
    return gone.flatMap((one) => this.#source.toBin(this.#cast.of(one), startedAt))
  }

  #remember({ exchanges }: Burst): void {
    for (const one of exchanges) {
      const write = writeOf(one)
      const id = idIn(one)
      const member = write ? this.#cast.of(write) : id === undefined ? undefined : this.#cast.byId(id)
      const isGone = write?.op === 'delete' ? write.isDone : one.exchange.response?.status === 404
      if (member && isGone) this.#linked.delete(member)
      else if (member && write?.isDone) this.#linked.add(member)
      for (const found of foundIn(one)) {
        const known = this.#cast.byId(found.id)
        if (known) this.#linked.add(known)
      }
    }
  }

  /** Whom it knows by id is looked for by name: the links were dropped. */
  #hasForgotten({ exchanges }: Burst): boolean {
    const names = new Set([...this.#linked].map((one) => this.#source.currentName(one)))
    return exchanges.some(
      ({ recognised, exchange }) => recognised.purpose === 'match' && names.has(filteredBy(exchange.request.url)),
    )
  }

  #burst(burst: Burst, others: readonly Step[]): readonly Step[] {
    const weather = weatherOf(burst.exchanges, {
      isDoneAnyway: (one) => this.#isFoundLater(one),
      strange: this.#strange,
    }) as readonly Step[]
    if (burst.kind === 'test')
      return [
        ...this.#until(burst.startedAt),
        ...weather,
        { 'entra.test-connection': {}, ...(hasFailed(burst) ? { fails: { message: 'The connection' } } : {}) },
      ]
    const isReset = this.#isStarted && burst.kind !== 'cycle' && this.#hasForgotten(burst)
    if (burst.kind === 'on-demand' && !isReset)
      return [
        ...this.#until(burst.startedAt),
        ...others,
        ...this.#acts(burst, true),
        ...weather,
        ...this.#onDemand(burst),
      ]
    if (!this.#isStarted || burst.kind !== 'cycle') {
      const verb = this.#isStarted ? 'entra.restart' : 'entra.start'
      this.#isStarted = true
      const how = isReset ? { resetScope: 'Full' } : {}
      return [...this.#until(burst.startedAt), ...others, ...this.#acts(burst), ...weather, { [verb]: how }]
    }
    const acts = [...others, ...this.#acts(burst), ...this.#unsaid(burst), ...weather]
    return acts.length === 0
      ? this.#until(burst.startedAt)
      : [...this.#until(burst.startedAt - this.#cycleMs), ...acts, ...this.#until(burst.startedAt)]
  }

  /** Nobody answered, and whom it has made is there. */
  #isFoundLater({ at, exchange }: ToldExchange): boolean {
    if (exchange.request.method !== 'POST') return exchange.response !== undefined
    return this.#cast.members.some(({ found, tried }) => found !== undefined && tried === at && found.at > at)
  }

  #until(time: number): readonly Step[] {
    const minutes = Math.round((time - this.#now) / 60_000)
    if (minutes <= 0) return []
    this.#now += minutes * 60_000
    return [{ advance: `${minutes}m` }]
  }

  #onDemand({ exchanges, writes }: Burst): readonly Step[] {
    const subject = writes.map((one) => this.#cast.of(one)).at(-1) ?? this.#askedIn(exchanges)
    if (!subject) return []
    const members = writes.flatMap(({ added }) => added.flatMap((id) => this.#cast.byId(id)?.label ?? []))
    const who = this.#source.nameOf(subject)
    return [
      {
        'entra.provision-on-demand':
          subject.kind === 'User' ? { user: who } : { group: who, ...(members.length > 0 ? { members } : {}) },
      },
    ]
  }

  #askedIn(exchanges: readonly ToldExchange[]): Member | undefined {
    const ids = exchanges.flatMap(
      ({ exchange }) => /\/(?:Users|Groups)\/([^/?]+)/.exec(exchange.request.url)?.[1] ?? [],
    )
    return ids.map((id) => this.#cast.byId(id)).find((one) => one !== undefined)
  }

  /** Somebody was read, because of a change, in vain: what it was is seen when it is sent. */
  #unsaid({ exchanges, writes, startedAt }: Burst): readonly Step[] {
    const written = new Set(writes.map((one) => this.#cast.of(one)))
    const last = exchanges.at(-1)?.at ?? 0
    return exchanges.flatMap((one) => {
      const id = foundIn(one).length > 0 ? undefined : idIn(one)
      const member = id === undefined ? undefined : this.#cast.byId(id)
      if (!member || written.has(member)) return []
      const next = this.#writes.find((write) => write.at > last && this.#cast.of(write) === member)
      if (next?.op === 'delete') return this.#source.toBin(member, startedAt)
      return next ? this.#source.actsOf(next, startedAt, false) : []
    })
  }

  /** What has changed at the source, seen from what is sent next. */
  #acts({ writes, exchanges, startedAt }: Burst, isOnDemand = false): readonly Step[] {
    const seen = exchanges.flatMap(({ at }) => this.#cast.members.filter(({ found }) => found?.at === at))
    return [
      ...seen.flatMap((member) => this.#source.assign(member)),
      ...writes.flatMap((write) => this.#source.actsOf(write, startedAt, isOnDemand)),
    ]
  }
}

/** Whom a request names by id. */
function idIn({ exchange }: ToldExchange): string | undefined {
  return /\/(?:Users|Groups)\/([^/?]+)/.exec(exchange.request.url)?.[1]
}

/** The value that is looked for. */
function filteredBy(url: string): string {
  const filter = new URL(url).searchParams.get('filter') ?? ''
  return (/ eq "([^"]*)"$/.exec(filter)?.[1] ?? '').toLowerCase()
}

function hasFailed({ exchanges }: Burst): boolean {
  return exchanges.some(({ exchange: { response } }) => response?.status !== 200)
}
