import type { JsonObject } from '@scimulator/shared/scim'
import type { Handler, HandlerRequest, HandlerResponse } from '../scim/handler-port.ts'
import { storedResource } from './asking.ts'
import { defineDeviation } from './deviation.ts'
import {
  bodyOf,
  isFor,
  isList,
  pathOf,
  rewritingOperations,
  rewritingResources,
  splitTarget,
  withBody,
  withQuery,
} from './rewriting.ts'

/** Stands behind the userName of a second user in the directory, which holds each name once. Clients never see it. */
const MARK = '~duplicate'
const MARKED = new RegExp(`${MARK}\\d+$`)

export const duplicatesCreated = defineDeviation({
  name: 'duplicates-created',
  describes: 'Creates a second user of the same userName.',
  pain: 'A person has two accounts, and leaves with one of them.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'others',
  seenBy: ['directory.users'],
  consequences: [],
  source: 'grokability/snipe-it#13854',
  looksInside: true,
  create: () => {
    const unmarked = rewritingResources((resource) =>
      typeof resource.userName === 'string'
        ? { ...resource, userName: resource.userName.replace(MARKED, '') }
        : resource,
    )
    return (next) =>
      unmarked((request) => {
        if (request.method === 'POST' && isFor(request, 'Users')) return createAnyway(next, request)
        if (isList(request)) return next(findingAll(request))
        return keepingMark(next, request)
      })
  },
})

async function createAnyway(next: Handler, request: HandlerRequest): Promise<HandlerResponse> {
  const body = bodyOf(request)
  const response = await next(request)
  if (typeof body?.userName !== 'string' || response.status !== 409) return response
  for (let number = 2; number < 10; number += 1) {
    const again = await next(withBody(request, { ...body, userName: `${body.userName}${MARK}${number}` }))
    if (again.status !== 409) return again
  }
  return response
}

function findingAll(request: HandlerRequest): HandlerRequest {
  const { path, query } = splitTarget(request)
  const filter = query.get('filter') ?? ''
  const [whole, name] = /\buserName\s+eq\s+"((?:[^"\\]|\\.)*)"/i.exec(filter) ?? []
  if (whole === undefined) return request
  query.set(
    'filter',
    filter.replace(whole, () => `(${whole} or userName sw "${name}${MARK}")`),
  )
  return withQuery(request, path, query)
}

/** An update of a second user that names the userName means the name without the mark. */
async function keepingMark(next: Handler, request: HandlerRequest): Promise<HandlerResponse> {
  const isUpdate = (request.method === 'PUT' || request.method === 'PATCH') && isFor(request, 'Users')
  const stored = isUpdate ? await storedResource(next, request) : undefined
  const mark = MARKED.exec(String(stored?.userName ?? ''))?.[0]
  if (mark === undefined) return next(request)
  const body = bodyOf(request)
  if (request.method === 'PUT') return next(body ? withBody(request, marked(body, mark)) : request)
  const inOperation = (operation: JsonObject): JsonObject => {
    if (pathOf(operation) === '') return { ...operation, value: marked(Object(operation.value), mark) }
    return /^userName$/i.test(pathOf(operation))
      ? { ...operation, value: `${String(operation.value)}${mark}` }
      : operation
  }
  return rewritingOperations(inOperation)(next)(request)
}

function marked(object: JsonObject, mark: string): JsonObject {
  return typeof object.userName === 'string' ? { ...object, userName: `${object.userName}${mark}` } : object
}
