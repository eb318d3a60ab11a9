import type { Conversation, Exchange } from '@scimulator/shared/provisioning'
import type { Behaviour } from '../behaviour.ts'
import type { Connector } from '../directory/application.ts'
import type { ProvisionType } from '../directory/provisioned.ts'
import type { Work } from '../directory/push.ts'
import { composeFor, lookupPath, resourcePath } from './compose.ts'
import { decodeCreated, decodeList, successOf } from './decode.ts'
import { type GroupState, type GroupWrite, groupCreateBody, membershipWrite, renameWrite } from './group-body.ts'
import { failure, NOTHING, type PushOutcome, responseOf } from './outcome.ts'

export interface GroupPush {
  readonly work: Exclude<Work, { kind: 'user' }>
  readonly connector: Connector
  readonly behaviour: Behaviour
  /** The target's id of the group, when it is known. */
  readonly targetId: string | undefined
  /** The name as it is now, which an earlier push in the queue may not have sent yet. */
  readonly displayName: string
  /** Target ids of the group's members; those whom the target never got are left out. Asked for only where all are sent. */
  members(): readonly string[]
  /** How many members the target has or should have: a STAGED or SUSPENDED one whom it never got is none of its business. */
  memberCount(): number
  /** Target id of the user that the work names. */
  readonly memberId: string | undefined
}

/** Brings one group, or one change of it, to the target. */
export function* pushGroup(push: GroupPush): Conversation<PushOutcome> {
  const { work, targetId } = push
  if (work.kind === 'group-forget') return { ...NOTHING, link: null }
  if (work.kind === 'group-delete') return targetId === undefined ? NOTHING : yield* deleteGroup(push, targetId)
  if (targetId === undefined) return yield* ensure(push)
  const outcome = yield* write(push, targetId)
  return outcome === 'gone' ? yield* ensure(push) : outcome
}

/** Creates the group, or takes over the one of the same name (JumpCloud: Group Management Considerations). */
function* ensure(push: GroupPush): Conversation<PushOutcome> {
  const { behaviour, connector, displayName, work } = push
  const memberCount = push.memberCount()
  if (memberCount === 0) return { ...NOTHING, link: null }
  const exchange = yield composeFor(
    'match',
    connector,
    behaviour,
    'GET',
    lookupPath('Groups', 'displayName', displayName, behaviour),
  )
  const list = decodeList(exchange, behaviour)
  if (!list.ok) return { ...failure('group_create_provision', exchange, list.cause), link: null }
  const fitting = list.value.filter((group) => group.displayName?.toLowerCase() === displayName.toLowerCase())
  if (fitting.length > 1) {
    const cause = `the target has ${fitting.length} groups named ${displayName}`
    return { ...failure('group_create_provision', exchange, cause), link: null }
  }
  const [taken] = fitting
  if (taken) return yield* takeOver(push, taken.id)
  const members = push.members()
  if (members.length === 0) return nobodyThere('group_create_provision', memberCount)
  const body = groupCreateBody(displayName, work.groupId, members, behaviour)
  const created = yield composeFor('create', connector, behaviour, 'POST', '/Groups', body)
  const decoded = decodeCreated(created, behaviour)
  if (!decoded.ok) return { ...failure('group_create_provision', created, decoded.cause), link: null }
  return {
    result: 'done',
    provisioned: [{ type: 'group_create_provision', success: true, ...responseOf(created) }],
    link: { targetId: decoded.value.id, resource: {} },
  }
}

function* takeOver(push: GroupPush, targetId: string): Conversation<PushOutcome> {
  const link = { targetId, resource: {} }
  const members = push.members()
  if (members.length === 0) return { ...nobodyThere('group_update_provision', push.memberCount()), link }
  const request = membershipWrite('add', groupState(push, targetId), members, push.behaviour)
  const outcome = updated(yield send(push, request))
  return { ...outcome, link }
}

function* write(push: GroupPush, targetId: string): Conversation<PushOutcome | 'gone'> {
  const request = writeFor(push, targetId)
  if (request === undefined) return nobodyThere('group_update_provision', 1)
  const exchange = yield send(push, request)
  return exchange.response?.status === 404 ? 'gone' : updated(exchange)
}

/** Undefined when there is nobody to name: the target never got the user. A group without members is left as it is. */
function writeFor(push: GroupPush, targetId: string): GroupWrite | undefined {
  const { work, behaviour, memberId } = push
  const state = groupState(push, targetId)
  if (work.kind === 'group-rename') return renameWrite(state, behaviour)
  if (work.kind === 'group') {
    const members = push.members()
    return members.length > 0 ? membershipWrite('add', state, members, behaviour) : undefined
  }
  if (memberId === undefined) return undefined
  if (work.kind === 'member-remove') return membershipWrite('remove', state, [memberId], behaviour)
  return membershipWrite('add', state, addedBy(push, memberId), behaviour)
}

/** The new member, or all of them again. */
function addedBy({ behaviour, members }: GroupPush, memberId: string): readonly string[] {
  return behaviour.repeatMemberAdds === 'no' ? [memberId] : [...new Set([...members(), memberId])]
}

function* deleteGroup(push: GroupPush, targetId: string): Conversation<PushOutcome> {
  const exchange = yield composeFor(
    'delete',
    push.connector,
    push.behaviour,
    'DELETE',
    resourcePath('Groups', targetId),
  )
  const deleted = successOf(exchange)
  if (!deleted.ok && exchange.response?.status !== 404) {
    return failure('group_delete_provision', exchange, deleted.cause)
  }
  const provisioned = [{ type: 'group_delete_provision', success: true, ...responseOf(exchange) } as const]
  return { result: 'done', provisioned, link: null }
}

function send(push: GroupPush, { method, path, body }: GroupWrite) {
  const purpose = push.work.kind === 'group-rename' ? 'update' : 'change-members'
  return composeFor(purpose, push.connector, push.behaviour, method, path, body)
}

function updated(exchange: Exchange): PushOutcome {
  const success = successOf(exchange)
  if (!success.ok) return failure('group_update_provision', exchange, success.cause)
  return { result: 'done', provisioned: [{ type: 'group_update_provision', success: true, ...responseOf(exchange) }] }
}

function groupState({ displayName, members }: GroupPush, targetId: string): GroupState {
  return { targetId, displayName, members }
}

/** Members without an id at the target are left out; when nobody is left, nothing is sent and the log says so. */
function nobodyThere(type: ProvisionType, count: number): PushOutcome {
  const error = `nothing was sent: the target has none of the ${count} member${count === 1 ? '' : 's'} concerned`
  return { result: 'failed', provisioned: [{ type, success: false, error }] }
}
