// /api/v1/users (O912, O914 to O917, O941, O942).
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { setMember } from '../plan/groups.ts'
import { changeUser, createUser, deleteUser, moveUser } from '../plan/people.ts'
import { Profile, type User } from '../values/user.ts'
import { ApiError } from './api-error.ts'
import { requireGroup, requireUser } from './found.ts'
import { type ApiAnswer, type ApiRequest, flag, type Json, NO_CONTENT, type Operation, ok, param } from './operation.ts'
import { limitOf, pageOf, pageShown, sorted } from './paging.ts'
import { renderUser } from './render-user.ts'
import { compileSearch, type SearchRules } from './search.ts'

/** An attribute without a value may be written as null. */
const Attributes = z.strictObject(
  Object.fromEntries(Object.keys(Profile.shape).map((name) => [name, z.string().nullish()])),
)
/** Passwords are taken and not kept: nobody signs in here. */
const Credentials = z.looseObject({}).optional()
const NewUser = z.looseObject({
  profile: Attributes,
  credentials: Credentials,
  groupIds: z.array(z.string()).optional(),
})
const Changed = z.looseObject({ profile: Attributes.optional(), credentials: Credentials })

export const userOperations: readonly Operation[] = [
  { method: 'GET', template: '/api/v1/users', run: listUsers },
  { method: 'POST', template: '/api/v1/users', run: create },
  {
    method: 'GET',
    template: '/api/v1/users/{userId}',
    run: (engine, request) => ok(renderUser(requireUser(engine.org, param(request, 'userId')), request.origin)),
  },
  {
    method: 'POST',
    template: '/api/v1/users/{userId}',
    run: (engine, request) => change(engine, request, Changed.parse(request.body ?? {}).profile ?? {}),
  },
  {
    method: 'PUT',
    template: '/api/v1/users/{userId}',
    run(engine, request) {
      const { profile } = Changed.parse(request.body ?? {})
      const emptied = Object.fromEntries(Object.keys(Profile.shape).map((name) => [name, null]))
      return change(engine, request, profile === undefined ? {} : { ...emptied, ...profile })
    },
  },
  {
    method: 'DELETE',
    template: '/api/v1/users/{userId}',
    run(engine, request) {
      const user = requireUser(engine.org, param(request, 'userId'))
      const isGone = user.status === 'DEPROVISIONED'
      engine.begin(isGone ? deleteUser(engine.org, user) : moveUser(engine.org, user, 'DEPROVISIONED', engine.maker))
      return NO_CONTENT
    },
  },
]

const MATCHED = ['eq'] as const
const FILTERED: ReadonlySet<string> = new Set([
  ...['status', 'id', 'type.id'],
  ...['profile.login', 'profile.email', 'profile.firstName', 'profile.lastName'],
])
const FILTER: SearchRules = {
  operatorsOf(path) {
    if (path === 'lastUpdated') return ['eq', 'gt', 'ge', 'lt', 'le']
    return FILTERED.has(path) ? MATCHED : undefined
  },
  isCaseSensitive: true,
  hasNot: false,
}

const CONTAINED: ReadonlySet<string> = new Set([
  ...['profile.firstName', 'profile.lastName', 'profile.email', 'profile.login'],
])
const TOP: ReadonlySet<string> = new Set([
  ...['id', 'status', 'created', 'activated', 'statusChanged', 'lastUpdated', 'type.id'],
])
const SEARCH: SearchRules = {
  operatorsOf(path) {
    if (!TOP.has(path) && !Object.hasOwn(Profile.shape, path.replace(/^profile\./, ''))) return undefined
    const usual = ['eq', 'sw', 'gt', 'ge', 'lt', 'le', 'pr'] as const
    return CONTAINED.has(path) ? [...usual, 'co'] : usual
  },
  isCaseSensitive: false,
  hasNot: false,
}

/** Who is DEPROVISIONED is left out unless a filter or a search asks (O916). */
function listUsers({ org }: Engine, request: ApiRequest): ApiAnswer {
  const { query, origin } = request
  const shown = (user: User): Json => renderUser(user, origin)
  const rows = (): readonly Json[] => org.all('user').map(shown)
  const [search, filter, q] = ['search', 'filter', 'q'].map((name) => query.get(name) || undefined)
  if (search) return pageOf(request, sorted(rows().filter(compileSearch(search, SEARCH)), request), PAGE)
  if (filter) return pageOf(request, rows().filter(compileSearch(filter, FILTER)), PAGE)
  const there = org.all('user').filter(({ status }) => status !== 'DEPROVISIONED')
  if (!q) return pageShown(request, there, PAGE, shown)
  const named = there.filter((user) => begins(user, q))
  return ok(named.slice(0, limitOf(request, { ...PAGE, usual: 10 })).map(shown))
}

const PAGE = { usual: 200, most: 200 }

function begins({ profile: { firstName, lastName, email } }: User, q: string): boolean {
  return [firstName, lastName, email].some((text) => text.toLowerCase().startsWith(q.toLowerCase()))
}

function create(engine: Engine, request: ApiRequest): ApiAnswer {
  const given = NewUser.parse(request.body ?? {})
  const profile = Profile.parse(withoutNull(given.profile))
  assertFree(engine, profile.login)
  const groups = (given.groupIds ?? []).map((id) => requireGroup(engine.org, id))
  const isActive = flag(request, 'activate', true)
  const { user, step } = createUser(engine.org, { profile, isActive }, engine.maker)
  engine.begin(step)
  for (const group of groups) engine.begin(setMember(engine.org, group, user, true, engine.maker))
  return ok(renderUser(user, request.origin))
}

function change(engine: Engine, request: ApiRequest, set: Readonly<Record<string, string | null | undefined>>) {
  const user = requireUser(engine.org, param(request, 'userId'))
  if (user.status === 'DEPROVISIONED') throw new ApiError('E0000038')
  const next = Profile.parse(withoutNull({ ...user.profile, ...set }))
  if (next.login !== user.profile.login) assertFree(engine, next.login)
  if (Object.keys(set).length > 0) engine.begin(changeUser(engine.org, user, set, engine.maker))
  return ok(renderUser(requireUser(engine.org, user.id), request.origin))
}

/** @throws ApiError as Okta words it (O942) */
function assertFree({ org }: Engine, login: string): void {
  if (!org.all('user').some(({ profile }: User) => profile.login === login)) return
  const cause = 'login: An object with this field already exists in the current organization'
  throw new ApiError('E0000001', 'login', [cause])
}

function withoutNull(given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== undefined))
}
