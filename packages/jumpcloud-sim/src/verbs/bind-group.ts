import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { bind } from '../acts/association-acts.ts'
import type { Engine } from '../engine.ts'
import { findApplication, findGroup } from '../state/find.ts'
import { ApplicationName, GroupName } from './inputs.ts'
import { ADMIN, settled } from './settled.ts'

export function bindGroupVerb(engine: Engine) {
  return defineVerb({
    name: 'bind-group',
    describes: 'User Groups tab: binds a group to the application and saves. Its users are pushed without a cycle.',
    input: z.strictObject({ application: ApplicationName, group: GroupName }),
    run: async ({ application, group }) => {
      const target = { type: 'user_group', id: findGroup(engine.view, group).id } as const
      engine.happen(bind(engine.view, findApplication(engine.view, application), target), ADMIN)
      await settled(engine)
    },
  })
}
