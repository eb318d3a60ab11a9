import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { updateGroup } from '../acts/group-acts.ts'
import type { Engine } from '../engine.ts'
import { findGroup } from '../state/find.ts'
import { GroupName } from './inputs.ts'
import { ADMIN, settled } from './settled.ts'

export function renameGroupVerb(engine: Engine) {
  return defineVerb({
    name: 'rename-group',
    describes: 'Renames a user group.',
    input: z.strictObject({ group: GroupName, name: z.string().min(1).describe('The new name') }),
    run: async ({ group, name }) => {
      const event = updateGroup(engine.view, findGroup(engine.view, group), { name })
      if (event) engine.happen(event, ADMIN)
      await settled(engine)
    },
  })
}
