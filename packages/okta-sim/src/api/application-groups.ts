// /api/v1/apps/{appId}/groups (O927).
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { assign } from '../plan/applications.ts'
import { put } from '../plan/changes.ts'
import { type Org, pair } from '../plan/org.ts'
import type { Assignment } from '../values/app-user.ts'
import type { Application } from '../values/application.ts'
import { notFound } from './api-error.ts'
import { requireApplication, requireGroup } from './found.ts'
import { type ApiAnswer, type ApiRequest, type Json, NO_CONTENT, type Operation, ok, param } from './operation.ts'
import { pageOf } from './paging.ts'
import { renderGroup } from './render-group.ts'

const Written = z.looseObject({ priority: z.int().min(0).max(99).nullish() })

const ONE = '/api/v1/apps/{appId}/groups/{groupId}'

export const applicationGroupOperations: readonly Operation[] = [
  { method: 'GET', template: '/api/v1/apps/{appId}/groups', run: list },
  {
    method: 'GET',
    template: ONE,
    run({ org }, request) {
      const { application, assignment } = required(org, request)
      return ok(rendered(org, application, assignment, request))
    },
  },
  { method: 'PUT', template: ONE, run: assignGroup },
  {
    method: 'DELETE',
    template: ONE,
    run(engine, request) {
      const { application, assignment } = required(engine.org, request)
      engine.begin(assign(engine.org, { ...assignment, appId: application.id }, false, engine.maker))
      return NO_CONTENT
    },
  },
]

function list({ org }: Engine, request: ApiRequest): ApiAnswer {
  const application = requireApplication(org, param(request, 'appId'))
  const q = request.query.get('q')?.toLowerCase() ?? ''
  const named = ofGroups(org, application).filter(({ id }) => nameOf(org, id).toLowerCase().startsWith(q))
  const rows = named.map((assignment) => rendered(org, application, assignment, request))
  return pageOf(request, rows, { usual: 20, most: 200 })
}

/** Of several groups the priority decides, by which an order is all that is kept here. */
function assignGroup(engine: Engine, request: ApiRequest): ApiAnswer {
  const { org, maker } = engine
  const application = requireApplication(org, param(request, 'appId'))
  const { id } = requireGroup(org, param(request, 'groupId'))
  const { priority } = Written.parse(request.body ?? {})
  const said = priority === undefined || priority === null ? {} : { priority }
  const key = pair(application.id, id)
  const known = org.get('assignment', key)
  if (known) engine.begin({ changes: [put('assignment', key, { ...known, ...said })], log: [] })
  else engine.begin(assign(org, { appId: application.id, type: 'group', id, ...said }, true, maker))
  const { assignment } = required(org, request)
  return ok(rendered(org, application, assignment, request))
}

function ofGroups(org: Org, { id }: Application): readonly Assignment[] {
  return org.all('assignment').filter(({ appId, type }) => appId === id && type === 'group')
}

function nameOf(org: Org, groupId: string): string {
  return org.get('group', groupId)?.name ?? groupId
}

function required(org: Org, request: ApiRequest) {
  const application = requireApplication(org, param(request, 'appId'))
  const { id } = requireGroup(org, param(request, 'groupId'))
  const assignment = org.get('assignment', pair(application.id, id))
  if (!assignment) throw notFound(id, 'ApplicationGroupAssignment')
  return { application, assignment }
}

function rendered(org: Org, application: Application, assignment: Assignment, { origin, query }: ApiRequest): Json {
  const { id, created, priority } = assignment
  const app = `${origin}/api/v1/apps/${application.id}`
  const group = query.get('expand') === 'group' ? org.get('group', id) : undefined
  return {
    ...{ id, lastUpdated: created ?? null, profile: {} },
    priority: priority ?? ofGroups(org, application).indexOf(assignment),
    _links: {
      ...{ app: { href: app }, self: { href: `${app}/groups/${id}` } },
      group: { href: `${origin}/api/v1/groups/${id}` },
    },
    ...(group ? { _embedded: { group: renderGroup(group, origin) } } : {}),
  }
}
