import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { testSavedConnector } from '../connector/connector-acts.ts'
import type { Engine } from '../engine.ts'
import { findApplication } from '../state/find.ts'
import { ApplicationName } from './inputs.ts'
import { ADMIN, settled } from './settled.ts'

export function testConnectionVerb(engine: Engine) {
  return defineVerb({
    name: 'test-connection',
    describes:
      'Test Connection: creates, changes and removes a test user and a test group at the target; answers what came of it.',
    input: z.strictObject({ application: ApplicationName }),
    run: async ({ application }) => {
      const report = await testSavedConnector(engine, findApplication(engine.view, application), ADMIN)
      await settled(engine)
      return report
    },
  })
}
