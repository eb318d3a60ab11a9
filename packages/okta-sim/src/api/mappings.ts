// /api/v1/mappings: from the profile of people to that of an application (O801, O802, O930).
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { SyntaxFault } from '../expression/index.ts'
import { setMappings } from '../plan/applications.ts'
import { expressionOf, mappingBy } from '../plan/mapping-by-expression.ts'
import type { Org } from '../plan/org.ts'
import { type Application, FIRST_MAPPINGS, type Mapping } from '../values/application.ts'
import { ownWords } from '../values/own-words.ts'
import { ApiError, notFound } from './api-error.ts'
import { type ApiAnswer, type ApiRequest, type Json, type Operation, ok, param } from './operation.ts'
import { pageOf } from './paging.ts'
import { variableOf } from './render-app-user.ts'
import { applicationName } from './render-application.ts'
import { USER_TYPE } from './render-user.ts'

const Property = z.looseObject({
  expression: z.string().min(1),
  pushStatus: z.enum(['PUSH', 'DONT_PUSH']).default('PUSH'),
})
const Changed = z.looseObject({ properties: z.record(z.string(), Property.nullable()) })

const ONE = '/api/v1/mappings/{mappingId}'

export const mappingOperations: readonly Operation[] = [
  { method: 'GET', template: '/api/v1/mappings', run: list },
  {
    method: 'GET',
    template: ONE,
    run: ({ org }, request) => ok(rendered(required(org, request), request.origin)),
  },
  { method: 'POST', template: ONE, run: change },
]

function list({ org }: Engine, request: ApiRequest): ApiAnswer {
  const [source, target] = ['sourceId', 'targetId'].map((name) => request.query.get(name))
  const rows = org
    .all('application')
    .filter(({ id }) => (target ?? id) === id && (source ?? USER_TYPE) === USER_TYPE)
    .map((application) => headOf(application, request.origin))
  return pageOf(request, rows, { usual: 20, most: 200 })
}

/** What is named is changed and the rest stays; null takes a mapping away (O802). */
function change(engine: Engine, request: ApiRequest): ApiAnswer {
  const application = required(engine.org, request)
  const { properties } = Changed.parse(request.body ?? {})
  let mappings = application.mappings
  for (const [name, property] of Object.entries(properties)) {
    const place = placeOf(application, name)
    const own = property === null ? [] : [mapped(place, property, engine)]
    const isThere = mappings.some((one) => isAt(one, place))
    mappings = isThere ? mappings.flatMap((one) => (isAt(one, place) ? own : [one])) : [...mappings, ...own]
  }
  const appliesNow = engine.behaviour.apiMappingUpdate === 'at-once'
  engine.begin(setMappings(engine.org, application, mappings, appliesNow, engine.maker))
  return ok(rendered(required(engine.org, request), request.origin))
}

type Place = Pick<Mapping, 'externalName' | 'externalNamespace'>

function isAt(one: Place, { externalName, externalNamespace }: Place): boolean {
  return one.externalName === externalName && one.externalNamespace === externalNamespace
}

/** The attribute of that name: one that is mapped, was so at first, or is in the schema that was imported. */
function placeOf({ mappings, schema = [] }: Application, name: string): Place {
  const found = [...mappings, ...FIRST_MAPPINGS, ...schema].find(
    ({ externalName }) => variableOf(externalName) === name,
  )
  if (found) return { externalName: found.externalName, externalNamespace: found.externalNamespace }
  throw new ApiError('E0000001', name, [`${name}: ${ownWords('The application has no such attribute.')}`])
}

function mapped(place: Place, { expression, pushStatus }: z.infer<typeof Property>, { behaviour }: Engine): Mapping {
  try {
    return mappingBy({ ...place, pushStatus }, expression, behaviour)
  } catch (error) {
    if (error instanceof SyntaxFault)
      throw new ApiError('E0000045', '', [`expression: ${ownWords(`${error.message}.`)}`])
    throw error
  }
}

/** One mapping an application, so that its id is made of the application's. */
function idOf({ id }: Application): string {
  return `prm${id.slice(3)}`
}

function required(org: Org, request: ApiRequest): Application {
  const id = param(request, 'mappingId')
  const application = org.all('application').find((one) => idOf(one) === id)
  if (application) return application
  throw notFound(id, 'ProfileMapping')
}

function headOf(application: Application, origin: string): Json {
  const id = idOf(application)
  const app = { href: `${origin}/api/v1/apps/${application.id}` }
  return {
    id,
    source: { id: USER_TYPE, name: 'user', type: 'user' },
    target: { id: application.id, name: applicationName(application), type: 'appuser', _links: { self: app } },
    _links: { self: { href: `${origin}/api/v1/mappings/${id}` } },
  }
}

function rendered(application: Application, origin: string): Json {
  const properties = application.mappings.map((mapping) => [
    variableOf(mapping.externalName),
    { expression: expressionOf(mapping), pushStatus: mapping.pushStatus },
  ])
  return { ...headOf(application, origin), properties: Object.fromEntries(properties) }
}
