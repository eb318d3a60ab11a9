// Endpoints that deviate: each turns the rows red that are about it.
import type { DeviationName } from '@scimulator/receiver'
import { expect, test } from 'vitest'
import type { ScimHandler } from '../../src/examine/index.ts'
import { answering } from './changed-answers.ts'
import { askReceiver, rowsOf } from './suite-subject.ts'

test('at least 120 rows are decided at our own receiver', async () => {
  const { suites } = await askReceiver(['rfc'])
  const { pass = 0, fail = 0, warning = 0 } = suites[0]?.counts ?? {}
  expect(pass + fail + warning).toBeGreaterThanOrEqual(120)
})

test('what is not decided has a reason of the closed list', async () => {
  const { suites } = await askReceiver(['rfc'])
  const reasons = new Set(
    suites[0]?.rows.filter(({ outcome }) => outcome === 'not-decided').map(({ because }) => because),
  )
  expect([...reasons].sort()).toEqual([
    'cannot be observed from outside',
    'cannot be observed from outside: the endpoint is on this machine',
    'is the client’s duty',
  ])
})

test('an option that the receiver does not take is not applicable, and an answer shows that it is not taken', async () => {
  const { suites } = await askReceiver(['rfc'])
  const rows = suites[0]?.rows.filter(({ because }) => /Content-Location|server’s own/.test(because ?? '')) ?? []
  expect(rows.map(({ id, outcome, because }) => [id, outcome, because])).toEqual([
    ['rfc7643-3.1/content-location', 'not-applicable', 'the optional header Content-Location is not offered'],
    ['rfc7644-3.4.2.2/defaulted', 'not-applicable', 'a value of the server’s own for active is not offered'],
  ])
  expect(rows.every(({ exchange }) => exchange?.response)).toBe(true)
})

test.each<[DeviationName, ...string[]]>([
  ['conflict-answers-500', '3.3/conflict', '3.3/conflict-scim-type'],
  ['conflict-without-scim-type', '3.3/conflict-scim-type'],
  ['duplicates-created', '3.3/conflict'],
  ['delete-not-supported', '3.6/no-content'],
  ['deleted-still-there', '3.6/get-not-found', '3.6/delete-not-found', '3.6/not-in-queries'],
  ['filter-answers-404', '3.4.2/no-match', '3.4.2/no-match-groups'],
  ['case-sensitive-user-name', '3.4.2.2/eq-ignores-case'],
  [
    'unknown-filter-returns-all',
    ...['3.4.2.2/unknown-operator', '3.4.2.2/unknown-operator-detail', '3.4.2.2/binary-not-ordered'],
    ...['3.4.2.2/boolean-not-ordered', '3.4.2.2/boolean-ge', '3.4.2.2/boolean-lt', '3.4.2.2/boolean-le'],
  ],
  ['patch-without-path-ignored', '3.5.2.3/no-path'],
  ['only-one-operation', '3.5.2/restored', '3.5.2/failure-status'],
  ['remove-not-done', '3.5.2.2/single-valued', '3.5.2.2/filtered', '3.5.2.2/required-attribute'],
  ['filtered-replace-not-done', '3.5.2.3/all-matches'],
  ['email-change-ignored', '3.5.2.1/multi-valued', '3.5.2/primary'],
  ['error-without-body', '3.12/unknown-resource-body', '3.12/conflict-status', '3.5.2/failure-body'],
  ['text-changed', '3.8/utf-8'],
  ['put-not-supported', '3.5.1/supported'],
  ['patch-not-supported', '3.5.2/success'],
  ['discovery-missing', '4/config', '4/schemas-list', '4/types-list'],
])('%s turns RFC 7644 §%s red', async (deviation, ...rows) => {
  const { suites } = await askReceiver(['rfc'], { deviations: [deviation] })
  expect(rowsOf(suites[0], 'fail')).toEqual(expect.arrayContaining(rows.map((row) => `rfc7644-${row}`)))
})

