// /api/v1/apps/{appId}/users (O623, O924 to O926, O946).
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { assign } from '../plan/applications.ts'
import { appUserOf } from '../plan/org.ts'
import type { AppUser } from '../values/app-user.ts'
import type { Application } from '../values/application.ts'
import { ownWords } from '../values/own-words.ts'
import type { User } from '../values/user.ts'
import { ApiError, notFound } from './api-error.ts'
import { requireApplication, requireUser } from './found.ts'
import { type ApiAnswer, type ApiRequest, type Json, NO_CONTENT, type Operation, ok, param } from './operation.ts'
import { pageOf } from './paging.ts'
import { appAttributes, renderAppUser } from './render-app-user.ts'

const Written = z.looseObject({
  scope: z.enum(['USER', 'GROUP']).nullish(),
  credentials: z.looseObject({ userName: z.string().nullish() }).nullish(),
  profile: z.record(z.string(), z.unknown()).nullish(),
})
const New = Written.extend({ id: z.string().min(1) })

const ONE = '/api/v1/apps/{appId}/users/{userId}'

export const applicationUserOperations: readonly Operation[] = [
  { method: 'GET', template: '/api/v1/apps/{appId}/users', run: list },
  {
    method: 'POST',
    template: '/api/v1/apps/{appId}/users',
    run(engine, request) {
      const application = requireApplication(engine.org, param(request, 'appId'))
      const given = New.parse(request.body ?? {})
      return assigned(engine, request, application, requireUser(engine.org, given.id), given)
    },
  },
  {
    method: 'GET',
    template: ONE,
    run({ org }, request) {
      const { application, user, appUser } = required(org, request)
      return ok(rendered(request, application, user, appUser))
    },
  },
  {
    method: 'POST',
    template: ONE,
    run(engine, request) {
      const { application, user, appUser } = required(engine.org, request)
      const given = Written.parse(request.body ?? {})
      if (given.scope === 'USER' && appUser.scope === 'GROUP')
        return assigned(engine, request, application, user, given)
      assertMapped(application, user, given)
      return ok(rendered(request, application, user, appUser))
    },
  },
  { method: 'DELETE', template: ONE, run: unassign },
]

function list({ org }: Engine, request: ApiRequest): ApiAnswer {
  const application = requireApplication(org, param(request, 'appId'))
  const q = request.query.get('q')?.toLowerCase() ?? ''
  const rows = org.all('appUser').flatMap((appUser) => {
    const user = appUser.appId === application.id ? org.get('user', appUser.userId) : undefined
    const isNamed = user && [appUser.userName, ...namesOf(user)].some((name) => name.toLowerCase().startsWith(q))
    return isNamed ? [rendered(request, application, user, appUser)] : []
  })
  return pageOf(request, rows, { usual: 50, most: 500 })
}

function namesOf({ profile: { firstName, lastName, email } }: User): readonly string[] {
  return [firstName, lastName, email]
}

/** Assigned by a script, a person has it by themselves; a creation that failed is sent again (O623). */
function assigned(
  engine: Engine,
  request: ApiRequest,
  application: Application,
  user: User,
  given: z.infer<typeof Written>,
): ApiAnswer {
  assertMapped(application, user, given)
  engine.begin(assign(engine.org, { appId: application.id, type: 'user', id: user.id }, true, engine.maker))
  const appUser = appUserOf(engine.org, application.id, user.id)
  // Somebody who is not ACTIVE has the assignment, and the application once they are.
  return ok(rendered(request, application, user, { ...(appUser ?? waiting(application, user)), scope: 'USER' }))
}

function waiting({ id }: Application, { id: userId, profile }: User): AppUser {
  return {
    ...{ id: '', appId: id, userId, scope: 'USER', status: 'STAGED', syncState: 'DISABLED' },
    ...{ userName: profile.login, profile: [] },
  }
}

/** What a mapping writes cannot be written by hand where profiles are pushed (O926, MGMT's example of E0000075). */
function assertMapped(application: Application, user: User, { profile, credentials }: z.infer<typeof Written>): void {
  const mapped = appAttributes(application, user)
  for (const [name, value] of Object.entries(profile ?? {})) {
    if (!Object.hasOwn(mapped, name)) throw refused(name, 'The profile of the application has no such attribute.')
    if ((mapped[name] ?? null) === value) continue
    if (application.connection) throw new ApiError('E0000075', name)
    throw refused(name, 'Values that are written at the assignment are not kept.')
  }
  const userName = credentials?.userName
  if (userName && userName !== user.profile.login)
    throw refused('credentials', 'The user name of an application is the login.')
}

function refused(name: string, why: string): ApiError {
  return new ApiError('E0000001', name, [`${name}: ${ownWords(why)}`])
}

/** Who has it through a group keeps it. */
function unassign(engine: Engine, request: ApiRequest): ApiAnswer {
  const { application, user, appUser } = required(engine.org, request)
  if (appUser.scope === 'GROUP') throw refused('scope', 'A group assigns the application to this person.')
  engine.begin(assign(engine.org, { appId: application.id, type: 'user', id: user.id }, false, engine.maker))
  return NO_CONTENT
}

function required(org: Engine['org'], request: ApiRequest) {
  const application = requireApplication(org, param(request, 'appId'))
  const user = requireUser(org, param(request, 'userId'))
  const appUser = appUserOf(org, application.id, user.id)
  if (!appUser) throw notFound(user.id, 'AppUser')
  return { application, user, appUser }
}

function rendered({ origin, query }: ApiRequest, application: Application, user: User, appUser: AppUser): Json {
  return renderAppUser(application, user, appUser, { origin, isExpanded: query.get('expand') === 'user' })
}
