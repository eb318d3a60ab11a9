import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { createApplication } from '../plan/applications.ts'
import { KINDS } from '../values/application.ts'

export function createApplicationVerb(engine: Engine) {
  return defineVerb({
    name: 'create-application',
    describes: 'Creates an application: with the App Integration Wizard, or from a template of the catalogue.',
    input: z.strictObject({
      label: z.string().min(1).describe('Name of the application'),
      kind: z.enum(KINDS).default('wizard').describe('wizard writes by PUT, catalogue by PATCH; it cannot be changed'),
    }),
    async run({ label, kind }) {
      const { application, step } = createApplication(engine.org, label, kind, engine.maker)
      await engine.act(step)
      return { id: application.id }
    },
  })
}
