import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { unbind } from '../acts/association-acts.ts'
import type { Engine } from '../engine.ts'
import { findApplication, findGroup } from '../state/find.ts'
import { ApplicationName, GroupName } from './inputs.ts'
import { ADMIN, settled } from './settled.ts'

export function unbindGroupVerb(engine: Engine) {
  return defineVerb({
    name: 'unbind-group',
    describes:
      'Takes a group off the application: the target keeps the group, members in no other bound group go inactive.',
    input: z.strictObject({ application: ApplicationName, group: GroupName }),
    run: async ({ application, group }) => {
      const target = { type: 'user_group', id: findGroup(engine.view, group).id } as const
      engine.happen(unbind(engine.view, findApplication(engine.view, application), target), ADMIN)
      await settled(engine)
    },
  })
}
