// Endpoints that deviate: each turns the rows red that are about it.
import type { DeviationName } from '@scimulator/receiver'
import { expect, test } from 'vitest'
import { answering } from './changed-answers.ts'
import { askReceiver, rowsOf } from './suite-subject.ts'

test('at least 120 rows are decided at our own receiver', async () => {
  const { suites } = await askReceiver(['rfc'])
  const { pass = 0, fail = 0, warning = 0 } = suites[0]?.counts ?? {}
  expect(pass + fail + warning).toBeGreaterThanOrEqual(120)
})

test('what is not decided has a reason of the closed list, or says what our receiver lacks', async () => {
  const { suites } = await askReceiver(['rfc'])
  const reasons = new Set(
    suites[0]?.rows.filter(({ outcome }) => outcome === 'not-decided').map(({ because }) => because),
  )
  expect([...reasons].sort()).toEqual([
    'Content-Location is not sent',
    'cannot be observed from outside',
    'is the client’s duty',
    'the endpoint is on this machine',
  ])
})

test.each<[DeviationName, ...string[]]>([
  ['conflict-answers-500', '3.3/conflict', '3.3/conflict-scim-type'],
  ['conflict-without-scim-type', '3.3/conflict-scim-type'],
  ['duplicates-created', '3.3/conflict'],
  ['delete-not-supported', '3.6/no-content'],
  ['deleted-still-there', '3.6/get-not-found', '3.6/delete-not-found', '3.6/not-in-queries'],
  ['filter-answers-404', '3.4.2/no-match', '3.4.2/no-match-groups'],
  ['case-sensitive-user-name', '3.4.2.2/eq-ignores-case'],
  ['unknown-filter-returns-all', '3.4.2.2/unknown-operator', '3.4.2.2/boolean-not-ordered'],
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
