import { defineVerb } from '@scimulator/shared/behaviour'
import type { Engine } from '../engine.ts'
import { pushOne } from '../plan/group-pushes.ts'
import { pushedAs } from '../plan/org.ts'
import { Pushed } from './inputs.ts'

export function pushNowVerb(engine: Engine) {
  return defineVerb({
    name: 'push-now',
    describes: 'Writes a pushed group whole, over what the endpoint has.',
    input: Pushed,
    run({ application, group }) {
      const { push } = pushedAs(engine.org, application, group)
      return engine.act(pushOne(engine.org, push, true, engine.maker))
    },
  })
}
