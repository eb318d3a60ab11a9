import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import type { Engine } from '../engine.ts'
import { findApplication } from '../plan/org.ts'
import { testConnector } from '../wire/test-connector.ts'
import { OfApplication } from './inputs.ts'

export function testConnectorVerb(engine: Engine) {
  return defineVerb({
    name: 'test-connector',
    describes: 'Test Connector Configuration: reads two users. It is refused with what the console says.',
    input: OfApplication,
    async run({ application: label }) {
      const application = findApplication(engine.org, label)
      const { connection } = application
      if (!connection) throw new VerbError('conflict', 'Enable provisioning before the connector is tested.')
      const { behaviour } = engine
      const wrong = await engine.talk(testConnector({ application, connection, behaviour }), 'test')
      if (wrong !== undefined) throw new VerbError('refused', wrong)
    },
  })
}
