import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { removeMember } from '../acts/member-acts.ts'
import type { Engine } from '../engine.ts'
import { findGroup, findUser } from '../state/find.ts'
import { GroupName, UserName } from './inputs.ts'
import { ADMIN, settled } from './settled.ts'

export function removeMemberVerb(engine: Engine) {
  return defineVerb({
    name: 'remove-member',
    describes: 'Removes a user from a user group.',
    input: z.strictObject({ group: GroupName, user: UserName }),
    run: async ({ group, user }) => {
      const event = removeMember(engine.view, findGroup(engine.view, group), findUser(engine.view, user))
      if (event) engine.happen(event, ADMIN)
      await settled(engine)
    },
  })
}
