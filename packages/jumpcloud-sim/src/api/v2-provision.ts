// Connector settings. JumpCloud has no public operations for them; these paths of our own are named after the ones that its V2
// description lists without saying what they do.
import { VerbError } from '@scimulator/shared/behaviour'
import {
  activateConnector,
  deactivateConnector,
  reactivateConnector,
  saveConnector,
  testSavedConnector,
} from '../connector/connector-acts.ts'
import { ConnectorForm } from '../connector/connector-form.ts'
import { shownConnector } from '../connector/shown-connector.ts'
import type { Application } from '../directory/application.ts'
import type { Engine } from '../engine.ts'
import { type ApiAnswer, type ApiRequest, type Operation, ok, param } from './operation.ts'
import { requireApplication } from './v1-applications.ts'

const PATH = '/api/v2/applications/{id}/provision'

export const provisionOperations: readonly Operation[] = [
  { method: 'GET', template: PATH, run: (engine, request) => settings(engine, named(engine, request)) },
  {
    method: 'PUT',
    template: PATH,
    run: async (engine, request) =>
      settings(
        engine,
        await saveConnector(engine, named(engine, request), ConnectorForm.parse(request.body), request.by),
      ),
  },
  {
    method: 'POST',
    template: `${PATH}/verify`,
    run: async (engine, request) => ok(await testSavedConnector(engine, named(engine, request), request.by)),
  },
  {
    method: 'POST',
    template: `${PATH}/activate`,
    run: async (engine, request) =>
      settings(engine, await activateConnector(engine, named(engine, request), request.by)),
  },
  {
    method: 'POST',
    template: `${PATH}/deactivate`,
    run: (engine, request) => settings(engine, deactivateConnector(engine, named(engine, request), request.by)),
  },
  {
    method: 'POST',
    template: `${PATH}/reactivate`,
    run(engine, request) {
      const application = named(engine, request)
      reactivateConnector(engine, application, request.by)
      return settings(engine, application)
    },
  },
]

function named({ view }: Engine, request: ApiRequest): Application {
  return requireApplication(view, param(request, 'id'))
}

function settings({ view }: Engine, { id, displayLabel }: Application): ApiAnswer {
  const shown = shownConnector(view, id)
  if (shown) return ok(shown)
  throw new VerbError('not-found', `Identity Management of ${displayLabel} is not configured yet`)
}
