import { defineVerb } from '@scimulator/shared/behaviour'
import type { Engine } from '../engine.ts'
import { pushedAs } from '../plan/org.ts'
import { setPushActive } from '../plan/push-acts.ts'
import { Pushed } from './inputs.ts'

export function deactivateGroupPushVerb(engine: Engine) {
  return defineVerb({
    name: 'deactivate-group-push',
    describes: 'Stops a push and leaves the group at the endpoint.',
    input: Pushed,
    run({ application: label, group }) {
      const { application, push } = pushedAs(engine.org, label, group)
      return engine.act(setPushActive(engine.org, application, push, false, engine.maker))
    },
  })
}
