import type { Conversation } from '@scimulator/shared/provisioning'
import type { Behaviour } from '../behaviour.ts'
import { decodeCreated, decodeList, decodeUpdated, successOf, type TargetResource } from '../connector/decode.ts'
import type { Connector } from '../directory/application.ts'
import type { Link } from '../directory/link.ts'
import { compose, resourcePath, userLookup } from './compose.ts'
import { failure, NOTHING, type ProvisionType, type PushOutcome, responseOf } from './outcome.ts'
import type { Work } from './push.ts'
import { createBody, patchBody, putBody, type UserWrite } from './user-body.ts'

export interface UserPush {
  readonly work: Extract<Work, { kind: 'user' }>
  readonly connector: Connector
  readonly link: Pick<Link, 'targetId' | 'resource'> | undefined
  readonly behaviour: Behaviour
}

type Known = Pick<Link, 'targetId' | 'resource'>

/**
 * Brings one user to the target. In scope: looked up where no id is stored, then PUT or POST. Out of scope: set inactive, and his id is
 * forgotten, so that a return looks him up again. A user who never arrived is not deactivated.
 */
export function* pushUser(push: UserPush): Conversation<PushOutcome> {
  if (push.work.inScope) return yield* provision(push)
  if (!push.link) return NOTHING
  const outcome =
    push.work.deleted && push.behaviour.onUserDelete === 'delete'
      ? yield* deleteUser(push, push.link)
      : yield* update(push, push.link, true)
  return outcome.result === 'done' ? { ...outcome, link: null } : outcome
}

function* provision(push: UserPush): Conversation<PushOutcome> {
  if (push.link && push.behaviour.lookupBeforeWrite === 'without-stored-id')
    return yield* update(push, push.link, false)
  const found = yield* lookUp(push)
  if ('result' in found) return found
  return found.known ? yield* update(push, found.known, true) : yield* create(push, false)
}

function* lookUp(push: UserPush): Conversation<PushOutcome | { known: Known | undefined }> {
  const { behaviour, connector, work } = push
  const userName = String(createBody(writeOf(work, []), behaviour).userName)
  const wanted = userLookup({ userName, email: work.user.email }, behaviour)
  const exchange = yield compose(connector, behaviour, 'GET', wanted.path)
  const list = decodeList(exchange)
  if (!list.ok) return failure('user_lookup_provision', exchange, list.cause)
  const fitting = list.value.filter((resource) => wanted.fits(resource))
  if (fitting.length > 1) {
    return failure('user_lookup_provision', exchange, `the target has ${fitting.length} users for ${wanted.value}`)
  }
  return { known: fitting[0] && knownAs(fitting[0]) }
}

/** 409 on a create: looked up once more, and written when he is found. */
function* create(push: UserPush, isSecond: boolean): Conversation<PushOutcome> {
  const { behaviour, connector, work } = push
  const body = createBody(writeOf(work, connector.excludedAttributes, passwordOf(push)), behaviour)
  const exchange = yield compose(connector, behaviour, 'POST', '/Users', body)
  if (exchange.response?.status === 409 && !isSecond) {
    const found = yield* lookUp(push)
    if ('result' in found) return found
    if (found.known) return yield* update(push, found.known, true)
  }
  const created = decodeCreated(exchange, behaviour)
  if (!created.ok) return failure('user_create_provision', exchange, created.cause)
  return succeeded('user_create_provision', exchange, knownAs(created.value))
}

/** 404 on a stored id: forgotten, looked up, and created when he is not found. */
function* update(push: UserPush, known: Known, isSecond: boolean): Conversation<PushOutcome> {
  const { behaviour, connector, work } = push
  const write = writeOf(work, connector.excludedAttributes, passwordOf(push))
  const path = resourcePath('Users', known.targetId)
  const body =
    behaviour.userUpdateMethod === 'put'
      ? putBody(write, known.targetId, known.resource, behaviour)
      : patchBody(write, behaviour)
  const method = behaviour.userUpdateMethod === 'put' ? 'PUT' : 'PATCH'
  const type = body.active === false || !work.inScope ? 'user_deprovision' : 'user_update_provision'
  const exchange = yield compose(connector, behaviour, method, path, body)
  if (exchange.response?.status === 404 && !isSecond) return yield* replaceLost(push)
  const updated = decodeUpdated(exchange, behaviour)
  if (updated.ok) return succeeded(type, exchange, updated.value ? knownAs(updated.value) : known)
  const outcome = failure(type, exchange, updated.cause)
  // Found but not written: the id is known all the same, or no longer when the target has nobody of that id.
  return { ...outcome, link: exchange.response?.status === 404 ? null : known }
}

function* replaceLost(push: UserPush): Conversation<PushOutcome> {
  const found = yield* lookUp(push)
  if ('result' in found) return { ...found, link: null }
  const outcome = found.known ? yield* update(push, found.known, true) : yield* create(push, false)
  return outcome.link === undefined ? { ...outcome, link: null } : outcome
}

function* deleteUser(push: UserPush, link: Known): Conversation<PushOutcome> {
  const { behaviour, connector } = push
  const exchange = yield compose(connector, behaviour, 'DELETE', resourcePath('Users', link.targetId))
  const deleted = successOf(exchange)
  if (!deleted.ok && exchange.response?.status !== 404) {
    return failure('user_delete_provision', exchange, deleted.cause)
  }
  return { result: 'done', provisioned: [{ type: 'user_delete_provision', success: true, ...responseOf(exchange) }] }
}

function writeOf(work: UserPush['work'], excluded: readonly string[], password?: string): UserWrite {
  const { user, inScope } = work
  return { user, inScope, excluded, ...(password === undefined ? {} : { password }) }
}

function passwordOf({ work, connector }: UserPush): string | undefined {
  return connector.syncPassword ? work.password : undefined
}

function knownAs(resource: TargetResource): Known {
  return { targetId: resource.id, resource }
}

function succeeded(type: ProvisionType, exchange: Parameters<typeof responseOf>[0], link: Known): PushOutcome {
  return { result: 'done', provisioned: [{ type, success: true, ...responseOf(exchange) }], link }
}
