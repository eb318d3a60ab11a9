import { VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { createApplication, deleteApplication, refuseTaken } from '../acts/application-acts.ts'
import type { Application } from '../directory/application.ts'
import type { Engine } from '../engine.ts'
import { v1List } from './lists.ts'
import { type Operation, ok, param } from './operation.ts'

const ApplicationBody = z.object({
  name: z.string().min(1),
  ssoUrl: z.string(),
  config: z.record(z.string(), z.unknown()),
  displayLabel: z.string().min(1).optional(),
  active: z.boolean().optional(),
  sso: z.record(z.string(), z.unknown()).optional(),
})

const ApplicationChanges = ApplicationBody.partial()

export const applicationOperations: readonly Operation[] = [
  {
    method: 'GET',
    template: '/api/applications',
    run: ({ view }, request) => v1List(request, [...view.applications.values()].map(renderApplication)),
  },
  {
    method: 'POST',
    template: '/api/applications',
    run(engine, request) {
      const { displayLabel, sso, ...body } = ApplicationBody.parse(request.body)
      const fields = {
        ...body,
        displayLabel: displayLabel ?? body.name,
        identityManagement: true,
        ...(sso ? { sso } : {}),
      }
      const event = createApplication(engine.view, fields, engine.context)
      engine.happen(event, request.by)
      return ok(renderApplication(event.application))
    },
  },
  {
    method: 'GET',
    template: '/api/applications/{id}',
    run: ({ view }, request) => ok(renderApplication(requireApplication(view, param(request, 'id')))),
  },
  {
    method: 'PUT',
    template: '/api/applications/{id}',
    run(engine, request) {
      const before = requireApplication(engine.view, param(request, 'id'))
      const changes = ApplicationChanges.parse(request.body)
      if (changes.displayLabel) refuseTaken(engine.view, changes.displayLabel, before.id)
      const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
      const after: Application = { ...before, ...given }
      engine.happen({ kind: 'application-updated', before, after }, request.by)
      return ok(renderApplication(after))
    },
  },
  {
    method: 'DELETE',
    template: '/api/applications/{id}',
    run(engine, request) {
      const application = requireApplication(engine.view, param(request, 'id'))
      engine.abortPushes(application.id)
      engine.happen(deleteApplication(application), request.by)
      return ok(renderApplication(application))
    },
  },
]

export function requireApplication(view: Engine['view'], id: string): Application {
  const application = view.applications.get(id)
  if (application) return application
  throw new VerbError('not-found', `There is no application ${id}`)
}

function renderApplication(application: Application): Readonly<Record<string, unknown>> {
  const { id, name, displayName, displayLabel, ssoUrl, config, sso, active, created, organization } = application
  return {
    _id: id,
    name,
    displayName,
    displayLabel,
    ssoUrl,
    config,
    sso: sso ?? { type: 'none' },
    active,
    created,
    organization,
    beta: false,
    learnMore: '',
  }
}
