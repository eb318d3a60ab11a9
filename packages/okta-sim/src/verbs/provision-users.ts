import { defineVerb } from '@scimulator/shared/behaviour'
import type { Engine } from '../engine.ts'
import { provisionMissing } from '../plan/applications.ts'
import { findApplication } from '../plan/org.ts'
import { OfApplication } from './inputs.ts'

export function provisionUsersVerb(engine: Engine) {
  return defineVerb({
    name: 'provision-users',
    describes: 'Sends people who were assigned before provisioning was enabled.',
    input: OfApplication,
    run: ({ application }) =>
      engine.act(provisionMissing(engine.org, findApplication(engine.org, application), engine.maker)),
  })
}
