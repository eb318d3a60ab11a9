import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { deactivateConnector } from '../connector/connector-acts.ts'
import { findApplication } from '../directory/find.ts'
import type { Engine } from '../engine.ts'
import { connectorView } from '../views/connector.ts'
import { ApplicationName } from './inputs.ts'
import { ADMIN, settled } from './settled.ts'

export function deactivateVerb(engine: Engine) {
  return defineVerb({
    name: 'deactivate',
    describes: 'Deactivates the integration: syncing stops at once, the target stays as it is.',
    input: z.strictObject({ application: ApplicationName }),
    run: async ({ application }) => {
      const { id } = deactivateConnector(engine, findApplication(engine.view, application), ADMIN)
      await settled(engine)
      return connectorView(engine.view, id)
    },
  })
}
