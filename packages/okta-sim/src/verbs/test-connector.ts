import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { findApplication } from '../plan/org.ts'
import { testConnector } from '../wire/test-connector.ts'
import { connectionOf } from './configure-scim.ts'
import { CREDENTIALS } from './credentials.ts'
import { OfApplication } from './inputs.ts'

export function testConnectorVerb(engine: Engine) {
  return defineVerb({
    name: 'test-connector',
    describes:
      'Test Connector Configuration: reads two users. It is refused with what the console says. What is given is tested and not saved.',
    input: OfApplication.extend({
      baseUrl: z.url().optional().describe('Instead of the one that is saved'),
      ...CREDENTIALS,
    }),
    async run({ application: label, ...typed }) {
      const application = findApplication(engine.org, label)
      const { baseUrl, token, password } = typed
      if (!application.connection && (baseUrl === undefined || (token ?? password) === undefined))
        throw new VerbError('conflict', 'Enable provisioning before the connector is tested.')
      const connection = connectionOf(engine, application, typed)
      const line = await engine.lineTo(application, connection)
      const wrong = await engine.talk(testConnector(line), 'test')
      if (wrong !== undefined) throw new VerbError('refused', wrong)
    },
  })
}
