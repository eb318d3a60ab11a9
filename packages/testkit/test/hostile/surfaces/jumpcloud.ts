// JumpCloud's API: V1, V2 and Directory Insights.
import type { Draw } from '../draw.ts'
import type { Json } from '../json-values.ts'
import type { AnyTarget } from '../target.ts'
import { isJumpCloudError } from './is-error.ts'
import type { Asked } from './request.ts'
import { surfaceTarget } from './surface-target.ts'
import { queryOf, type Template, templateRequests, withIds } from './templates.ts'
import { SIGNED_IN } from './world.ts'
import { openWorld } from './worlds/program-worlds.ts'

const HEADERS = [['host', 'localhost'], ['content-type', 'application/json'], SIGNED_IN] as const

const page = {
  skip: ['0', '1', '99', 'x'],
  limit: ['1', '2', '100'],
  sort: ['username', '-email', 'name'],
  fields: ['username', 'email', 'name'],
}
const v1 = queryOf({
  ...page,
  filter: ['username:$eq:a', 'email:$search:contoso', 'department:$ne:Sales'],
  search: ['a'],
})
const v2 = queryOf({ ...page, filter: ['name:eq:Sales', 'name:search:e'] })

function user(draw: Draw): Json {
  const name = `made${draw.below(100_000)}`
  return {
    username: name,
    email: `${name}@contoso.example`,
    ...(draw.chance(0.4) ? { firstname: 'Ana', lastname: draw.pick(['Berg', 'Ö']) } : {}),
    ...(draw.chance(0.3) ? { state: draw.pick(['STAGED', 'ACTIVATED', 'SUSPENDED']) } : {}),
    ...(draw.chance(0.3)
      ? { department: 'Sales', jobTitle: 'Engineer', employeeIdentifier: `${draw.below(1_000)}` }
      : {}),
    ...(draw.chance(0.2) ? { addresses: [{ type: 'work', country: 'US', locality: 'Bonn' }] } : {}),
    ...(draw.chance(0.2) ? { phoneNumbers: [{ type: 'work', number: '+1 202-555-0100' }] } : {}),
    ...(draw.chance(0.2) ? { attributes: [{ name: 'a', value: 'b' }] } : {}),
  }
}

function changes(draw: Draw): Json {
  return draw.pick<Json>([
    { firstname: 'Bo' },
    { department: draw.pick(['Sales', 'Engineering']) },
    { state: draw.pick(['ACTIVATED', 'SUSPENDED']) },
    { account_locked: draw.chance(0.5) },
    { email: `x${draw.below(1_000)}@contoso.example` },
    { password: 'A secret of many letters' },
    { attributes: [{ name: 'a', value: 'c' }], relationships: [{ type: 'manager', value: 'x' }] },
  ])
}

function group(draw: Draw): Json {
  const rule = {
    field: 'department',
    operator: draw.pick(['eq', 'ne', 'in']),
    value: draw.pick<Json>(['Sales', ['Sales']]),
  }
  const filters = draw.pick<Json>([[rule], [JSON.stringify(rule)], []])
  return {
    name: `G${draw.below(100_000)}`,
    ...(draw.chance(0.3) ? { description: 'D', email: 'g@contoso.example' } : {}),
    ...(draw.chance(0.3)
      ? { membershipMethod: draw.pick(['DYNAMIC_AUTOMATED', 'STATIC']), memberQuery: { queryType: 'Filter', filters } }
      : {}),
  }
}

function application(draw: Draw): Json {
  return {
    name: 'custom-scim',
    displayLabel: `A${draw.below(1_000)}`,
    ssoUrl: '',
    config: draw.pick<Json>([{}, { a: 1 }]),
  }
}

