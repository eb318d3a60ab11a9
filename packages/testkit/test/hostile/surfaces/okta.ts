// Okta's management API.
import type { Draw } from '../draw.ts'
import type { Json } from '../json-values.ts'
import type { AnyTarget } from '../target.ts'
import { isOktaError } from './is-error.ts'
import { surfaceTarget } from './surface-target.ts'
import { queryOf, type Template, templateRequests, withIds } from './templates.ts'
import { SIGNED_IN } from './world.ts'
import { openWorld } from './worlds/program-worlds.ts'

const HEADERS = [['host', 'localhost'], ['content-type', 'application/json'], SIGNED_IN] as const

/** What stands in `after` of a next link: the person behind it is there, has gone, or was never. */
const CURSORS = [['00u', '2026-01-05T08:00:00.000Z', 2] as const, ['x', '', 1] as const].map((cursor) =>
  Buffer.from(JSON.stringify(cursor)).toString('base64url'),
)
const page = { limit: ['1', '2', '100', '0'], after: [...CURSORS, 'x'] }

const users = queryOf({
  ...page,
  search: [
    'profile.department eq "Sales"',
    'profile.login co "contoso" and (status lt "STAGED" or status gt "STAGED")',
    'created ge "2020-01-01T00:00:00Z"',
    'profile.title pr',
    'profile.firstName sw "a" or profile.lastName eq "B"',
  ],
  filter: ['status eq "ACTIVE"', 'lastUpdated gt "2020-01-01T00:00:00.000Z" and profile.email eq "x"', 'id eq "UID0"'],
  q: ['a', 'B'],
  sortBy: ['profile.lastName', 'status'],
  sortOrder: ['asc', 'desc'],
})
const groups = queryOf({
  ...page,
  search: ['profile.name sw "E"', 'type eq "OKTA_GROUP" and profile.name co "e"'],
  filter: ['type eq "OKTA_GROUP"', 'lastMembershipUpdated le "2030-01-01T00:00:00Z"', 'id eq "HID0"'],
  q: ['e'],
  sortBy: ['profile.name'],
})
const logs = queryOf({
  ...{ limit: ['0', '1', '1000'], after: ['0', '3', '99999'], q: ['user', 'user contoso'] },
  since: ['2026-01-01T00:00:00Z', '2020-01-01'],
  until: ['2030-01-01T00:00:00.000Z', '2026-01-05T08:00:00Z'],
  filter: [
    'eventType eq "user.lifecycle.create"',
    'not (outcome.result ne "SUCCESS") and target.type eq "User"',
    'published gt "2026-01-01T00:00:00Z" and displayMessage ew "r"',
    'outcome.reason pr',
  ],
  sortOrder: ['ASCENDING', 'DESCENDING'],
})

const PERSON = ['ana', 'bo', 'Ö', 'x']

function profile(draw: Draw): Json {
  const name = `made${draw.below(100_000)}`
  return {
    ...{ login: `${name}@contoso.example`, email: `${name}@contoso.example` },
    ...{ firstName: draw.pick(PERSON), lastName: draw.pick(PERSON) },
    ...(draw.chance(0.3) ? { department: draw.pick(['Sales', '']), title: draw.pick<Json>(['Engineer', null]) } : {}),
    ...(draw.chance(0.2) ? { secondEmail: null, mobilePhone: '+1 202-555-0100', city: 'Bonn' } : {}),
  }
}

function user(draw: Draw): Json {
  return {
    profile: profile(draw),
    ...(draw.chance(0.2) ? { credentials: { password: { value: 'A secret of many letters' } } } : {}),
    ...(draw.chance(0.2) ? { groupIds: [withIds('{HID}', draw)] } : {}),
  }
}

function changes(draw: Draw): Json {
  const set = draw.pick<Json>([{ title: 'Manager' }, { department: null }, { firstName: 'Zoe', city: 'Oslo' }, {}])
  return draw.pick<Json>([{ profile: set }, { profile: set }, {}, { credentials: {} }])
}

function group(draw: Draw): Json {
  return { profile: { name: `G${draw.below(100_000)}`, ...(draw.chance(0.3) ? { description: 'D' } : {}) } }
}

function application(draw: Draw): Json {
  const label = `A${draw.below(1_000)}`
  return draw.pick<Json>([
    { label, signOnMode: draw.pick(['SAML_2_0', 'BOOKMARK', 'OPENID_CONNECT']), settings: { app: {} } },
    { label, name: 'scim2headerauth' },
    { label, name: draw.pick<Json>(['salesforce', null]), signOnMode: 'AUTO_LOGIN' },
  ])
}

function assignment(draw: Draw): Json {
  return {
    ...{ id: withIds('{UID}', draw), scope: draw.pick<Json>(['USER', 'GROUP', null]) },
    ...(draw.chance(0.2) ? { profile: draw.pick<Json>([{}, { givenName: 'Zoe' }, { nothing: 1 }, null]) } : {}),
    ...(draw.chance(0.1) ? { credentials: { userName: 'other' } } : {}),
  }
}

function capabilities(draw: Draw): Json {
  const status = { status: draw.pick(['ENABLED', 'DISABLED']) }
  return draw.pick<Json>([
    { create: { lifecycleCreate: status } },
    { update: { profile: status, lifecycleDeactivate: status } },
    { update: { password: status } },
    {},
  ])
}

