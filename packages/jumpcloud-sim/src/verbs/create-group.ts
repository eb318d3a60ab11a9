import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { createGroup } from '../acts/group-acts.ts'
import { GroupFields } from '../directory/user-group.ts'
import type { Engine } from '../engine.ts'
import { findUser } from '../state/find.ts'
import { UserName } from './inputs.ts'
import { ADMIN, settled } from './settled.ts'

export function createGroupVerb(engine: Engine) {
  return defineVerb({
    name: 'create-group',
    describes: 'Creates a user group, with members at once where they are given.',
    input: z.strictObject({ ...GroupFields.shape, members: z.array(UserName).default([]) }),
    run: async ({ members, ...fields }) => {
      const userIds = members.map((name) => findUser(engine.view, name)._id)
      const event = createGroup(engine.view, fields, engine.context)
      engine.happen(event, ADMIN)
      for (const userId of userIds) engine.happen({ kind: 'member-added', groupId: event.group.id, userId }, ADMIN)
      await settled(engine)
      return { id: event.group.id, name: event.group.name }
    },
  })
}