test.each<[string, Parameters<typeof answering>[0], ...string[]]>([
  [
    'a create is answered 200',
    ({ status, ...rest }, { method }) => ({ ...rest, status: method === 'POST' && status === 201 ? 200 : status }),
    'rfc7644-3.3/created',
  ],
  [
    'no Location',
    ({ headers: { location: _left, ...headers }, ...rest }) => ({ ...rest, headers }),
    'rfc7644-3.3/location-header',
  ],
  [
    'no id in lists',
    ({ body, ...rest }, { target }) => ({
      ...rest,
      body: target.includes('?attributes') ? body.replace(/"id":"[^"]*",/, '') : body,
    }),
    'rfc7643-3.1/id',
  ],
  [
    'dates without a time',
    ({ body, ...rest }) => ({ ...rest, body: body.replaceAll(/T\d\d:\d\d:\d\d(\.\d+)?Z/g, '') }),
    'rfc7643-2.3/date-time',
    'rfc7643-3.1/created',
  ],
  [
    'totals as decimals',
    ({ body, ...rest }) => ({ ...rest, body: body.replace(/("totalResults":\d+)/, '$1.0') }),
    'rfc7643-2.3/integer',
  ],
  [
    'no WWW-Authenticate',
    ({ headers: { 'www-authenticate': _left, ...headers }, ...rest }) => ({ ...rest, headers }),
    'rfc7644-2/www-authenticate',
  ],
  [
    'no ETag',
    ({ headers: { etag: _left, ...headers }, ...rest }) => ({ ...rest, headers }),
    'rfc7644-3.14/etag-header',
    'rfc7643-3.1/version',
  ],
  [
    'no bulkId',
    ({ body, ...rest }) => ({ ...rest, body: body.replaceAll(/"bulkId":"[^"]*",/g, '') }),
    'rfc7644-3.7/bulk-id-returned',
  ],
  [
    'no schemas',
    ({ body, ...rest }) => ({ ...rest, body: body.replace(/"schemas":\[[^\]]*\],/, '') }),
    'rfc7643-3/schemas',
    'rfc7644-3.4.2/list-response',
  ],
  [
    'errors with a number as status',
    ({ body, ...rest }) => ({ ...rest, body: body.replace(/"status":"(4\d\d)"/, '"status":$1') }),
    'rfc7644-3.12/unknown-resource-status',
  ],
  [
    'the schemas of messages among those of resources',
    ({ body, ...rest }, { target }) => ({
      ...rest,
      body: target.endsWith('/Schemas')
        ? body.replace(/core:2\.0:Group"/, 'x"').replaceAll('scim:schemas:', 'scim:api:')
        : body,
    }),
    'rfc7644-3.1/messages-not-in-schemas',
  ],
  [
    '/Schemas without types, and without what is said of each attribute',
    ({ body, ...rest }, { target }) => ({
      ...rest,
      body: target.endsWith('/Schemas')
        ? body
            .replaceAll('"type":"complex"', '"type":"string"')
            .replaceAll(/"multiValued":(true|false),/g, '')
            .replaceAll('"type":"boolean"', '"type":"string"')
        : body,
    }),
    ...['rfc7643-2/simple', 'rfc7643-2/objects-are-complex', 'rfc7643-2/multi-valued'],
  ],
  [
    'a primary that is no boolean',
    ({ body, ...rest }, { target }) => ({
      ...rest,
      body: target.endsWith('/Schemas') ? body.replaceAll('"type":"boolean"', '"type":"string"') : body,
    }),
    'rfc7643-2/sub-attributes',
  ],
  [
    'a password in every person',
    ({ body, ...rest }) => ({ ...rest, body: body.replaceAll('"userName":', '"password":"shown","userName":') }),
    ...[
      'rfc7643-4.1/password-not-returned',
      'rfc7643-4.1/password-not-on-request',
      'rfc7643-4.1/password-not-in-lists',
    ],
  ],
  [
    'groups of a person by name',
    ({ body, ...rest }) => ({
      ...rest,
      body: body.replace(/"groups":\[\{"value":"[^"]*"/, '"groups":[{"value":"A team"'),
    }),
    'rfc7643-4.1/groups-value',
  ],
  [
    'URIs as they are written',
    ({ body, ...rest }) => ({ ...rest, body: body.replaceAll(/"location":"/g, '"location":"http://x.test/a b/') }),
    'rfc7644-3.1/percent-encoded',
  ],
  [
    'a create with an id is refused',
    ({ status, ...rest }, { method, body }) => ({
      ...rest,
      status: method === 'POST' && new TextDecoder().decode(body).includes('"id":"') ? 400 : status,
    }),
    'rfc7644-3.3/id-ignored',
  ],
  [
    'an answer to a create that says something else than a read',
    ({ body, ...rest }, { method }) => ({
      ...rest,
      body: method === 'POST' ? body.replace('"active":true', '"active":false') : body,
    }),
    'rfc7644-3.1/state',
  ],
  [
    'errors with a schema of their own',
    ({ body, ...rest }) => ({
      ...rest,
      body: body.replace('urn:ietf:params:scim:api:messages:2.0:Error', 'urn:x:Error'),
    }),
    'rfc7644-3.1/message-urns',
  ],
  [
    'neither id nor meta where they are asked for',
    ({ body, status, ...rest }, { method, target }) => ({
      ...rest,
      status,
      body: method === 'GET' && /\/(Users|Groups)\/[^?]+/.test(target) ? body.replace(/,"meta":\{[^}]*\}/, '') : body,
    }),
    ...['rfc7643-3/common', 'rfc7643-3.1/of-groups'],
  ],
  [
    'writes that are refused are answered well',
    ({ status, ...rest }, { method }) => ({ ...rest, status: method === 'PATCH' && status === 400 ? 200 : status }),
    ...['rfc7644-3.5.2/immutable', 'rfc7644-3.5.2.2/read-only', 'rfc7644-3.5.2/read-only'],
  ],
  [
    'bulk requests are refused with 500, and failures without a word',
    ({ status, body, ...rest }, { target }) => ({
      ...rest,
      status:
        target.endsWith('/Bulk') && status === 413 ? 500 : target.endsWith('/Bulk') && status === 400 ? 200 : status,
      body: target.endsWith('/Bulk') ? body.replaceAll(/,"detail":"(?:[^"\\]|\\.)*"/g, '') : body,
    }),
    ...['rfc7644-3.7/too-large', 'rfc7644-3.7/too-many', 'rfc7644-3.7/bad-request', 'rfc7644-3.7/failed-has-detail'],
  ],
  [
    'a search that is not sorted, and has no ids',
    ({ body, ...rest }, { target }) => ({
      ...rest,
      body: target.endsWith('/.search') ? body.replaceAll(/"id":"[^"]*",/g, '') : body,
    }),
    ...['rfc7644-3.4.3/search-sorted', 'rfc7644-3.4.3/search-excluded'],
  ],
  [
    'application/json for everybody',
    (answer) => ({ ...answer, headers: { ...answer.headers, 'content-type': 'application/json' } }),
    'rfc7644-3.8/accept-scim-json',
  ],
])('%s: the rows about it are red', async (_what, change, ...rows) => {
  const { suites } = await askReceiver(['rfc'], { changed: answering(change) })
  expect(rowsOf(suites[0], 'fail')).toEqual(expect.arrayContaining(rows))
})

test('what is advertised as missing is not applicable, and shows where that is said', async () => {
  const without = answering(({ body, ...rest }, { target }) => ({
    ...rest,
    body: target.endsWith('/ServiceProviderConfig')
      ? body.replace(/("(?:bulk|sort|etag)":\{"supported":)true/g, '$1false')
      : body,
  }))
  const { suites } = await askReceiver(['rfc'], { changed: without })
  const rows = suites[0]?.rows.filter(({ source }) => /§3\.7$|§3\.4\.2\.3$|§3\.14$/.test(source)) ?? []
  const open = rows.filter(({ outcome }) => outcome !== 'not-applicable' && outcome !== 'not-decided')
  expect(open.map(({ id }) => id)).toEqual([])
  const [one] = rows.filter(({ outcome }) => outcome === 'not-applicable')
  expect(one?.exchange?.response?.body).toContain('"supported":false')
})

type Asked = Parameters<ScimHandler>[0]

/** The same request with another text. */
function edited(request: Asked, change: (text: string) => string): Asked {
  return { ...request, body: new TextEncoder().encode(change(new TextDecoder().decode(request.body))) }
}

/** One request is cut short on purpose, and has no operations. */
function withoutLast(text: string): string {
  if (!text.includes('"Operations":[{') || !text.endsWith('}')) return text
  const body = JSON.parse(text)
  if (!Array.isArray(body.Operations) || body.Operations.length < 2) return text
  return JSON.stringify({ ...body, Operations: body.Operations.slice(0, -1) })
}

test.each<[string, (request: Asked) => Asked, ...string[]]>([
  [
    'the last of several operations is left out',
    (request) => edited(request, withoutLast),
    ...['rfc7644-3.7/order-kept', 'rfc7644-3.5.2/schemas-follow'],
  ],
  [
    'bulkId in an extension is not replaced',
    (request) => edited(request, (text) => text.replace('"bulkId:head"', '"nobody"')),
    'rfc7644-3.7/bulk-id-in-extension',
  ],
  [
    'members of a PUT are dropped',
    (request) =>
      request.method === 'PUT'
        ? edited(request, (text) => text.replace(/"members":\[[^\]]*\]/, '"members":[]'))
        : request,
    'rfc7644-3.5.1/immutable-first',
  ],
])('%s: the rows about it are red', async (_what, change, ...rows) => {
  const { suites } = await askReceiver(['rfc'], { changed: (next) => (request) => next(change(request)) })
  expect(rowsOf(suites[0], 'fail')).toEqual(expect.arrayContaining(rows))
})
