// /api/v1/groups (O908, O918, O919, O944).
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { createGroup, deleteGroup, describeGroup, renameGroup } from '../plan/groups.ts'
import type { Group } from '../values/group.ts'
import { ApiError } from './api-error.ts'
import { requireGroup } from './found.ts'
import { type ApiAnswer, type ApiRequest, type Json, NO_CONTENT, type Operation, ok, param } from './operation.ts'
import { limitOf, pageOf, pageShown, sorted } from './paging.ts'
import { renderGroup } from './render-group.ts'
import { compileSearch, type SearchRules } from './search.ts'

const Written = z.looseObject({
  profile: z.looseObject({ name: z.string().min(1), description: z.string().nullish() }),
})

export const groupOperations: readonly Operation[] = [
  { method: 'GET', template: '/api/v1/groups', run: listGroups },
  {
    method: 'POST',
    template: '/api/v1/groups',
    run(engine, request) {
      const { name, description } = Written.parse(request.body ?? {}).profile
      assertFree(engine, name)
      const { group, step } = createGroup(engine.org, name, description ?? undefined, engine.maker)
      engine.begin(step)
      return ok(renderGroup(group, request.origin))
    },
  },
  {
    method: 'GET',
    template: '/api/v1/groups/{groupId}',
    run: ({ org }, request) => ok(renderGroup(requireGroup(org, param(request, 'groupId')), request.origin)),
  },
  { method: 'PUT', template: '/api/v1/groups/{groupId}', run: replace },
  {
    method: 'DELETE',
    template: '/api/v1/groups/{groupId}',
    run(engine, request) {
      const group = requireGroup(engine.org, param(request, 'groupId'))
      engine.begin(deleteGroup(engine.org, group, engine.maker))
      return NO_CONTENT
    },
  },
]

const TIMES = ['eq', 'gt', 'ge', 'lt', 'le'] as const
const FILTER: SearchRules = {
  operatorsOf(path) {
    if (path === 'lastUpdated' || path === 'lastMembershipUpdated') return TIMES
    return path === 'id' || path === 'type' ? ['eq'] : undefined
  },
  isCaseSensitive: true,
  hasNot: false,
}

const SEARCH: SearchRules = {
  operatorsOf(path) {
    if (path === 'profile.name' || path === 'profile.description') return [...TIMES, 'sw', 'co', 'pr']
    return ['id', 'type', 'created', 'lastUpdated', 'lastMembershipUpdated'].includes(path)
      ? [...TIMES, 'sw']
      : undefined
  },
  isCaseSensitive: false,
  hasNot: false,
}

const PAGE = { usual: 10_000, most: 10_000 }

function listGroups({ org }: Engine, request: ApiRequest): ApiAnswer {
  const { query, origin } = request
  const shown = (group: Group): Json => renderGroup(group, origin)
  const rows = (): readonly Json[] => org.all('group').map(shown)
  const [search, filter, q] = ['search', 'filter', 'q'].map((name) => query.get(name) || undefined)
  if (search) return pageOf(request, sorted(rows().filter(compileSearch(search, SEARCH)), request), PAGE)
  if (filter) return pageOf(request, rows().filter(compileSearch(filter, FILTER)), PAGE)
  if (!q) return pageShown(request, org.all('group'), PAGE, shown)
  const named = org.all('group').filter(({ name }) => name.toLowerCase().startsWith(q.toLowerCase()))
  return ok(named.slice(0, limitOf(request, { ...PAGE, usual: 300 })).map(shown))
}

/** The profile is written whole: without a description there is none any more. */
function replace(engine: Engine, request: ApiRequest): ApiAnswer {
  const { org, maker } = engine
  const group = requireGroup(org, param(request, 'groupId'))
  const { name, description } = Written.parse(request.body ?? {}).profile
  if (name !== group.name) assertFree(engine, name)
  if ((description ?? undefined) !== group.description)
    engine.begin(describeGroup(group, { name: group.name, ...(description ? { description } : {}) }, maker))
  if (name !== group.name) engine.begin(renameGroup(org, requireGroup(org, group.id), name, maker))
  return ok(renderGroup(requireGroup(org, group.id), request.origin))
}

function assertFree({ org }: Engine, name: string): void {
  if (org.all('group').some((group) => group.name === name)) throw new ApiError('E0000055')
}
