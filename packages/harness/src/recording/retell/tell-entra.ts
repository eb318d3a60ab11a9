// A recording of Entra ID as steps: what must have happened at the source before each cycle, so that the cycle sends what was sent.
import type { JsonValue } from '@scimulator/shared/scim'
import { type Burst, burstsOf, CYCLE_MS } from './bursts.ts'
import { byHand } from './by-hand.ts'
import { type Cast, castOf, type Member } from './cast.ts'
import { mappingOf, type TellingMapping } from './entra-mapping.ts'
import { inOrderOfMaking } from './source-ids.ts'
import { weatherOf } from './weather.ts'
import type { ToldExchange, Write } from './writes.ts'

export type Step = Readonly<Record<string, unknown>>

/** A person or a group as the source has it by now. */
interface Source {
  values: Map<string, JsonValue>
  name: string
  isAssigned: boolean
  isBlocked: boolean
  deletedAt: number | undefined
  isPurged: boolean
  manager: Member | undefined
  members: Set<Member>
}

export interface EntraSetting {
  readonly hasFlag: boolean
  /** Exchanges whose answer an endpoint of ours would not have given. */
  readonly strange: ReadonlySet<number>
}

export function tellEntra(told: readonly ToldExchange[], { hasFlag, strange }: EntraSetting): readonly Step[] {
  const bursts = burstsOf(told)
  const cast = castOf(bursts)
  const writes = bursts.flatMap((one) => one.writes)
  const mapping = mappingOf(writes, cast, { matched: matchedBy(told), namesEnterprise: namesEnterprise(told) })
  const telling = new Telling(cast, mapping, writes, strange)
  const url = `${placeholder('source.url')}${hasFlag ? '?aadOptscim062020' : ''}`
  const first = telling.beginning(bursts)
  return [
    ...first,
    { 'receiver.add-source': { kind: 'Entra ID', activate: true }, save: 'source' },
    ...telling.found(),
    { 'entra.create-app': { name: 'App' } },
    ...mapping.steps,
    { 'entra.set-credentials': { tenantUrl: url, secretToken: placeholder('source.token') } },
    ...telling.cycles(bursts),
  ] as readonly Step[]
}

