// Requests of SCIM clients. `ID0`, `GID0` and the like stand for the ids of what is there.
import { urns } from '@scimulator/shared/scim'
import type { Draw } from '../draw.ts'
import { type Json, jsonText } from '../json-values.ts'
import { attributePath, filter } from '../parsers/scim-filter.ts'
import { type Asked, disturbedRequest } from './request.ts'

/** How many users and groups are there from the beginning. */
export const USERS = 4
export const GROUPS = 2
export const TOKEN = 'secret'

const HEADERS = [
  ['authorization', `Bearer ${TOKEN}`],
  ['content-type', 'application/scim+json'],
] as const

export function scimRequest(draw: Draw): Asked {
  const request = draw.pick([
    list,
    read,
    create,
    create,
    replace,
    patch,
    patch,
    patch,
    remove,
    bulk,
    search,
    discovery,
  ])(draw)
  const { method, path, body } = request
  const asked = {
    method,
    target: `${base(draw)}${path}`,
    headers: HEADERS,
    ...(body === undefined ? {} : { body: jsonText(body, draw) }),
  }
  return disturbedRequest(asked, draw)
}

function base(draw: Draw): string {
  if (draw.chance(0.9)) return '/scim/v2'
  return draw.pick([
    '/organisations/default/scim/v2',
    '/admin/scim/v2',
    '//scim//v2/',
    'http://localhost/scim/v2',
    '/%73cim/v2',
  ])
}

interface Plain {
  readonly method: string
  readonly path: string
  readonly body?: Json
}

/** Names that are not there often enough to be new, and often enough to meet one another. */
function nameOf(draw: Draw): string {
  return `${draw.pick(['ana', 'bo', 'ćy', 'dee'])}${draw.below(draw.chance(0.3) ? 4 : 100_000)}@contoso.example`
}

export function userOf(draw: Draw): { readonly [name: string]: Json } {
  const name = nameOf(draw)
  const extension = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
  return {
    schemas: [urns.user],
    userName: name,
    externalId: name,
    displayName: draw.pick(['Ana', 'Bö', 'Ç 😀']),
    active: draw.pick([true, true, false]),
    emails: [{ type: 'work', value: name, primary: true }],
    ...(draw.chance(0.4) ? { name: { givenName: 'A', familyName: draw.pick(['B', 'C']) } } : {}),
    ...(draw.chance(0.3) ? { phoneNumbers: [{ type: draw.pick(['work', 'mobile']), value: '+1 202-555-0100' }] } : {}),
    ...(draw.chance(0.3) ? { [extension]: { department: 'Sales', manager: { value: idOf(draw) } } } : {}),
  }
}

function groupOf(draw: Draw): Json {
  const members = Array.from({ length: draw.below(3) }, () => ({ value: idOf(draw) }))
  return { schemas: [urns.group], displayName: `G${draw.below(100_000)}`, members }
}

function idOf(draw: Draw): string {
  return `ID${draw.below(USERS)}`
}

function item(draw: Draw): string {
  return draw.chance(0.7) ? `/Users/${idOf(draw)}` : `/Groups/GID${draw.below(GROUPS)}`
}

function collection(draw: Draw): string {
  return draw.pick(['/Users', '/Users', '/Groups', ''])
}

const KNOWN = [
  'userName',
  'displayName',
  'emails.value',
  'name.familyName',
  'active',
  'meta.created',
  'id',
  'externalId',
]

function known(draw: Draw): string {
  const name = draw.pick(KNOWN)
  const tests = [`${name} pr`, `${name} eq "ana0@contoso.example"`, `${name} sw "a"`, `not (${name} co "b")`]
  return draw.pick([
    ...tests,
    `userName eq "x" or id pr`,
    `emails[type eq "work" and value co "a"]`,
    'meta.lastModified gt "2020-01-01T00:00:00Z"',
  ])
}

function query(draw: Draw): readonly (readonly [string, string])[] {
  const paths = draw.wildness === 0 ? draw.pick(KNOWN) : attributePath(draw)
  const all: readonly (readonly [string, string])[] = [
    ['filter', draw.wildness === 0 || draw.chance(0.5) ? known(draw) : filter(draw)],
    ['attributes', `${paths},userName`],
    ['excludedAttributes', paths],
    ['sortBy', draw.pick(['userName', 'meta.created', 'displayName'])],
    ['sortOrder', draw.pick(['ascending', 'descending'])],
    ['startIndex', draw.pick(['1', '0', '-5', '2', '999999999'])],
    ['count', draw.pick(['0', '1', '5', '-1', '100000'])],
    ['cursor', ''],
  ]
  return all.filter(([name]) => draw.chance(name === 'filter' ? 0.5 : 0.2))
}

