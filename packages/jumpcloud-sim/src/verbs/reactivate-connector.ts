import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { reactivateConnector } from '../connector/connector-acts.ts'
import type { Engine } from '../engine.ts'
import { findApplication } from '../state/find.ts'
import { ApplicationName } from './inputs.ts'
import { ADMIN, settled } from './settled.ts'

export function reactivateConnectorVerb(engine: Engine) {
  return defineVerb({
    name: 'reactivate-connector',
    describes: 'Pushes everyone in scope of an active connector again.',
    input: z.strictObject({ application: ApplicationName }),
    run: async ({ application }) => {
      reactivateConnector(engine, findApplication(engine.view, application), ADMIN)
      await settled(engine)
    },
  })
}
