// /api/v1/apps/{appId}/group-push/mappings (O928, O929).
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { after } from '../plan/after.ts'
import { steps } from '../plan/changes.ts'
import type { Org } from '../plan/org.ts'
import { beginPush, setPushActive, unlink } from '../plan/push-acts.ts'
import type { Application } from '../values/application.ts'
import type { GroupPush } from '../values/group-push.ts'
import { ownWords } from '../values/own-words.ts'
import { ApiError, notFound } from './api-error.ts'
import { requireApplication, requireGroup } from './found.ts'
import { type ApiAnswer, type ApiRequest, flag, type Json, NO_CONTENT, type Operation, ok, param } from './operation.ts'
import { pageOf } from './paging.ts'

const STATES = ['ACTIVE', 'INACTIVE'] as const
const New = z.looseObject({
  sourceGroupId: z.string().min(1),
  targetGroupId: z.string().min(1).nullish(),
  targetGroupName: z.string().min(1).nullish(),
  status: z.enum(STATES).default('ACTIVE'),
})
const Changed = z.looseObject({ status: z.enum(STATES) })

const LIST = '/api/v1/apps/{appId}/group-push/mappings'
const ONE = `${LIST}/{mappingId}`

export const groupPushOperations: readonly Operation[] = [
  { method: 'GET', template: LIST, run: list },
  { method: 'POST', template: LIST, run: create },
  {
    method: 'GET',
    template: ONE,
    run({ org }, request) {
      const { application, push } = required(org, request)
      return ok(rendered(application, push, request.origin))
    },
  },
  {
    method: 'PATCH',
    template: ONE,
    run(engine, request) {
      const { application, push } = required(engine.org, request)
      const isActive = Changed.parse(request.body ?? {}).status === 'ACTIVE'
      engine.begin(setPushActive(engine.org, application, push, isActive, engine.maker))
      return ok(rendered(application, required(engine.org, request).push, request.origin))
    },
  },
  {
    method: 'DELETE',
    template: ONE,
    run(engine, request) {
      const { application, push } = required(engine.org, request)
      if (push.status === 'ACTIVE') throw refused('The mapping has to be INACTIVE or in ERROR.')
      engine.begin(unlink(engine.org, application, push, flag(request, 'deleteTargetGroup', false), engine.maker))
      return NO_CONTENT
    },
  },
]

function list({ org }: Engine, request: ApiRequest): ApiAnswer {
  const application = requireApplication(org, param(request, 'appId'))
  const [source, status, since] = ['sourceGroupId', 'status', 'lastUpdated'].map((name) => request.query.get(name))
  const own = org
    .all('groupPush')
    .filter(({ appId }) => appId === application.id)
    .filter((push) => (source ? push.sourceGroupId === source : true) && (status ? push.status === status : true))
    .filter(({ lastUpdated = '' }) => (since ? Date.parse(lastUpdated) >= Date.parse(since) : true))
  const rows = own.map((push) => rendered(application, push, request.origin))
  return pageOf(request, rows, { usual: 100, most: 1_000 })
}

/** A group is made under the name of its source, or one that is there is linked. */
function create(engine: Engine, request: ApiRequest): ApiAnswer {
  const { org, maker } = engine
  const application = requireApplication(org, param(request, 'appId'))
  const given = New.parse(request.body ?? {})
  const group = requireGroup(org, given.sourceGroupId)
  const { targetGroupId, targetGroupName } = given
  if (!targetGroupId === !targetGroupName) throw refused('One of targetGroupId and targetGroupName has to be there.')
  if (targetGroupName && targetGroupName !== group.name) throw refused('A group is pushed under its own name.')
  const begun = beginPush(org, application, group, targetGroupId ?? undefined, maker)
  const [push] = after(org, begun.changes)
    .all('groupPush')
    .filter(({ appId, sourceGroupId }) => appId === application.id && sourceGroupId === group.id)
  if (!push) throw notFound(group.id, 'GroupPushMapping')
  const waits = given.status === 'INACTIVE'
  engine.begin(waits ? steps(begun, setPushActive(org, application, push, false, maker)) : begun)
  return { status: 201, body: rendered(application, org.get('groupPush', push.id) ?? push, request.origin) }
}

function refused(why: string): ApiError {
  return new ApiError('E0000027', ownWords(why))
}

function required(org: Org, request: ApiRequest) {
  const application = requireApplication(org, param(request, 'appId'))
  const push = org.get('groupPush', param(request, 'mappingId'))
  if (push?.appId !== application.id) throw notFound(param(request, 'mappingId'), 'GroupPushMapping')
  return { application, push }
}

function rendered({ id: appId }: Application, push: GroupPush, origin: string): Json {
  const { id, sourceGroupId, targetId, status, errorSummary = '' } = push
  const target = targetId === undefined ? {} : { targetGroupId: targetId }
  return {
    ...{ id, sourceGroupId, ...target, status, errorSummary },
    ...{ created: push.created ?? null, lastUpdated: push.lastUpdated ?? null, lastPush: push.lastPush ?? null },
    _links: {
      app: { href: `${origin}/api/v1/apps/${appId}` },
      sourceGroup: { href: `${origin}/api/v1/groups/${sourceGroupId}` },
    },
  }
}
