// /api/v1/apps/{appId}/features (O922): what is ticked under To App.
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { setFeatures } from '../plan/applications.ts'
import type { Application } from '../values/application.ts'
import { ownWords } from '../values/own-words.ts'
import { ApiError, notFound } from './api-error.ts'
import { requireApplication } from './found.ts'
import { type ApiAnswer, type ApiRequest, type Json, type Operation, ok, param } from './operation.ts'

const Status = z.looseObject({ status: z.enum(['ENABLED', 'DISABLED']) }).optional()
const Capabilities = z.looseObject({
  create: z.looseObject({ lifecycleCreate: Status }).optional(),
  update: z.looseObject({ profile: Status, lifecycleDeactivate: Status, password: Status }).optional(),
})

const NAME = 'USER_PROVISIONING'
const ONE = '/api/v1/apps/{appId}/features/{name}'

export const applicationFeatureOperations: readonly Operation[] = [
  {
    method: 'GET',
    template: '/api/v1/apps/{appId}/features',
    run: (engine, request) => ok([rendered(provisioning(engine, request), request.origin)]),
  },
  {
    method: 'GET',
    template: ONE,
    run: (engine, request) => ok(rendered(named(engine, request), request.origin)),
  },
  { method: 'PUT', template: ONE, run: replace },
]

/** What is not named stays. */
function replace(engine: Engine, request: ApiRequest): ApiAnswer {
  const application = named(engine, request)
  const { create, update } = Capabilities.parse(request.body ?? {})
  if (update?.password?.status === 'ENABLED')
    throw new ApiError('E0000001', 'password', [`password: ${ownWords('Passwords are not synchronized.')}`])
  const { createUsers, updateUsers, deactivateUsers } = application.features
  const features = {
    createUsers: isOn(create?.lifecycleCreate) ?? createUsers,
    updateUsers: isOn(update?.profile) ?? updateUsers,
    deactivateUsers: isOn(update?.lifecycleDeactivate) ?? deactivateUsers,
  }
  engine.begin(setFeatures(engine.org, application, features, engine.maker))
  return ok(rendered(requireApplication(engine.org, application.id), request.origin))
}

function isOn(given: z.infer<typeof Status>): boolean | undefined {
  return given === undefined ? undefined : given.status === 'ENABLED'
}

function provisioning({ org }: Engine, request: ApiRequest): Application {
  const application = requireApplication(org, param(request, 'appId'))
  if (application.connection) return application
  throw new ApiError('E0000001', 'feature', ['Provisioning is not enabled for the app instance.'])
}

function named(engine: Engine, request: ApiRequest): Application {
  const application = provisioning(engine, request)
  if (param(request, 'name') !== NAME) throw notFound(param(request, 'name'), 'ApplicationFeature')
  return application
}

function rendered({ id, features }: Application, origin: string): Json {
  const status = (is: boolean): Json => ({ status: is ? 'ENABLED' : 'DISABLED' })
  return {
    ...{ name: NAME, status: 'ENABLED' },
    description: 'User provisioning settings from Okta to a downstream application',
    capabilities: {
      create: { lifecycleCreate: status(features.createUsers) },
      update: {
        ...{ profile: status(features.updateUsers), lifecycleDeactivate: status(features.deactivateUsers) },
        password: { ...status(false), seed: 'RANDOM', change: 'KEEP_EXISTING' },
      },
    },
    _links: {
      self: { href: `${origin}/api/v1/apps/${id}/features/${NAME}`, hints: { allow: ['GET', 'PUT'] } },
    },
  }
}