function list(draw: Draw): Plain {
  const pairs = query(draw).map(([name, value]) => `${name}=${encoded(value)}`)
  if (draw.chance(0.05))
    pairs.push(
      draw.pick(['unknown=1', 'count', 'attributes=', 'filter=id+pr', 'count=1&count=2', `x=${'a'.repeat(33_000)}`]),
    )
  return { method: 'GET', path: `${collection(draw)}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}` }
}

/** Half of a surrogate pair cannot be encoded. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, ''))
}

function search(draw: Draw): Plain {
  const body = Object.fromEntries(query(draw).filter(([name]) => name !== 'count' && name !== 'startIndex'))
  return {
    method: 'POST',
    path: `${collection(draw)}/.search`,
    body: { schemas: [urns.searchRequest], ...body, count: draw.below(5) },
  }
}

function read(draw: Draw): Plain {
  return {
    method: draw.pick(['GET', 'GET', 'HEAD']),
    path: `${item(draw)}${draw.chance(0.3) ? `?attributes=${draw.pick(KNOWN)}` : ''}`,
  }
}

function create(draw: Draw): Plain {
  return draw.chance(0.7)
    ? { method: 'POST', path: '/Users', body: userOf(draw) }
    : { method: 'POST', path: '/Groups', body: groupOf(draw) }
}

function replace(draw: Draw): Plain {
  return draw.chance(0.7)
    ? { method: 'PUT', path: `/Users/${idOf(draw)}`, body: userOf(draw) }
    : { method: 'PUT', path: `/Groups/GID${draw.below(GROUPS)}`, body: groupOf(draw) }
}

function patch(draw: Draw): Plain {
  const isUser = draw.chance(0.6)
  const Operations = Array.from({ length: 1 + draw.below(3) }, () =>
    isUser ? userOperation(draw) : groupOperation(draw),
  )
  return {
    method: 'PATCH',
    path: isUser ? `/Users/${idOf(draw)}` : `/Groups/GID${draw.below(GROUPS)}`,
    body: { schemas: [urns.patchOp], Operations },
  }
}

function userOperation(draw: Draw): Json {
  const op = draw.pick(['add', 'replace', 'Replace', 'Add'])
  const operations: readonly Json[] = [
    { op, path: 'displayName', value: draw.pick(['Ana', 'Ö']) },
    { op, path: 'active', value: draw.pick([true, false, 'False', 'True']) },
    { op, path: 'name.givenName', value: 'X' },
    { op, path: 'emails[type eq "work"].value', value: nameOf(draw) },
    { op, path: 'emails', value: [{ type: 'home', value: nameOf(draw) }] },
    { op, value: { title: 'T', 'name.familyName': 'F', [`${urns.user}:nickName`]: 'N' } },
    { op: 'remove', path: draw.pick(['title', 'nickName', 'phoneNumbers[type eq "mobile"]', 'addresses']) },
    { op, path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department', value: 'D' },
    { op, path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager', value: { value: idOf(draw) } },
  ]
  return draw.wildness > 0 && draw.chance(0.2) ? { op, path: attributePath(draw), value: 'x' } : draw.pick(operations)
}

function groupOperation(draw: Draw): Json {
  const operations: readonly Json[] = [
    { op: 'add', path: 'members', value: [{ value: idOf(draw) }, { value: idOf(draw) }] },
    { op: 'remove', path: `members[value eq "${idOf(draw)}"]` },
    { op: 'remove', path: 'members', value: [{ value: idOf(draw) }] },
    { op: 'replace', path: 'members', value: [] },
    { op: 'replace', path: 'displayName', value: `G${draw.below(100_000)}` },
    { op: 'replace', value: { displayName: `G${draw.below(100_000)}` } },
  ]
  return draw.pick(operations)
}

/** Of those that are there one may go: what is gone stays in the requests, as what is not found. */
function remove(draw: Draw): Plain {
  return { method: 'DELETE', path: draw.chance(0.02) ? item(draw) : '/Users/nobody' }
}

function bulk(draw: Draw): Plain {
  const operations: readonly Json[] = [
    { method: 'POST', path: '/Users', bulkId: 'a', data: userOf(draw) },
    { method: 'POST', path: '/Groups', bulkId: 'b', data: { displayName: 'B', members: [{ value: 'bulkId:a' }] } },
    { method: 'PATCH', path: item(draw), data: { Operations: [userOperation(draw)] } },
    { method: 'PUT', path: `/Users/${idOf(draw)}`, data: userOf(draw) },
    { method: 'DELETE', path: '/Users/nobody' },
  ]
  const Operations = operations.filter(() => draw.chance(0.4))
  return {
    method: 'POST',
    path: '/Bulk',
    body: { schemas: [urns.bulkRequest], failOnErrors: draw.below(3), Operations },
  }
}

function discovery(draw: Draw): Plain {
  const path = draw.pick([
    '/Schemas',
    '/ResourceTypes',
    '/ServiceProviderConfig',
    `/Schemas/${urns.user}`,
    '/ResourceTypes/User',
  ])
  return { method: 'GET', path }
}
