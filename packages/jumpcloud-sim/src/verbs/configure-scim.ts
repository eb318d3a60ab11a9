import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { saveConnector } from '../connector/connector-acts.ts'
import { ConnectorForm, formOf } from '../connector/connector-form.ts'
import { shownConnector } from '../connector/shown-connector.ts'
import type { Engine } from '../engine.ts'
import { findApplication } from '../state/find.ts'
import { ApplicationName } from './inputs.ts'
import { ADMIN, settled } from './settled.ts'

export function configureScimVerb(engine: Engine) {
  return defineVerb({
    name: 'configure-scim',
    describes: 'Identity Management: fills in the form and saves it. An active connector is tested again first.',
    input: z.strictObject({
      application: ApplicationName,
      ...ConnectorForm.shape,
      token: ConnectorForm.shape.token
        .optional()
        .describe('Token Key, without "Bearer "; left out, the saved one stays')
        .meta({ secret: true }),
    }),
    run: async ({ application: name, token: given, ...form }) => {
      const application = findApplication(engine.view, name)
      const token = given ?? formOf(application).token
      const { id } = await saveConnector(engine, application, { ...form, token }, ADMIN)
      await settled(engine)
      return shownConnector(engine.view, id)
    },
  })
}
