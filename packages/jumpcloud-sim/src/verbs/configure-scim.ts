import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { saveConnector } from '../connector/connector-acts.ts'
import { ConnectorForm } from '../connector/connector-form.ts'
import { findApplication } from '../directory/find.ts'
import type { Engine } from '../engine.ts'
import { connectorView } from '../views/connector.ts'
import { ApplicationName } from './inputs.ts'
import { ADMIN, settled } from './settled.ts'

export function configureScimVerb(engine: Engine) {
  return defineVerb({
    name: 'configure-scim',
    describes: 'Identity Management: fills in the form and saves it. An active connector is tested again first.',
    input: z.strictObject({ application: ApplicationName, ...ConnectorForm.shape }),
    run: async ({ application, ...form }) => {
      const { id } = await saveConnector(engine, findApplication(engine.view, application), form, ADMIN)
      await settled(engine)
      return connectorView(engine.view, id)
    },
  })
}
