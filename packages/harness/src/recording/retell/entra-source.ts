// The side of the source in a recording of Entra ID: what an administrator must have done there, so that a write is sent.

import type { JsonValue } from '@scimulator/shared/scim'
import { asText } from '@scimulator/shared/scim'
import { placeholder } from '../../written/placeholder.ts'
import type { Cast, Member } from './cast.ts'
import type { TellingMapping } from './entra-mapping.ts'
import { inOrderOfMaking } from './source-ids.ts'
import type { Write } from './writes.ts'

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

const BIN_MS = 30 * 24 * 3_600_000

interface Setting {
  readonly cast: Cast
  readonly mapping: TellingMapping
  readonly writes: readonly Write[]
  /** A deleted user is sent inactive under the old name, like a blocked one. */
  readonly keepsNames: boolean
}

export class SourceSide {
  readonly #cast: Cast
  readonly #mapping: TellingMapping
  readonly #sources = new Map<Member, Source>()
  /** Whose name somebody else has at first: they come when they are first sent. */
  readonly #late = new Set<Member>()
  /** Who is deleted in the end. */
  readonly #leavers: ReadonlySet<Member>
  #isOnDemand = false

  constructor({ cast, mapping, writes, keepsNames }: Setting) {
    this.#leavers = keepsNames ? leaversIn(writes, cast) : new Set()
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
  beginning(): readonly Step[] {
    const names = new Set<string>()
    for (const one of this.#cast.members.filter(({ kind }) => kind === 'User')) {
      const name = this.#source(one).name.toLowerCase()
      if (names.has(name)) this.#late.add(one)
      names.add(name)
    }
    const first = this.#cast.inOrder('User').filter((one) => !this.#late.has(one))
    const users = inOrderOfMaking(first, 'User')
    const groups = inOrderOfMaking(this.#cast.inOrder('Group'), 'Group')
    return [
      ...users.map((one) => ({ 'entra.create-user': this.#newUser(one) })),
      ...groups.map((one) => ({ 'entra.create-group': { name: this.#source(one).name }, save: one.label })),
    ]
  }

  /** Its name by now, in small letters. */
  currentName(member: Member): string {
    const { values, name } = this.#source(member)
    return asText(values.get(member.kind === 'User' ? 'userName' : 'displayName') ?? name).toLowerCase()
  }

  /** What must have happened to it, so that this is sent. */
  actsOf(write: Write, time: number, isOnDemand: boolean): readonly Step[] {
    this.#isOnDemand = isOnDemand
    const member = this.#cast.of(write)
    if (write.op === 'delete') return this.#deletion(member, time)
    if (member.kind === 'Group') return this.#groupActs(member, write)
    return [...this.assign(member), ...this.#userActs(member, write, time)]
  }

  /** It is in scope from now on. */
  assign(member: Member): readonly Step[] {
    const source = this.#source(member)
    if (source.isAssigned) return []
    source.isAssigned = true
    const isNew = this.#late.delete(member)
    return [
      ...(isNew ? [{ 'entra.create-user': this.#newUser(member) }] : []),
      { 'entra.assign': member.kind === 'User' ? { user: member.label } : { group: this.nameOf(member) } },
    ]
  }

  #userActs(member: Member, write: Write, time: number): readonly Step[] {
    const source = this.#source(member)
    const { values } = write
    const softDeleted = /^[0-9a-f]{32}(?=.)/i.test(asText(values.get('userName') ?? ''))
    if (values.get('active') === false && softDeleted) {
      if (source.deletedAt !== undefined) return []
      source.deletedAt = time
      return [{ 'entra.delete-user': { user: member.label } }]
    }
    return [
      ...this.#liveliness(member, values.get('active'), write, time),
      ...this.#changes(member, write),
      ...this.#manager(member, values),
    ]
  }

  #liveliness(member: Member, active: JsonValue | undefined, { op }: Write, time: number): readonly Step[] {
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
      if (this.#leavers.has(member)) {
        source.deletedAt = time
        return [{ 'entra.delete-user': user }]
      }
      // Who is blocked cannot be chosen to be provisioned on demand.
      source.isBlocked = !this.#isOnDemand
      source.isAssigned = !this.#isOnDemand
      return this.#isOnDemand ? this.#outOfScope(member) : [{ 'entra.block-user': user }]
    }
    return []
  }

  #outOfScope(member: Member): readonly Step[] {
    const groups = [...this.#sources].filter(([, { members }]) => members.delete(member))
    return [
      { 'entra.unassign': { user: member.label } },
      ...groups.map(([group]) => ({ 'entra.remove-member': { group: this.nameOf(group), user: member.label } })),
    ]
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

  #groupActs(group: Member, { values, added, removed }: Write): readonly Step[] {
    const source = this.#source(group)
    const steps: Step[] = [...this.assign(group)]
    const name = values.get('displayName')
    if (typeof name === 'string' && name !== source.name) {
      steps.push({ 'entra.rename-group': { group: this.nameOf(group), name } })
      source.name = name
    }
    const known = (ids: readonly string[]) => ids.flatMap((id) => this.#cast.byId(id) ?? [])
    for (const one of known(added)) {
      if (source.members.has(one)) continue
      source.members.add(one)
      steps.push({ 'entra.add-member': { group: this.nameOf(group), ...this.#asMember(one) } })
    }
    for (const one of known(removed)) {
      if (!source.members.delete(one)) continue
      steps.push({ 'entra.remove-member': { group: this.nameOf(group), ...this.#asMember(one) } })
    }
    return steps
  }

  #asMember(one: Member): object {
    return one.kind === 'User' ? { user: one.label } : { member: this.nameOf(one) }
  }

  #deletion(member: Member, time: number): readonly Step[] {
    const source = this.#source(member)
    if (source.isPurged) return []
    source.isPurged = true
    if (member.kind === 'Group') return [{ 'entra.delete-group': { group: this.nameOf(member) } }]
    if (source.deletedAt === undefined && this.#mapping.sourceOf('active') === undefined)
      return [{ 'entra.unassign': { user: member.label } }]
    // After thirty days it goes by itself.
    if (source.deletedAt !== undefined && time - source.deletedAt > BIN_MS) return []
    return [{ 'entra.purge-user': { user: member.label } }]
  }

  /** Goes to the bin, where that is not known yet. */
  toBin(member: Member, time: number): readonly Step[] {
    const source = this.#source(member)
    if (member.kind !== 'User' || source.deletedAt !== undefined || source.isPurged) return []
    source.deletedAt = time
    return [{ 'entra.delete-user': { user: member.label } }]
  }

  /** Whether nobody at the target hears of it when somebody goes to the bin. */
  get hidesBin(): boolean {
    return this.#mapping.sourceOf('active') === undefined
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

  /** What steps call it: names of groups may be alike. */
  nameOf(member: Member): string {
    if (member.kind === 'User') return member.label
    const { name } = this.#source(member)
    const alike = this.#cast.members.filter((one) => one.kind === 'Group' && this.#source(one).name === name)
    return alike.length === 1 ? name : placeholder(`${member.label}.id`)
  }
}

function leaversIn(writes: readonly Write[], cast: Cast): ReadonlySet<Member> {
  return new Set(writes.flatMap((one) => (one.kind === 'User' && one.op === 'delete' ? [cast.of(one)] : [])))
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
    name: asText(own ?? `${member.label}@unknown.example`),
    isAssigned: false,
    isBlocked: false,
    deletedAt: undefined,
    isPurged: false,
    manager: undefined,
    members: new Set(),
  }
}