/** Attributes that users are looked up by. */
function matchedBy(told: readonly ToldExchange[]): readonly string[] {
  const about = told.filter(
    ({ recognised, exchange }) => recognised.purpose === 'match' && /\/Users\?/.test(exchange.request.url),
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

function placeholder(path: string): string {
  return `\${${path}}`
}

const BIN_MS = 30 * 24 * 3_600_000

class Telling {
  readonly #cast: Cast
  readonly #mapping: TellingMapping
  readonly #sources = new Map<Member, Source>()
  readonly #strange: ReadonlySet<number>
  #now = 0
  #isStarted = false
  #isOnDemand = false

  constructor(cast: Cast, mapping: TellingMapping, writes: readonly Write[], strange: ReadonlySet<number>) {
    this.#strange = strange
    this.#cast = cast
    this.#mapping = mapping
    for (const member of cast.members)
      this.#sources.set(
        member,
        firstOf(
          member,
          writes.filter((one) => cast.of(one) === member),
        ),
      )
  }

  /** Everybody who ever comes, as they were first seen. */
  beginning(bursts: readonly Burst[]): readonly Step[] {
    this.#now = bursts[0]?.startedAt ?? 0
    const users = inOrderOfMaking(this.#cast.inOrder('User'), 'User')
    const groups = inOrderOfMaking(this.#cast.inOrder('Group'), 'Group')
    return [
      ...users.map((one) => ({ 'entra.create-user': this.#newUser(one) })),
      ...groups.map((one) => ({ 'entra.create-group': { name: this.#source(one).name }, save: one.label })),
    ]
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
    return bursts.flatMap((burst, at) => this.#burst(burst, (others[at] ?? []) as readonly Step[]))
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
    if (burst.kind === 'on-demand')
      return [
        ...this.#until(burst.startedAt),
        ...others,
        ...this.#acts(burst, true),
        ...weather,
        ...this.#onDemand(burst),
      ]
    if (!this.#isStarted || burst.kind === 'restart') {
      const verb = this.#isStarted ? 'entra.restart' : 'entra.start'
      this.#isStarted = true
      return [...this.#until(burst.startedAt), ...others, ...this.#acts(burst), ...weather, { [verb]: {} }]
    }
    const acts = [...others, ...this.#acts(burst), ...weather]
    return acts.length === 0
      ? this.#until(burst.startedAt)
      : [...this.#until(burst.startedAt - CYCLE_MS), ...acts, ...this.#until(burst.startedAt)]
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
    const who = this.#name(subject)
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

  /** What has changed at the source, seen from what is sent next. */
  #acts({ writes, exchanges, startedAt }: Burst, isOnDemand = false): readonly Step[] {
    this.#isOnDemand = isOnDemand
    const seen = exchanges.flatMap(({ at }) => this.#cast.members.filter(({ found }) => found?.at === at))
    return [
      ...seen.flatMap((member) => this.#assign(member)),
      ...writes.flatMap((write) => this.#actsOf(write, startedAt)),
    ]
  }

  #actsOf(write: Write, time: number): readonly Step[] {
    const member = this.#cast.of(write)
    if (write.op === 'delete') return this.#deletion(member, time)
    if (member.kind === 'Group') return this.#groupActs(member, write)
    return [...this.#assign(member), ...this.#userActs(member, write, time)]
  }

  #assign(member: Member): readonly Step[] {
    const source = this.#source(member)
    if (source.isAssigned) return []
    source.isAssigned = true
    return [{ 'entra.assign': member.kind === 'User' ? { user: member.label } : { group: this.#name(member) } }]
  }

  #userActs(member: Member, write: Write, time: number): readonly Step[] {
    const source = this.#source(member)
    const { values } = write
    const softDeleted = /^[0-9a-f]{32}(?=.)/i.test(String(values.get('userName') ?? ''))
    if (values.get('active') === false && softDeleted) {
      if (source.deletedAt !== undefined) return []
      source.deletedAt = time
      return [{ 'entra.delete-user': { user: member.label } }]
    }
    return [
      ...this.#liveliness(member, values.get('active'), write),
      ...this.#changes(member, write),
      ...this.#manager(member, values),
    ]
  }

  #liveliness(member: Member, active: JsonValue | undefined, { op }: Write): readonly Step[] {
    const source = this.#source(member)
    const user = { user: member.label }
    if (active === true && source.deletedAt !== undefined) {
      source.deletedAt = undefined
      return [{ 'entra.restore-user': user }]
    }
    if (active === true && source.isBlocked) {
      source.isBlocked = false
      return [{ 'entra.unblock-user': user }]
    }
    if (active === false && op === 'change' && !source.isBlocked && source.deletedAt === undefined) {
      // Who is blocked cannot be chosen to be provisioned on demand.
      source.isBlocked = !this.#isOnDemand
      source.isAssigned = !this.#isOnDemand
      return [{ [this.#isOnDemand ? 'entra.unassign' : 'entra.block-user']: user }]
    }
    return []
  }

  #changes(member: Member, { values, op }: Write): readonly Step[] {
    const source = this.#source(member)
    const set: Record<string, JsonValue> = {}
    const whole =
      op === 'create' ? new Map([...[...source.values.keys()].map((path) => [path, null] as const), ...values]) : values
    for (const [path, value] of whole) {
      const attribute = this.#mapping.sourceOf(path)
      if (attribute === undefined || !isPlain(attribute) || (source.values.get(path) ?? null) === value) continue
      source.values.set(path, value)
      if (path === 'userName' || attribute !== 'userPrincipalName') set[attribute] = value === '' ? null : value
    }
    return Object.keys(set).length === 0 ? [] : [{ 'entra.update-user': { user: member.label, set } }]
  }

  #manager(member: Member, values: Write['values']): readonly Step[] {
    const source = this.#source(member)
    const sent = [...values].find(([path]) => /(^|:)manager$/.test(path))
    if (!sent) return []
    const manager = typeof sent[1] === 'string' ? this.#cast.byId(sent[1]) : undefined
    if (manager === source.manager) return []
    source.manager = manager
    return [{ 'entra.update-user': { user: member.label, manager: manager?.label ?? null } }]
  }

  #groupActs(group: Member, { values, added, removed, isWhole }: Write): readonly Step[] {
    const source = this.#source(group)
    const steps: Step[] = [...this.#assign(group)]
    const name = values.get('displayName')
    if (typeof name === 'string' && name !== source.name) {
      steps.push({ 'entra.rename-group': { group: this.#name(group), name } })
      source.name = name
    }
    const known = (ids: readonly string[]) => ids.flatMap((id) => this.#cast.byId(id) ?? [])
    const gone = isWhole ? [...source.members].filter((one) => !known(added).includes(one)) : known(removed)
    for (const one of known(added)) {
      if (source.members.has(one)) continue
      source.members.add(one)
      steps.push({ 'entra.add-member': { group: this.#name(group), ...this.#asMember(one) } })
    }
    for (const one of gone) {
      if (!source.members.delete(one)) continue
      steps.push({ 'entra.remove-member': { group: this.#name(group), ...this.#asMember(one) } })
    }
    return steps
  }

  #asMember(one: Member): object {
    return one.kind === 'User' ? { user: one.label } : { member: this.#name(one) }
  }

  #deletion(member: Member, time: number): readonly Step[] {
    const source = this.#source(member)
    if (source.isPurged) return []
    source.isPurged = true
    if (member.kind === 'Group') return [{ 'entra.delete-group': { group: this.#name(member) } }]
    if (source.deletedAt === undefined && this.#mapping.sourceOf('active') === undefined)
      return [{ 'entra.unassign': { user: member.label } }]
    // After thirty days it goes by itself.
    if (source.deletedAt !== undefined && time - source.deletedAt > BIN_MS) return []
    return [{ 'entra.purge-user': { user: member.label } }]
  }

  #newUser(member: Member): object {
    const { values, name } = this.#source(member)
    const set = Object.fromEntries(
      [...values].flatMap(([path, value]) => {
        const attribute = this.#mapping.sourceOf(path)
        const isSet =
          attribute !== undefined &&
          isPlain(attribute) &&
          attribute !== 'userPrincipalName' &&
          value !== null &&
          value !== ''
        return isSet && attribute !== 'displayName' ? [[attribute, value]] : []
      }),
    )
    const displayName = values.get('displayName') ?? name
    return { key: member.label, userPrincipalName: name, displayName, ...(Object.keys(set).length > 0 ? { set } : {}) }
  }

  #source(member: Member): Source {
    return this.#sources.get(member) as Source
  }

  /** Names of groups may be alike. */
  #name(member: Member): string {
    if (member.kind === 'User') return member.label
    const { name } = this.#source(member)
    const alike = this.#cast.members.filter((one) => one.kind === 'Group' && this.#source(one).name === name)
    return alike.length === 1 ? name : placeholder(`${member.label}.id`)
  }
}

function hasFailed({ exchanges }: Burst): boolean {
  return exchanges.some(({ exchange: { response } }) => response?.status !== 200)
}

/** What an administrator writes: the rest follows from other things. */
function isPlain(attribute: string): boolean {
  return !/^(IsSoftDeleted|objectId|manager|Join)/.test(attribute)
}

function firstOf(member: Member, writes: readonly Write[]): Source {
  const [first] = writes
  const values = new Map<string, JsonValue>()
  if (first?.op === 'create') for (const [path, value] of first.values) values.set(path, value)
  const name =
    values.get('userName') ??
    values.get('displayName') ??
    member.found?.resource.userName ??
    member.found?.resource.displayName
  const own = member.kind === 'Group' ? (values.get('displayName') ?? member.found?.resource.displayName) : name
  return {
    values,
    name: String(own ?? `${member.label}@unknown.example`),
    isAssigned: false,
    isBlocked: false,
    deletedAt: undefined,
    isPurged: false,
    manager: undefined,
    members: new Set(),
  }
}
