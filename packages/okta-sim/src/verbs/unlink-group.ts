import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { pushedAs } from '../plan/org.ts'
import { unlink } from '../plan/push-acts.ts'
import { Pushed } from './inputs.ts'

export function unlinkGroupVerb(engine: Engine) {
  return defineVerb({
    name: 'unlink-group',
    describes: 'Ends a push; the group at the endpoint is deleted, or left there.',
    input: Pushed.extend({
      deleteTarget: z.boolean().default(true).describe('Deletes the group in the target app'),
    }),
    run({ application: label, group, deleteTarget }) {
      const { application, push } = pushedAs(engine.org, label, group)
      return engine.act(unlink(engine.org, application, push, deleteTarget, engine.maker))
    },
  })
}
