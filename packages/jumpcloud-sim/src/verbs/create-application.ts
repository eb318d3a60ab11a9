import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { createApplication } from '../acts/application-acts.ts'
import type { Engine } from '../engine.ts'
import { ADMIN, settled } from './settled.ts'

export function createApplicationVerb(engine: Engine) {
  return defineVerb({
    name: 'create-application',
    describes: 'SSO Applications > Add New Application > Custom Application: gives the label and the options.',
    input: z.strictObject({
      displayLabel: z.string().min(1).describe('Display Label'),
      identityManagement: z.boolean().default(true).describe('Export users to this app (Identity Management)'),
    }),
    run: async (input) => {
      const event = createApplication(engine.view, input, engine.context)
      engine.happen(event, ADMIN)
      await settled(engine)
      return { id: event.application.id, displayLabel: event.application.displayLabel }
    },
  })
}