function search(draw: Draw): Json {
  const filter = draw.pick<Json>([
    { and: [{ username: { $regex: '^a' } }, { department: 'Sales' }] },
    [{ or: [{ state: { $in: ['ACTIVATED'] } }] }],
    { or: [{ email: { $ne: 'x' } }, { email: { $eq: 'y' } }] },
    'department:$eq:Sales',
    ['username:$search:a'],
  ])
  return {
    ...(draw.chance(0.5) ? { filter } : {}),
    ...(draw.chance(0.3)
      ? { searchFilter: { searchTerm: draw.pick<Json>(['a', ['a', 'b']]), fields: ['username'] } }
      : {}),
    ...(draw.chance(0.3) ? { fields: draw.pick<Json>(['username email', ['username']]), sort: 'email' } : {}),
    ...(draw.chance(0.3) ? { limit: draw.pick<Json>([0, 5, '7']), skip: 1 } : {}),
  }
}

function events(draw: Draw): Json {
  return {
    service: draw.pick<Json>([['all'], ['directory'], ['sso']]),
    start_time: draw.pick(['2026-01-01T00:00:00Z', '2020-01-01T00:00:00Z']),
    ...(draw.chance(0.4) ? { end_time: '2027-01-01T00:00:00Z' } : {}),
    ...(draw.chance(0.3) ? { limit: draw.pick([1, 10, 10_000]), sort: draw.pick(['ASC', 'DESC']) } : {}),
    ...(draw.chance(0.2) ? { search_term: { and: [{ event_type: 'user_create' }] } } : {}),
    ...(draw.chance(0.2) ? { fields: ['event_type', 'timestamp'] } : {}),
    ...(draw.chance(0.2) ? { q: 'user' } : {}),
  }
}

const member =
  (type: string, id: string) =>
  (draw: Draw): Json => ({
    ...{ op: draw.pick(['add', 'add', 'remove']), type },
    id: withIds(id, draw),
  })

const connector = (draw: Draw): Json => ({
  baseUrl: draw.pick(['http://receiver.scimulator.test/scim/v2', 'https://scim.example', 'x']),
  ...{ token: draw.pick(['secret', 'wrong']), testUserEmail: 'test@contoso.example' },
  ...(draw.chance(0.4) ? { groupManagement: draw.chance(0.5), excludedAttributes: ['title'] } : {}),
})

const bulk = (draw: Draw): Json => Array.from({ length: 1 + draw.below(3) }, () => user(draw))
const bulkChange = (draw: Draw): Json => [{ id: withIds('{UID}', draw), ...Object(changes(draw)) }]
const state = (draw: Draw): Json => ({
  ...{ user_ids: [withIds('{UID}', draw)], state: 'SUSPENDED' },
  start_date: draw.pick(['2026-02-01T00:00:00Z', 'tomorrow', '9999-12-31T00:00:00Z']),
})

