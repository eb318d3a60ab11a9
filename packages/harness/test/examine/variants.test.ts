// Endpoints that are right and different, in what the RFCs leave open: none of it may be held against them.
import { expect, test } from 'vitest'
import { answering, bytesOf, JSON_TYPE, type Json, taking, testWrapped, textOf, type Variant } from './wrapped.ts'

const noContentForPatch: Variant = (next) => async (request) => {
  const answer = await next(request)
  return request.method === 'PATCH' && answer.status === 200 ? { ...answer, status: 204, body: '' } : answer
}

/** Ids are numbers as text. */
const shortIds: Variant = (next) => {
  const short = new Map<string, string>()
  const long = new Map<string, string>()
  const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g
  const shorten = (id: string): string => {
    const known = short.get(id) ?? String(70_001 + short.size)
    short.set(id, known)
    long.set(known, id)
    return known
  }
  const lengthen = (text: string): string => text.replace(/\b7\d{4}\b/g, (one) => long.get(one) ?? one)
  return async (request) => {
    const body = bytesOf(lengthen(textOf(request.body)))
    const answer = await next({ ...request, target: lengthen(request.target), body })
    return {
      ...answer,
      body: answer.body.replace(UUID, (id) => (textOf(request.body).includes(id) ? id : shorten(id))),
    }
  }
}

const KEPT = new Set(['schemas', 'id', 'userName', 'externalId', 'active', 'displayName', 'name', 'emails', 'members'])

/** Knows a handful of attributes, and says so in /Schemas by not saying anything of the others. */
const knowsLittle: Variant = (next) =>
  taking((body) => Object.fromEntries(Object.entries(body).filter(([key]) => KEPT.has(key))))(async (request) => {
    if (/\/Schemas/.test(request.target)) return { status: 200, headers: JSON_TYPE, body: JSON.stringify(SCHEMAS) }
    if (request.method !== 'PATCH' || !/\/Users\//.test(request.target)) return next(request)
    const body = JSON.parse(textOf(request.body))
    const known = (path: unknown): boolean => KEPT.has(String(path).split(/[.[]/)[0] ?? '')
    const operations = (body.Operations as Json[]).flatMap((one) => {
      if (one.path !== undefined) return known(one.path) ? [one] : []
      const value = Object.fromEntries(Object.entries(Object(one.value)).filter(([key]) => known(key)))
      return Object.keys(value).length > 0 ? [{ ...one, value }] : []
    })
    if (operations.length === 0) return { status: 204, headers: {}, body: '' }
    return next({ ...request, body: bytesOf(JSON.stringify({ ...body, Operations: operations })) })
  })

const SCHEMAS = {
  schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
  totalResults: 1,
  Resources: [
    {
      id: 'urn:ietf:params:scim:schemas:core:2.0:User',
      name: 'User',
      attributes: [...KEPT].map((name) => ({ name, mutability: 'readWrite', returned: 'default' })),
    },
  ],
}

const smallPages: Variant = (next) => (request) =>
  next({
    ...request,
    target: request.target.replace(/count=(\d+)/, (_all, count: string) => `count=${Math.min(3, Number(count))}`),
  })

const upperCaseUrns = answering((text) =>
  text.replaceAll('urn:ietf:params:scim:schemas:core:2.0:User"', 'urn:IETF:params:scim:schemas:core:2.0:User"'),
)

const relativeLocations = answering((text) => text.replace(/"location":"https?:\/\/[^/]+/g, '"location":"'))

const bareMembers = answering((text) => text.replace(/,"\$ref":"[^"]*"/g, '').replace(/,"type":"User"\}/g, '}'))

const noLocationHeader: Variant = (next) => async (request) => {
  const answer = await next(request)
  const { location: _left, ...headers } = answer.headers
  return { ...answer, headers }
}

const numericErrorStatus = answering((text) => text.replace(/"status":"(\d{3})"/, '"status":$1'))

const noVersions: Variant = (next) =>
  answering((text, _method, target) =>
    /ServiceProviderConfig/.test(target)
      ? text.replace(/"(bulk|sort|etag)":\{"supported":true/g, '"$1":{"supported":false')
      : text.replace(/,"version":"(?:[^"\\]|\\.)*"/g, ''),
  )(async (request) => {
    const answer = await next(request)
    const { etag: _left, ...headers } = answer.headers
    return { ...answer, headers }
  })

const requiresEmail: Variant = (next) => async (request) => {
  const body = request.body.length > 0 ? JSON.parse(textOf(request.body)) : {}
  const isCreate = request.method === 'POST' && /\/Users$/.test(request.target)
  if (!isCreate || body.emails !== undefined) return next(request)
  const error = {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: '400',
    scimType: 'invalidValue',
    detail: 'emails is required.',
  }
  return { status: 400, headers: JSON_TYPE, body: JSON.stringify(error) }
}

/** `returned: "request"` for members (RFC 7643 §7). */
const membersOnRequest: Variant = (next) => async (request) => {
  const answer = await next(request)
  const isAsked = /[?&]attributes=[^&]*members/.test(request.target)
  if (!/\/Groups/.test(request.target) || isAsked || !answer.body.startsWith('{')) return answer
  const { members: _left, ...body } = JSON.parse(answer.body) as Json
  const Resources = (body.Resources as Json[] | undefined)?.map(({ members: _also, ...rest }) => rest)
  return { ...answer, body: JSON.stringify(Resources ? { ...body, Resources } : body) }
}

/** A list is of those who are active; whoever is looked up is found. */
const inactiveNotListed: Variant = (next) => async (request) => {
  const answer = await next(request)
  if (!/\/Users\?(?!.*filter=)/.test(request.target) || answer.status !== 200) return answer
  const body = JSON.parse(answer.body) as { Resources: Json[] }
  const Resources = body.Resources.filter(({ active }) => active !== false)
  return { ...answer, body: JSON.stringify({ ...body, itemsPerPage: Resources.length, Resources }) }
}

/** A filter stands behind multi-valued attributes only (RFC 7644 §3.5.2). */
const noFilterBehindManager: Variant = (next) => async (request) => {
  if (!/manager\[/.test(textOf(request.body))) return next(request)
  return { status: 400, headers: JSON_TYPE, body: '{"status":"400","scimType":"invalidPath"}' }
}

test.each<[string, Variant, readonly string[]]>([
  ['204 to a PATCH', noContentForPatch, []],
  ['ids that are short numbers as text', shortIds, []],
  ['few attributes, the others dropped', knowsLittle, []],
  ['pages of at most three', smallPages, []],
  ['URNs in other case', upperCaseUrns, []],
  ['relative locations', relativeLocations, []],
  ['members without $ref and type', bareMembers, []],
  ['no Location header', noLocationHeader, []],
  ['the status of an error as a number', numericErrorStatus, []],
  ['no versions, no bulk, no sorting', noVersions, []],
  ['members to those who ask for them', membersOnRequest, []],
  ['inactive people in lookups only', inactiveNotListed, []],
  ['no filter behind the manager', noFilterBehindManager, []],
  ['every person needs an email address', requiresEmail, ['email-required']],
])('%s', async (_name, variant, restrictions) => {
  const { findings, unexplained, verdicts } = await testWrapped(variant)
  expect(findings.map(({ id }) => id)).toEqual(restrictions)
  expect(findings.every(({ kind }) => kind === 'restriction')).toBe(true)
  expect(unexplained).toEqual([])
  expect(Object.values(verdicts).map(({ verdict }) => verdict)).toEqual(Array(5).fill('works'))
})
