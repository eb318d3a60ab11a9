// The people and groups of a recording: which ids and names at the target are the same person at the source, and in which order the source
// has them.

import type { JsonObject } from '@scimulator/shared/scim'
import { asText } from '@scimulator/shared/scim'
import type { Burst } from './bursts.ts'
import { type Found, foundIn, type Kind, nameIn, type Write, writeOf } from './writes.ts'

export interface Member {
  readonly kind: Kind
  /** What steps call it: p1, g1. */
  readonly label: string
  /** As the target had it before anybody of the recording wrote. */
  found?: Found
  /** The last request to make it that nobody answered. */
  tried?: number
  /** The last thing that became of it at the target. */
  isGone: boolean
}

export interface Cast {
  readonly members: readonly Member[]
  /** Whom a write is about. */
  of(write: Write): Member
  byId(id: string): Member | undefined
  /** Users, or groups, as the source orders them: each cycle goes through them in the order of their ids. */
  inOrder(kind: Kind): readonly Member[]
}

export function castOf(bursts: readonly Burst[]): Cast {
  const casting = new Casting()
  const sequences: Member[][] = []
  for (const { exchanges, kind } of bursts) {
    const seen: Member[] = []
    for (const one of exchanges) {
      const write = writeOf(one)
      const met = write ? [casting.meet(write)] : foundIn(one).map((found) => casting.find(found))
      for (const member of met) if (!seen.includes(member)) seen.push(member)
    }
    if (kind !== 'on-demand') sequences.push(seen)
  }
  return {
    members: casting.members,
    of: (write) => casting.ofWrite.get(write.at) as Member,
    byId: (id) => casting.byId.get(id),
    inOrder: (kind) =>
      linear(
        casting.members.filter((one) => one.kind === kind),
        sequences,
      ),
  }
}

class Casting {
  readonly members: Member[] = []
  readonly byId = new Map<string, Member>()
  readonly ofWrite = new Map<number, Member>()
  readonly #byName = new Map<string, Member>()
  readonly #byExternalId = new Map<string, Member>()

  meet(write: Write): Member {
    const member = write.op === 'create' ? this.#made(write) : this.#known(write.key, write.kind)
    if (write.op === 'delete' && write.isDone) member.isGone = true
    if (write.op === 'change' && write.isDone) this.#rename(member, write)
    this.ofWrite.set(write.at, member)
    return member
  }

  find(found: Found): Member {
    const known = this.byId.get(found.id)
    if (known) return known
    const pending = this.#byName.get(`${found.kind} ${nameIn(found.resource, found.kind)}`)
    const member = pending && !pending.isGone ? pending : this.#add(found.kind)
    // A user who was refused because the name was taken finds who had it.
    member.found ??= found
    this.byId.set(found.id, member)
    return member
  }

  #made(write: Write): Member {
    const name = `${write.kind} ${nameOf(write)}`
    const before = this.#sameAsBefore(name, write)
    const member = before && !before.isGone ? before : this.#add(write.kind)
    this.#byName.set(name, member)
    const id = sourceId(write)
    if (id !== undefined) this.#byExternalId.set(id, member)
    if (write.isDone) this.byId.set(write.key, member)
    if (!write.isAnswered) member.tried = write.at
    return member
  }

  /** Two of one name, whom the source knows by two ids, are two people. */
  #sameAsBefore(name: string, write: Write): Member | undefined {
    const id = sourceId(write)
    if (id === undefined) return this.#byName.get(name)
    const before = this.#byExternalId.get(id)
    if (before) return before
    const named = this.#byName.get(name)
    return named && [...this.#byExternalId.values()].includes(named) ? undefined : named
  }

  /** The name that it had is free. */
  #rename(member: Member, { kind, values }: Write): void {
    if (!values.has(kind === 'User' ? 'userName' : 'displayName')) return
    for (const [name, one] of this.#byName) if (one === member) this.#byName.delete(name)
    this.#byName.set(`${kind} ${nameIn(Object.fromEntries(values) as JsonObject, kind)}`, member)
  }

  #known(id: string, kind: Kind): Member {
    const member = this.byId.get(id) ?? this.#add(kind)
    this.byId.set(id, member)
    return member
  }

  #add(kind: Kind): Member {
    const count = this.members.filter((one) => one.kind === kind).length + 1
    const member: Member = { kind, label: `${kind === 'User' ? 'p' : 'g'}${count}`, isGone: false }
    this.members.push(member)
    return member
  }
}

/** What the source calls it, where that is an id that nobody else has. */
function sourceId({ kind, values }: Write): string | undefined {
  const id = asText(values.get('externalId') ?? '')
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) ? `${kind} ${id}` : undefined
}

function nameOf({ kind, values }: Write): string {
  return nameIn(Object.fromEntries(values) as JsonObject, kind)
}

/** One order that agrees with as many of the sequences as may be. */
function linear(members: readonly Member[], sequences: readonly (readonly Member[])[]): readonly Member[] {
  const before = new Map<Member, Set<Member>>(members.map((one) => [one, new Set()]))
  for (const sequence of sequences) {
    const own = sequence.filter((one) => before.has(one))
    for (const [at, one] of own.entries()) {
      const next = own[at + 1]
      if (next) before.get(next)?.add(one)
    }
  }
  const order: Member[] = []
  const left = new Set(members)
  while (left.size > 0) {
    const isFree = (one: Member) => [...(before.get(one) ?? [])].every((other) => !left.has(other))
    // Where two cycles contradict one another the first to come goes first.
    const next = [...left].find(isFree) ?? ([...left][0] as Member)
    left.delete(next)
    order.push(next)
  }
  return order
}
