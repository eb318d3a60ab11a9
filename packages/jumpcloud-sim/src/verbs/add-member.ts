import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { addMember } from '../acts/member-acts.ts'
import type { Engine } from '../engine.ts'
import { findGroup, findUser } from '../state/find.ts'
import { GroupName, UserName } from './inputs.ts'
import { ADMIN, settled } from './settled.ts'

export function addMemberVerb(engine: Engine) {
  return defineVerb({
    name: 'add-member',
    describes: 'Adds a user to a user group.',
    input: z.strictObject({ group: GroupName, user: UserName }),
    run: async ({ group, user }) => {
      const event = addMember(engine.view, findGroup(engine.view, group), findUser(engine.view, user))
      if (event) engine.happen(event, ADMIN)
      await settled(engine)
    },
  })
}
