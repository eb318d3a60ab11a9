// How an application of the catalogue changes a group (O412 to O415, O419, O442): members first, then the name with the id in the value.
import type { Conversation } from '@scimulator/shared/provisioning'
import { resourcePath } from './compose.ts'
import { ask, type Heard, type Line } from './talk.ts'
import { patchBody } from './user-body.ts'

export interface Membership {
  readonly value: string
  readonly display: string
}

interface Changed {
  readonly name: string
  readonly members: readonly Membership[]
  readonly pushed: readonly string[]
  readonly isFull: boolean
}

export function* patchGroup(line: Line, group: Changed, id: string): Conversation<Heard> {
  const path = resourcePath('Groups', id)
  for (const operations of memberOperations(group, line.behaviour.membersPerPatch)) {
    const answer = yield* ask(line, 'change-members', 'PATCH', path, patchBody(...operations))
    if (answer.kind === 'refused') return answer
  }
  const read = yield* ask(line, 'read-linked', 'GET', path)
  if (read.kind === 'refused') return read
  const value = { id, displayName: group.name }
  return yield* ask(line, 'update', 'PATCH', path, patchBody({ op: 'replace', value }))
}

/** Operations by request. */
function memberOperations({ members, pushed, isFull }: Changed, most: number): readonly (readonly object[])[] {
  if (isFull) return [[{ op: 'replace', path: 'members', value: members }]]
  const wanted = new Set(members.map(({ value }) => value))
  const removed = pushed.filter((id) => !wanted.has(id))
  const known = new Set(pushed)
  const added = members.filter(({ value }) => !known.has(value))
  return inParts([...removed, ...added], most).map(operationsOf)
}

function operationsOf(changes: readonly (string | Membership)[]): readonly object[] {
  const removals = changes.filter((change) => typeof change === 'string')
  const value = changes.filter((change) => typeof change !== 'string')
  return [
    ...removals.map((id) => ({ op: 'remove', path: `members[value eq "${id}"]` })),
    ...(value.length === 0 ? [] : [{ op: 'add', path: 'members', value }]),
  ]
}

function inParts<Item>(items: readonly Item[], most: number): readonly (readonly Item[])[] {
  const count = Math.ceil(items.length / most)
  return Array.from({ length: count }, (_, at) => items.slice(at * most, (at + 1) * most))
}
