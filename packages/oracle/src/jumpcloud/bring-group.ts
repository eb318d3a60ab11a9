// One try to bring a group, or one change of it, to the target (jumpcloud.md 3.3 and 3.5).
import type { Push } from './pushes.ts'
import type { Situation } from './situation.ts'
import { isEntitled } from './source.ts'
import { outcomeOf, request, type Tried, type Verdict } from './wire.ts'

type GroupPush = Exclude<Push, { kind: 'user' }>

export function bringGroup(now: Situation, push: GroupPush): Tried {
  const id = now.groups.get(push.group)
  if (push.kind === 'forget') return forget(now, push)
  if (push.kind === 'delete') return id === undefined ? 'done' : remove(now, push, id)
  if (id === undefined) return ensure(now, push)
  const asked = write(now, push, id)
  if (asked === 'nobody') return 'failed'
  return asked.status === 404 ? ensure(now, push) : outcomeOf(asked)
}

/** Nothing is sent, and a group that is bound again is looked up by its name. */
function forget(now: Situation, { group }: GroupPush): Tried {
  now.groups.delete(group)
  return 'done'
}

function remove(now: Situation, push: GroupPush, id: string): Tried {
  const asked = request(now.faults, ['DELETE', '/Groups', 'status'], () => now.target.deleteTeam(id))
  if (asked.kind !== 'fine' && asked.status !== 404) return asked.kind
  return forget(now, push)
}

/** Created, or the one of that name taken over; a group without anybody is never made (JumpCloud: Group Management Considerations). */
function ensure(now: Situation, push: GroupPush): Tried {
  now.groups.delete(push.group)
  if (concerned(now, push.group) === 0) return 'done'
  const asked = request(now.faults, ['GET', '/Groups', 'list'], () => 200)
  if (asked.kind !== 'fine') return asked.kind
  const name = now.source.groups.get(push.group)?.name ?? push.name
  const members = membersOf(now, push.group)
  const [taken, ...others] = now.target.teamsNamed(name)
  if (others.length > 0) return 'failed'
  if (taken !== undefined) return takeOver(now, push, taken, members)
  return members.length === 0 ? 'failed' : create(now, push, name, members)
}

function takeOver(now: Situation, { group }: GroupPush, id: string, members: readonly string[]): Tried {
  now.groups.set(group, id)
  now.notes.add('a group taken up by its name')
  if (members.length === 0) return 'failed'
  const add = () => now.target.addMembers(id, members, true)
  return outcomeOf(request(now.faults, ['PATCH', '/Groups', 'status'], add))
}

function create(now: Situation, { group }: GroupPush, name: string, members: readonly string[]): Tried {
  const asked = request(now.faults, ['POST', '/Groups', 'resource'], () => now.target.createTeam(name, members))
  const id = now.target.teamsNamed(name).at(-1)
  if (asked.kind === 'fine' && id !== undefined) now.groups.set(group, id)
  if (asked.kind !== 'fine' && id !== undefined) now.notes.add('an answer was lost')
  return outcomeOf(asked)
}

/** `nobody`: the target never got whom it would name, so nothing is sent. */
function write(now: Situation, push: GroupPush, id: string): Verdict | 'nobody' {
  const { target } = now
  const patch = (carryOut: () => number) => request(now.faults, ['PATCH', '/Groups', 'status'], carryOut)
  if (push.kind === 'rename') return patch(() => target.renameTeam(id, currentName(now, push)))
  if (push.kind !== 'add' && push.kind !== 'remove') {
    const members = membersOf(now, push.group)
    return members.length > 0 ? patch(() => target.addMembers(id, members, false)) : 'nobody'
  }
  const member = now.users.get(push.user)
  if (member === undefined) return 'nobody'
  if (push.kind === 'remove') return patch(() => target.removeMember(id, member))
  return patch(() => target.addMembers(id, [member], false))
}

/** As it is now, which is what a push sends. */
function currentName({ source }: Situation, { group, name }: GroupPush): string {
  return source.groups.get(group)?.name ?? name
}

/** Accounts of those members whom the target got. */
function membersOf({ source, users }: Situation, group: string): readonly string[] {
  return [...(source.groups.get(group)?.members ?? [])].flatMap((user) => users.get(user) ?? [])
}

/** How many members the target has or should have. */
function concerned({ source, users }: Situation, group: string): number {
  const members = [...(source.groups.get(group)?.members ?? [])]
  return members.filter((user) => users.has(user) || isEntitled(source.people.get(user))).length
}