const V2 = '/api/v2'
const EVENTS = '/insights/directory/v1/events'
const templates: readonly Template[] = [
  { method: 'GET', path: '/api/systemusers/%zz' },
  { method: 'GET', path: '/api/systemusers', query: v1, weight: 6 },
  { method: 'POST', path: '/api/systemusers', body: user, weight: 6 },
  { method: 'GET', path: '/api/systemusers/{UID}', query: v1, weight: 3 },
  { method: 'PUT', path: '/api/systemusers/{UID}', body: changes, weight: 8 },
  { method: 'DELETE', path: '/api/systemusers/{UID}' },
  ...['state/activate', 'expire', 'unlock', 'resetmfa'].map((act) => ({
    method: 'POST',
    path: `/api/systemusers/{UID}/${act}`,
  })),
  { method: 'POST', path: '/api/search/systemusers', body: search, query: queryOf(page), weight: 6 },
  { method: 'GET', path: '/api/applications', query: v1, weight: 2 },
  { method: 'POST', path: '/api/applications', body: application },
  { method: 'GET', path: '/api/applications/{AID}', weight: 2 },
  { method: 'PUT', path: '/api/applications/{AID}', body: application, weight: 2 },
  { method: 'GET', path: '/api/organizations', query: v1 },
  { method: 'GET', path: `${V2}/usergroups`, query: v2, weight: 3 },
  { method: 'POST', path: `${V2}/usergroups`, body: group, weight: 4 },
  { method: 'GET', path: `${V2}/usergroups/{HID}`, weight: 2 },
  { method: 'PUT', path: `${V2}/usergroups/{HID}`, body: group, weight: 4 },
  { method: 'DELETE', path: `${V2}/usergroups/{HID}` },
  ...['members', 'membership', 'associations?targets=application', 'applications'].map((list) => ({
    ...{ method: 'GET', path: `${V2}/usergroups/{HID}/${list}`, weight: 2 },
  })),
  { method: 'GET', path: `${V2}/groups`, query: v2 },
  { method: 'GET', path: `${V2}/users/{UID}/memberof`, query: v2 },
  { method: 'POST', path: `${V2}/usergroups/{HID}/members`, body: member('user', '{UID}'), weight: 5 },
  { method: 'POST', path: `${V2}/usergroups/{HID}/associations`, body: member('application', '{AID}'), weight: 2 },
  { method: 'POST', path: `${V2}/applications/{AID}/associations`, body: member('user_group', '{HID}'), weight: 2 },
  { method: 'GET', path: `${V2}/applications/{AID}/associations?targets=user_group` },
  { method: 'POST', path: `${V2}/bulk/users`, body: bulk, weight: 3 },
  { method: 'PATCH', path: `${V2}/bulk/users`, body: bulkChange, weight: 3 },
  { method: 'GET', path: `${V2}/bulk/userstates`, query: queryOf({ ...page, userid: ['UID0'] }) },
  { method: 'POST', path: `${V2}/bulk/userstates`, body: state, weight: 2 },
  { method: 'GET', path: `${V2}/applications/{AID}/provision` },
  { method: 'PUT', path: `${V2}/applications/{AID}/provision`, body: connector, weight: 2 },
  ...['verify', 'activate', 'deactivate', 'reactivate'].map((act) => ({
    ...{ method: 'POST', path: `${V2}/applications/{AID}/provision/${act}` },
  })),
  {
    ...{ method: 'GET', path: `${V2}/applications/{AID}/import/users` },
    query: queryOf({
      limit: ['5', '0'],
      skip: ['0', '1'],
      sort: ['email', ''],
      filter: ['a'],
      isCursor: ['true'],
      isCount: ['true'],
      cursor: ['ZnJvbTox', 'x'],
    }),
    weight: 2,
  },
  ...['', '/count'].map((path) => ({ method: 'POST', path: `${EVENTS}${path}`, body: events, weight: 2 })),
  {
    method: 'POST',
    path: `${EVENTS}/distinct`,
    body: (draw) => ({ ...Object(events(draw)), field: draw.pick(['event_type', 'initiated_by.type']) }),
  },
  {
    ...{ method: 'POST', path: `${EVENTS}/interval` },
    body: (draw) => ({
      ...Object(events(draw)),
      interval_unit: draw.pick(['m', 'h', 'd']),
      interval_value: draw.pick(['1', '5', '99999']),
    }),
  },
]

const FILES = ['api.ts', 'lists.ts', 'v1-search.ts', 'v1-systemusers.ts'].map((file) => `jumpcloud-sim/src/api/${file}`)

/** A connection that is refused has been tried, and the report of it is kept. */
function keeps({ target }: Asked): boolean {
  return /\/provision(\/|$|\?)/.test(target)
}

export async function jumpCloudTarget(open = openWorld): Promise<AnyTarget> {
  const world = await open('jumpcloud')
  const make = templateRequests(templates, HEADERS)
  const surface = {
    name: 'JumpCloud API',
    files: FILES,
    make,
    isError: isJumpCloudError,
    below: /^\/(?!_scimulator\/)/,
    keeps,
  }
  return surfaceTarget(surface, world)
}
