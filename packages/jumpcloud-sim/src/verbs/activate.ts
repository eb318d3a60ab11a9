import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { activateConnector } from '../connector/connector-acts.ts'
import { shownConnector } from '../connector/shown-connector.ts'
import type { Engine } from '../engine.ts'
import { findApplication } from '../state/find.ts'
import { ApplicationName } from './inputs.ts'
import { ADMIN, settled } from './settled.ts'

export function activateVerb(engine: Engine) {
  return defineVerb({
    name: 'activate',
    describes: 'Activate: verifies where no test with these settings has passed, then pushes everyone in scope.',
    input: z.strictObject({ application: ApplicationName }),
    run: async ({ application }) => {
      const { id } = await activateConnector(engine, findApplication(engine.view, application), ADMIN)
      await settled(engine)
      return shownConnector(engine.view, id)
    },
  })
}
