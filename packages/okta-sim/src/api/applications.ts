// /api/v1/apps (O921, O946): one made by oneself, or from the template of the catalogue, which is known by its name.
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { deleteApplication, renameApplication, setApplicationActive } from '../plan/application-lifecycle.ts'
import { createApplication } from '../plan/applications.ts'
import { type Org, pair } from '../plan/org.ts'
import { type Application, SIGN_ON_MODES } from '../values/application.ts'
import { ownWords } from '../values/own-words.ts'
import { ApiError } from './api-error.ts'
import { requireApplication, requireGroup } from './found.ts'
import { type ApiAnswer, type ApiRequest, flag, NO_CONTENT, type Operation, ok, param } from './operation.ts'
import { pageOf } from './paging.ts'
import { CATALOGUE_NAME, renderApplication } from './render-application.ts'
import { compileSearch, type SearchRules } from './search.ts'

const Label = z.looseObject({ label: z.string().min(1) })
const Own = Label.extend({ signOnMode: z.enum(SIGN_ON_MODES), name: z.undefined().optional() })
const FromCatalogue = Label.extend({ signOnMode: z.enum(SIGN_ON_MODES).default('AUTO_LOGIN'), name: z.string() })

export const applicationOperations: readonly Operation[] = [
  { method: 'GET', template: '/api/v1/apps', run: listApplications },
  { method: 'POST', template: '/api/v1/apps', run: create },
  {
    method: 'GET',
    template: '/api/v1/apps/{appId}',
    run: ({ org }, request) => ok(renderApplication(requireApplication(org, param(request, 'appId')), request.origin)),
  },
  {
    method: 'PUT',
    template: '/api/v1/apps/{appId}',
    run(engine, request) {
      const application = requireApplication(engine.org, param(request, 'appId'))
      const { label } = Label.parse(request.body ?? {})
      if (label !== application.label) engine.begin(renameApplication(application, label, engine.maker))
      return ok(renderApplication(requireApplication(engine.org, application.id), request.origin))
    },
  },
  {
    method: 'DELETE',
    template: '/api/v1/apps/{appId}',
    run(engine, request) {
      engine.begin(deleteApplication(engine.org, requireApplication(engine.org, param(request, 'appId'))))
      return NO_CONTENT
    },
  },
  lifecycle('activate', true),
  lifecycle('deactivate', false),
  { method: 'GET', template: '/api/v1/groups/{groupId}/apps', run: listOfGroup },
]

function lifecycle(name: string, isActive: boolean): Operation {
  return {
    method: 'POST',
    template: `/api/v1/apps/{appId}/lifecycle/${name}`,
    run(engine, request) {
      const application = requireApplication(engine.org, param(request, 'appId'))
      if ((application.status === 'ACTIVE') !== isActive)
        engine.begin(setApplicationActive(engine.org, application, isActive, engine.maker))
      return ok({})
    },
  }
}

function create(engine: Engine, request: ApiRequest): ApiAnswer {
  const given = Object(request.body ?? {})
  const { label, name, signOnMode } = (given.name === undefined || given.name === null ? Own : FromCatalogue).parse(
    withoutNull(given),
  )
  if (name !== undefined && name !== CATALOGUE_NAME)
    throw new ApiError('E0000001', 'name', [`name: ${ownWords(`The catalogue here has ${CATALOGUE_NAME} alone.`)}`])
  const status = flag(request, 'activate', true) ? 'ACTIVE' : 'INACTIVE'
  const kind = name === undefined ? 'wizard' : 'catalogue'
  const { application, step } = createApplication(engine.org, label, kind, engine.maker, { signOnMode, status })
  engine.begin(step)
  return ok(renderApplication(requireApplication(engine.org, application.id), request.origin))
}

function withoutNull(given: object): object {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null))
}

const FILTER: SearchRules = {
  operatorsOf: (path) => (['id', 'status', 'name', 'user.id', 'group.id'].includes(path) ? ['eq'] : undefined),
  isCaseSensitive: true,
  hasNot: false,
}

const PAGE = { usual: 20, most: 200 }

function listApplications({ org }: Engine, request: ApiRequest): ApiAnswer {
  const { query, origin } = request
  const filter = query.get('filter')
  const fits = filter ? compileSearch(filter, FILTER) : () => true
  const q = query.get('q')?.toLowerCase() ?? ''
  const rows = org.all('application').flatMap((application) => {
    const row = renderApplication(application, origin)
    const isNamed = [row.name, row.label].some((text) => String(text).toLowerCase().startsWith(q))
    return isNamed && fits({ ...row, ...havingIt(org, application) }) ? [row] : []
  })
  return pageOf(request, rows, PAGE)
}

/** Who has it, as a filter asks for it. */
function havingIt(org: Org, { id }: Application) {
  const users = org.all('appUser').filter(({ appId }) => appId === id)
  const groups = org.all('assignment').filter(({ appId, type }) => appId === id && type === 'group')
  return { user: users.map(({ userId }) => ({ id: userId })), group: groups.map((one) => ({ id: one.id })) }
}

function listOfGroup({ org }: Engine, request: ApiRequest): ApiAnswer {
  const { id } = requireGroup(org, param(request, 'groupId'))
  const own = org.all('application').filter((application) => org.get('assignment', pair(application.id, id)))
  return pageOf(
    request,
    own.map((application) => renderApplication(application, request.origin)),
    PAGE,
  )
}
