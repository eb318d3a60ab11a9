import { defineVerb } from '@scimulator/shared/behaviour'
import type { Engine } from '../engine.ts'
import { pushedAs } from '../plan/org.ts'
import { setPushActive } from '../plan/push-acts.ts'
import { Pushed } from './inputs.ts'

export function activateGroupPushVerb(engine: Engine) {
  return defineVerb({
    name: 'activate-group-push',
    describes: 'Starts a push again, with the whole group.',
    input: Pushed,
    run({ application: label, group }) {
      const { application, push } = pushedAs(engine.org, label, group)
      return engine.act(setPushActive(engine.org, application, push, true, engine.maker))
    },
  })
}
