import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { updateGroup } from '../acts/group-acts.ts'
import { GroupChanges } from '../directory/user-group.ts'
import type { Engine } from '../engine.ts'
import { findGroup } from '../state/find.ts'
import { GroupName } from './inputs.ts'
import { ADMIN, settled } from './settled.ts'

export function updateGroupVerb(engine: Engine) {
  return defineVerb({
    name: 'update-group',
    describes: 'Changes a user group: description, membership method, member query.',
    input: z.strictObject({ group: GroupName, set: GroupChanges.strict() }),
    run: async ({ group, set }) => {
      const event = updateGroup(engine.view, findGroup(engine.view, group), set)
      if (event) engine.happen(event, ADMIN)
      await settled(engine)
    },
  })
}
