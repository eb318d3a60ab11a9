import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { activateConnector, deactivateConnector, saveConnector } from '../connector/connector-acts.ts'
import { formOf } from '../connector/connector-form.ts'
import { shownConnector } from '../connector/shown-connector.ts'
import type { Engine } from '../engine.ts'
import { findApplication } from '../state/find.ts'
import { ApplicationName } from './inputs.ts'
import { ADMIN, settled } from './settled.ts'

export function rotateTokenVerb(engine: Engine) {
  return defineVerb({
    name: 'rotate-token',
    describes: 'Rotates the token as JumpCloud asks for it: deactivate, change the token, activate.',
    input: z.strictObject({
      application: ApplicationName,
      token: z.string().min(1).describe('The new Token Key').meta({ secret: true }),
      testUserEmail: z.email().optional().describe('The test runs again; the old address may be in use by now'),
    }),
    run: async ({ application: name, token, testUserEmail }) => {
      const application = findApplication(engine.view, name)
      const idle = application.connector?.active ? deactivateConnector(engine, application, ADMIN) : application
      const form = { ...formOf(idle), token, ...(testUserEmail ? { testUserEmail } : {}) }
      const saved = await saveConnector(engine, idle, form, ADMIN)
      const { id } = await activateConnector(engine, saved, ADMIN)
      await settled(engine)
      return shownConnector(engine.view, id)
    },
  })
}
