import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { deactivateConnector } from '../connector/connector-acts.ts'
import { shownConnector } from '../connector/shown-connector.ts'
import type { Engine } from '../engine.ts'
import { findApplication } from '../state/find.ts'
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
      return shownConnector(engine.view, id)
    },
  })
}