function mapping(draw: Draw): Json {
  return {
    sourceGroupId: withIds('{HID}', draw),
    ...draw.pick<Record<string, Json>>([{ targetGroupName: 'Sales' }, { targetGroupId: 'g1' }, {}]),
    ...(draw.chance(0.6) ? { status: draw.pick(['ACTIVE', 'INACTIVE']) } : {}),
  }
}

const V1 = '/api/v1'
const APP = `${V1}/apps/{BID}`
const expand = queryOf({ ...page, q: ['a'], expand: ['user', 'group'] })
const templates: readonly Template[] = [
  { method: 'GET', path: `${V1}/users/%zz` },
  { method: 'GET', path: `${V1}/users`, query: users, weight: 14 },
  { method: 'POST', path: `${V1}/users`, body: user, query: queryOf({ activate: ['true', 'false'] }), weight: 6 },
  { method: 'GET', path: `${V1}/users/{UID}`, weight: 3 },
  { method: 'GET', path: `${V1}/users/{ID}` },
  { method: 'POST', path: `${V1}/users/{UID}`, body: changes, weight: 5 },
  { method: 'PUT', path: `${V1}/users/{UID}`, body: user, weight: 3 },
  { method: 'DELETE', path: `${V1}/users/{UID}` },
  ...['activate', 'deactivate', 'suspend', 'unsuspend', 'reactivate'].map((act) => ({
    ...{ method: 'POST', path: `${V1}/users/{UID}/lifecycle/${act}` },
  })),
  ...['groups', 'appLinks'].map((list) => ({ method: 'GET', path: `${V1}/users/{UID}/${list}`, weight: 2 })),
  { method: 'GET', path: `${V1}/groups`, query: groups, weight: 8 },
  { method: 'POST', path: `${V1}/groups`, body: group, weight: 3 },
  { method: 'GET', path: `${V1}/groups/{HID}`, weight: 2 },
  { method: 'PUT', path: `${V1}/groups/{HID}`, body: group, weight: 3 },
  { method: 'DELETE', path: `${V1}/groups/{HID}` },
  ...['users', 'apps'].map((list) => ({ method: 'GET', path: `${V1}/groups/{HID}/${list}`, query: queryOf(page) })),
  { method: 'PUT', path: `${V1}/groups/{HID}/users/{UID}`, weight: 3 },
  { method: 'DELETE', path: `${V1}/groups/{HID}/users/{UID}`, weight: 2 },
  {
    ...{ method: 'GET', path: `${V1}/apps`, weight: 4 },
    query: queryOf({ ...page, q: ['a', 'scim'], filter: ['status eq "ACTIVE"', 'user.id eq "UID0"', 'name eq "x"'] }),
  },
  { method: 'POST', path: `${V1}/apps`, body: application, query: queryOf({ activate: ['false'] }), weight: 3 },
  { method: 'GET', path: APP, weight: 2 },
  { method: 'PUT', path: APP, body: application },
  { method: 'DELETE', path: APP },
  ...['activate', 'deactivate'].map((act) => ({ method: 'POST', path: `${APP}/lifecycle/${act}` })),
  ...['users', 'groups'].map((list) => ({ method: 'GET', path: `${APP}/${list}`, query: expand, weight: 2 })),
  { method: 'POST', path: `${APP}/users`, body: assignment, weight: 4 },
  { method: 'GET', path: `${APP}/users/{UID}`, query: expand },
  { method: 'POST', path: `${APP}/users/{UID}`, body: assignment },
  { method: 'DELETE', path: `${APP}/users/{UID}` },
  { method: 'GET', path: `${APP}/groups/{HID}` },
  { method: 'PUT', path: `${APP}/groups/{HID}`, body: (draw) => ({ priority: draw.pick([0, 3, 100]) }), weight: 2 },
  { method: 'DELETE', path: `${APP}/groups/{HID}` },
  ...['', '/USER_PROVISIONING', '/OTHER'].map((name) => ({ method: 'GET', path: `${APP}/features${name}` })),
  { method: 'PUT', path: `${APP}/features/USER_PROVISIONING`, body: capabilities },
  {
    ...{ method: 'GET', path: `${APP}/group-push/mappings` },
    query: queryOf({ status: ['ACTIVE'], sourceGroupId: ['HID0'], lastUpdated: ['2020-01-01T00:00:00Z', 'x'] }),
  },
  { method: 'POST', path: `${APP}/group-push/mappings`, body: mapping, weight: 2 },
  { method: 'GET', path: `${V1}/logs`, query: logs, weight: 10 },
]

const FILES = ['api.ts', 'search.ts', 'paging.ts', 'users.ts', 'logs.ts'].map((file) => `okta-sim/src/api/${file}`)

export async function oktaTarget(open = openWorld): Promise<AnyTarget> {
  const world = await open('okta')
  const make = templateRequests(templates, HEADERS)
  const surface = { name: 'Okta API', files: FILES, make, isError: isOktaError, below: /^\/api(?:\/|$|\?)/ }
  return surfaceTarget(surface, world)
}
