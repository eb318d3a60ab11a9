import type { Conversation } from '@scimulator/shared/provisioning'
import type { Behaviour } from '../behaviour.ts'
import type { Connector } from '../directory/application.ts'
import type { Link } from '../directory/link.ts'
import type { ProvisionType } from '../directory/provisioned.ts'
import type { Work } from '../directory/push.ts'
import { composeFor, resourcePath } from './compose.ts'
import { decodeCreated, decodeUpdated, successOf, type TargetResource } from './decode.ts'
import { type Known, lookUp, type Sighting, sight, type UserQuestion } from './look-up-user.ts'
import { failure, NOTHING, type PushOutcome, responseOf } from './outcome.ts'
import { createBody, patchBody, putBody, type UserWrite } from './user-body.ts'

export interface UserPush {
  readonly work: Extract<Work, { kind: 'user' }>
  readonly connector: Connector
  readonly link: Pick<Link, 'targetId' | 'resource'> | undefined
  readonly behaviour: Behaviour
}

/**
 * Brings one user to the target. In scope: looked up, then PUT or POST. Out of scope: set inactive, and the id is forgotten, so that a
 * return looks the user up again. A user who never arrived is not deactivated.
 */
export function* pushUser(push: UserPush): Conversation<PushOutcome> {
  if (push.work.inScope) return yield* provision(push)
  if (!push.link) return NOTHING
  const outcome =
    push.work.deleted && push.behaviour.onUserDelete === 'delete'
      ? yield* deleteUser(push, push.link)
      : yield* deprovision(push, push.link)
  return outcome.result === 'done' ? { ...outcome, link: null } : outcome
}

function* provision(push: UserPush): Conversation<PushOutcome> {
  const seen = yield* sight(questionOf(push), push.link)
  if ('result' in seen) return seen
  if (seen.known) return yield* update(push, seen.known, seen.otherwise)
  return seen.otherwise === 'ask' ? yield* replaceLost(push, 'ask') : yield* create(push, false)
}

/** Nobody is made only to be inactive: when the target has lost the user, the PUT to the stored id says so. */
function* deprovision(push: UserPush, link: Known): Conversation<PushOutcome> {
  const seen = yield* sight(questionOf(push), link)
  if ('result' in seen) return seen
  return yield* update(push, seen.known ?? link, 'nobody')
}

/** 409 on a create: looked up once more, and written when found. */
function* create(push: UserPush, isSecond: boolean): Conversation<PushOutcome> {
  const { behaviour, connector, work } = push
  const body = createBody(writeOf(work, connector.excludedAttributes, passwordOf(push)), behaviour)
  const exchange = yield composeFor('create', connector, behaviour, 'POST', '/Users', body)
  if (exchange.response?.status === 409 && !isSecond) {
    const answer = yield* lookUp(questionOf(push))
    if ('result' in answer) return answer
    if (answer.found) return yield* update(push, answer.found, 'nobody')
  }
  const created = decodeCreated(exchange, behaviour)
  if (!created.ok) return failure('user_create_provision', exchange, created.cause)
  return succeeded('user_create_provision', exchange, knownAs(created.value))
}

/** 404 on an id: forgotten, and the user who has the name is written instead, or a user is created. */
function* update(push: UserPush, known: Known, otherwise: Sighting['otherwise']): Conversation<PushOutcome> {
  const { behaviour, connector, work } = push
  const write = writeOf(work, connector.excludedAttributes, passwordOf(push))
  const path = resourcePath('Users', known.targetId)
  const body =
    behaviour.userUpdateMethod === 'put'
      ? putBody(write, known.targetId, known.resource, behaviour)
      : patchBody(write, behaviour)
  const method = behaviour.userUpdateMethod === 'put' ? 'PUT' : 'PATCH'
  const type = body.active === false || !work.inScope ? 'user_deprovision' : 'user_update_provision'
  const exchange = yield composeFor(
    type === 'user_deprovision' ? 'disable' : 'update',
    connector,
    behaviour,
    method,
    path,
    body,
  )
  if (exchange.response?.status === 404 && otherwise !== 'nobody') return yield* replaceLost(push, otherwise)
  const updated = decodeUpdated(exchange, behaviour)
  if (updated.ok) return succeeded(type, exchange, updated.value ? knownAs(updated.value) : known)
  const outcome = failure(type, exchange, updated.cause)
  // Found but not written: the id is known all the same, or no longer when the target has nobody of that id.
  return { ...outcome, link: exchange.response?.status === 404 ? null : known }
}

function* replaceLost(push: UserPush, otherwise: Exclude<Sighting['otherwise'], 'nobody'>): Conversation<PushOutcome> {
  const answer = otherwise === 'ask' ? yield* lookUp(questionOf(push)) : otherwise
  if ('result' in answer) return { ...answer, link: null }
  const outcome = answer.found ? yield* update(push, answer.found, 'nobody') : yield* create(push, false)
  return outcome.link === undefined ? { ...outcome, link: null } : outcome
}

function* deleteUser(push: UserPush, link: Known): Conversation<PushOutcome> {
  const { behaviour, connector } = push
  const exchange = yield composeFor('delete', connector, behaviour, 'DELETE', resourcePath('Users', link.targetId))
  const deleted = successOf(exchange)
  if (!deleted.ok && exchange.response?.status !== 404) {
    return failure('user_delete_provision', exchange, deleted.cause)
  }
  return { result: 'done', provisioned: [{ type: 'user_delete_provision', success: true, ...responseOf(exchange) }] }
}

function questionOf({ work, connector, behaviour }: UserPush): UserQuestion {
  const userName = String(createBody(writeOf(work, []), behaviour).userName)
  return { connector, behaviour, names: { userName, email: work.user.email } }
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
