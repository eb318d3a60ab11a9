// A recording of JumpCloud as steps: it sends at once what an administrator does, so that each write has an act of its own.

import { asText, isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '@scimulator/shared/scim'
import { placeholder } from '../../written/placeholder.ts'
import { type Cast, castOf, type Member } from './cast.ts'
import { type JumpCloudFields, jumpCloudFields } from './jumpcloud-fields.ts'
import { type ConnectionTest, isDone, testsIn } from './jumpcloud-tests.ts'
import { weatherOf } from './weather.ts'
import { objectIn, type ToldExchange, type Write, writeOf } from './writes.ts'

type Step = Readonly<Record<string, unknown>>

interface Known {
  fields: JumpCloudFields | undefined
  /** A group: it is bound to the application. */
  isBound: boolean
  /** A user: bound groups that bring them, or what stands for a direct association. */
  scopes: Set<Known | 'direct'>
  /** What the target was told last of a user. */
  isActive: boolean
  isSuspended: boolean
  isDeleted: boolean
  name: string
  members: Set<Member>
}

/** What goes with one write: the lookups before it, and it. */
interface Push {
  readonly exchanges: readonly ToldExchange[]
  readonly write: Write | undefined
  readonly body: JsonObject
}

export function tellJumpCloud(
  told: readonly ToldExchange[],
  strange: ReadonlySet<number>,
): { readonly given: object; readonly steps: readonly Step[] } {
  const telling = new Telling(
    castOf([{ startedAt: 0, kind: 'cycle', exchanges: told.filter(isNoTest), writes: [] }]),
    strange,
    told.some(({ exchange }) => /\/Groups/.test(exchange.request.url)),
  )
  const pushes = pushesOf(told)
  const steps = pushes.flatMap((push, at) => telling.push(push, pushes.slice(at + 1)))
  return { given: { switches: switchesOf(told) }, steps: [...telling.beginning(), ...steps] }
}

function isNoTest({ recognised }: ToldExchange): boolean {
  return recognised.activity !== 'test'
}

function pushesOf(told: readonly ToldExchange[]): readonly Push[] {
  const pushes: Push[] = []
  let open: ToldExchange[] = []
  for (const one of told) {
    const isTest = !isNoTest(one)
    const last = open.at(-1)
    if (last && isTest !== !isNoTest(last)) {
      pushes.push({ exchanges: open, write: undefined, body: {} })
      open = []
    }
    open.push(one)
    const write = isTest ? undefined : writeOf(one)
    if (!write) continue
    pushes.push({ exchanges: open, write, body: objectIn(one.exchange.request.body) })
    open = []
  }
  return open.length > 0 ? [...pushes, { exchanges: open, write: undefined, body: {} }] : pushes
}

/** What the bytes show of how it is set. */
function switchesOf(told: readonly ToldExchange[]): object {
  const sent = told.map(({ exchange: { request } }) => request)
  const ofGroups = sent.filter(({ url }) => /\/Groups/.test(url))
  const method = ofGroups.some((one) => one.method === 'PUT')
    ? 'put-full'
    : ofGroups.some(({ body = '' }) => body.includes('members[value eq'))
      ? 'patch-filter'
      : undefined
  const deletes = told.some((one) => isNoTest(one) && writeOf(one)?.kind === 'User' && writeOf(one)?.op === 'delete')
  return {
    latencyMs: 0,
    pushConcurrency: 1,
    ...(method === undefined ? {} : { groupUpdateMethod: method }),
    ...(deletes ? { onUserDelete: 'delete' } : {}),
    ...(repeatsMembers(told) ? { repeatMemberAdds: 'onEveryGroupPush' } : {}),
  }
}

/** Whom the group has already is added again. */
function repeatsMembers(told: readonly ToldExchange[]): boolean {
  const before = new Map<string, Set<string>>()
  return told.some((one) => {
    const write = writeOf(one)
    if (write?.kind !== 'Group' || !write.isDone) return false
    const members = before.get(write.key) ?? new Set()
    const isAgain = !write.isWhole && write.op === 'change' && write.added.some((id) => members.has(id))
    for (const id of write.added) members.add(id)
    for (const id of write.removed) members.delete(id)
    before.set(write.key, members)
    return isAgain
  })
}

const ACCESS = { baseUrl: placeholder('source.url'), token: placeholder('source.token') }

type Form = Omit<ConnectionTest, 'exchanges' | 'hasGroups'> & { readonly groupManagement: boolean }

const USUAL: Form = { email: undefined, groupManagement: true, hasSlash: false, isPassed: true }

class Telling {
  readonly #cast: Cast
  /** Whether groups were ever sent. */
  readonly #hasGroups: boolean
  readonly #known = new Map<Member, Known>()
  /** Whose write comes of an act that is told already. */
  readonly #isBrought = new Set<Member>()
  readonly #strange: ReadonlySet<number>
  #isConfigured = false
  #failed: string | undefined
  #now: number | undefined

  constructor(cast: Cast, strange: ReadonlySet<number>, hasGroups: boolean) {
    this.#hasGroups = hasGroups
    this.#strange = strange
    this.#cast = cast
  }

  beginning(): readonly Step[] {
    const found = this.#cast.members.flatMap(({ found: one, kind }): Step[] => {
      if (!one) return []
      const { id: _id, meta: _meta, groups: _groups, schemas: _schemas, members: _members, ...resource } = one.resource
      return [{ [kind === 'User' ? 'directory.create-user' : 'directory.create-group']: resource }]
    })
    return [
      { 'receiver.add-source': { kind: 'JumpCloud', activate: true }, save: 'source' },
      ...found,
      { 'jumpcloud.create-application': { displayLabel: 'App' } },
    ]
  }

  push({ exchanges, write, body }: Push, next: readonly Push[]): readonly Step[] {
    const [first] = exchanges
    if (!first) return []
    const weather = weatherOf(exchanges, { isDoneAnyway: () => false, strange: this.#strange }) as readonly Step[]
    const time = this.#until(first.exchange.startedAt)
    if (!isNoTest(first)) return [...time, ...testsIn(exchanges).flatMap((test) => this.#test(test))]
    // It tries again by itself: what is in the way then must be there before the time comes.
    if (this.#isAgain(exchanges, write)) return [...weather, ...time]
    const configured = this.#isConfigured ? [] : this.#configure(USUAL)
    if (!write) return [...time, ...configured, ...weather]
    const acts = write.kind === 'User' ? this.#user({ write, body, exchanges }, next) : this.#group(write, body)
    return [...time, ...configured, ...weather, ...acts]
  }

  /** The same once more, because the last one did not arrive. */
  #isAgain(exchanges: readonly ToldExchange[], write: Write | undefined): boolean {
    const { method, url, body } = exchanges.at(-1)?.exchange.request ?? {}
    const text = JSON.stringify([method, url, body])
    const isAgain = write !== undefined && text === this.#failed
    this.#failed = write && !write.isDone ? text : undefined
    return isAgain
  }

  #until(time: number): readonly Step[] {
    const seconds = Math.round((time - (this.#now ?? time)) / 1000)
    this.#now = time
    return seconds > 0 ? [{ advance: `${seconds}s` }] : []
  }

  /** Whatever was answered to a test is answered again: whether it passes must not hang on who was there. */
  #test(test: ConnectionTest): readonly Step[] {
    const strange = new Set([...this.#strange, ...test.exchanges.filter((one) => !isDone(one)).map(({ at }) => at)])
    const weather = weatherOf(test.exchanges, { isDoneAnyway: () => false, strange }) as readonly Step[]
    const { hasGroups, isPassed, hasSlash, email } = test
    // One that has failed may not have come to groups.
    const groupManagement = hasGroups || (!isPassed && this.#hasGroups)
    return [...weather, ...this.#configure({ email, groupManagement, hasSlash, isPassed })]
  }

  #configure({ email, groupManagement, hasSlash, isPassed }: Form): readonly Step[] {
    const form = {
      ...ACCESS,
      ...(hasSlash ? { baseUrl: `${ACCESS.baseUrl}/` } : {}),
      testUserEmail: email ?? 'scim-test@unused.example',
      ...(groupManagement ? {} : { groupManagement }),
    }
    const fails = isPassed ? {} : { fails: { message: 'There was a problem activating' } }
    // An active connector is tested as soon as its form is saved.
    if (this.#isConfigured) return [{ 'jumpcloud.configure-scim': form, ...fails }]
    this.#isConfigured = isPassed
    return [{ 'jumpcloud.configure-scim': form }, { 'jumpcloud.activate': {}, ...fails }]
  }

  #of(member: Member): Known {
    const known = this.#known.get(member) ?? {
      fields: undefined,
      isBound: false,
      scopes: new Set<Known | 'direct'>(),
      isActive: true,
      isSuspended: false,
      isDeleted: false,
      name: '',
      members: new Set<Member>(),
    }
    this.#known.set(member, known)
    return known
  }

  #user(push: Push & { readonly write: Write }, next: readonly Push[]): readonly Step[] {
    const { write, body } = push
    const member = this.#cast.of(write)
    const known = this.#of(member)
    if (write.op === 'delete') {
      if (known.isDeleted) return []
      known.isDeleted = true
      return [{ 'jumpcloud.delete-user': { user: known.name } }]
    }
    if (this.#isBrought.delete(member)) return []
    const brought = this.#broughtBy(push, next)
    if (brought) return this.#bringGroup(brought)
    const fields = jumpCloudFields(body)
    const isActive = body.active !== false
    if (!known.fields) return [...this.#newUser(member, body), ...this.#bind(known)]
    const liveliness = this.#liveliness(known, isActive)
    const set = changed(known.fields, fields)
    const user = known.name
    Object.assign(known, { fields, name: fields.username })
    if (Object.keys(set).length > 0) return [...liveliness.steps, { 'jumpcloud.update-user': { user, set } }]
    // Sent once more without a change: an administrator has saved the same again.
    if (liveliness.isExplained || !write.isDone) return liveliness.steps
    return [{ 'jumpcloud.update-user': { user, set: { lastname: fields.lastname } } }]
  }

  #newUser(member: Member, body: JsonObject): readonly Step[] {
    const known = this.#of(member)
    const fields = jumpCloudFields(body)
    const isActive = body.active !== false
    Object.assign(known, { fields, isActive, isSuspended: !isActive, name: fields.username })
    return [{ 'jumpcloud.create-user': { ...fields, ...(isActive ? {} : { suspended: true }) } }]
  }

  #bind(known: Known): readonly Step[] {
    known.scopes.add('direct')
    return [{ 'jumpcloud.bind-user': { user: known.name } }]
  }

  /** A new group that comes right after its people: binding it has brought them. */
  #broughtBy(
    push: Push & { readonly write: Write },
    next: readonly Push[],
  ): readonly (Push & { readonly write: Write })[] | undefined {
    const at = next.findIndex(({ write }) => write?.kind === 'Group' || !write)
    const group = next[at]
    if (!group?.write || group.write.added.length === 0) return undefined
    const run = [push, ...next.slice(0, at), group].filter(
      (one): one is Push & { readonly write: Write } => one.write !== undefined,
    )
    const people = run.slice(0, -1).map(({ write }) => write)
    const isOfGroup = people.every(
      (one) =>
        one.op !== 'delete' && one.values.get('active') !== false && (group.write?.added.includes(one.key) ?? false),
    )
    return isOfGroup ? run : undefined
  }

  #bringGroup(run: readonly (Push & { readonly write: Write })[]): readonly Step[] {
    const people = run.slice(0, -1)
    const fresh = people.flatMap(({ write, body }) => {
      const member = this.#cast.of(write)
      return this.#of(member).fields ? [] : this.#newUser(member, body)
    })
    for (const { write } of people.slice(1)) this.#isBrought.add(this.#cast.of(write))
    const last = run.at(-1) as Push & { readonly write: Write }
    const group = this.#cast.of(last.write)
    const order = people.map(({ write }) => this.#cast.of(write))
    const others = last.write.added.flatMap((id) => this.#cast.byId(id) ?? []).filter((one) => !order.includes(one))
    this.#isBrought.add(group)
    const known = this.#of(group)
    if (known.isBound) return [...fresh, ...this.#members(known, [...order, ...others], [])]
    return [...fresh, ...this.#newGroup(group, last.body, [...order, ...others])]
  }

  #newGroup(group: Member, body: JsonObject, members: readonly Member[]): readonly Step[] {
    const known = this.#of(group)
    const name = nameIn(body) ?? asText(group.found?.resource.displayName ?? '')
    Object.assign(known, { isBound: true, name, members: new Set(members) })
    for (const one of members) this.#of(one).scopes.add(known)
    return [
      { 'jumpcloud.create-group': { name, members: members.map((one) => this.#of(one).name) } },
      { 'jumpcloud.bind-group': { group: name } },
    ]
  }

  /** A user who has left the last bound group is sent inactive without another act. */
  #liveliness(known: Known, isActive: boolean): { readonly steps: readonly Step[]; readonly isExplained: boolean } {
    const isExpected = known.scopes.size > 0 && !known.isSuspended
    const isNews = isActive !== known.isActive
    known.isActive = isActive
    if (isActive === isExpected) return { steps: [], isExplained: isNews }
    if (isActive && known.scopes.size === 0) return { steps: this.#bind(known), isExplained: true }
    known.isSuspended = !isActive
    return {
      steps: [{ [isActive ? 'jumpcloud.reactivate-user' : 'jumpcloud.suspend-user']: { user: known.name } }],
      isExplained: true,
    }
  }

  #group(write: Write, body: JsonObject): readonly Step[] {
    const group = this.#cast.of(write)
    const known = this.#of(group)
    if (write.op === 'delete') return this.#deleteGroup(known)
    if (this.#isBrought.delete(group)) return []
    const added = write.added.flatMap((id) => this.#cast.byId(id) ?? [])
    if (!known.isBound) return this.#newGroup(group, body, added)
    const removed = write.isWhole
      ? [...known.members].filter((one) => !added.includes(one))
      : write.removed.flatMap((id) => this.#cast.byId(id) ?? [])
    return [...this.#rename(known, nameIn(body)), ...this.#members(known, added, removed)]
  }

  #deleteGroup(known: Known): readonly Step[] {
    if (known.isDeleted) return []
    known.isDeleted = true
    for (const one of known.members) this.#of(one).scopes.delete(known)
    return [{ 'jumpcloud.delete-group': { group: known.name } }]
  }

  #rename(known: Known, name: string | undefined): readonly Step[] {
    if (name === undefined || name === known.name) return []
    const step = { 'jumpcloud.rename-group': { group: known.name, name } }
    known.name = name
    return [step]
  }

  #members(known: Known, added: readonly Member[], removed: readonly Member[]): readonly Step[] {
    const group = known.name
    const joins = added.filter((one) => !known.members.has(one))
    const leaves = removed.filter((one) => known.members.has(one))
    for (const one of joins) {
      known.members.add(one)
      this.#of(one).scopes.add(known)
    }
    for (const one of leaves) {
      known.members.delete(one)
      this.#of(one).scopes.delete(known)
    }
    return [
      ...joins.map((one) => ({ 'jumpcloud.add-member': { group, user: this.#of(one).name } })),
      ...leaves.map((one) => ({ 'jumpcloud.remove-member': { group, user: this.#of(one).name } })),
    ]
  }
}

function nameIn(body: JsonObject): string | undefined {
  if (typeof body.displayName === 'string') return body.displayName
  const operations = isJsonArray(body.Operations) ? body.Operations.filter(isJsonObject) : []
  const named = operations.flatMap(({ path, value }): JsonValue[] => {
    if (path === 'displayName') return [value ?? null]
    return path === undefined && isJsonObject(value) && value.displayName !== undefined ? [value.displayName] : []
  })
  return typeof named[0] === 'string' ? named[0] : undefined
}

/** Texts that went away are empty. */
function changed(before: JumpCloudFields, after: JumpCloudFields): Record<string, unknown> {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const different = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
  return Object.fromEntries(different.map((name) => [name, after[name] ?? (Array.isArray(before[name]) ? [] : '')]))
}
