import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { updateUser } from '../acts/user-acts.ts'
import { UserChanges } from '../directory/system-user.ts'
import type { Engine } from '../engine.ts'
import { findUser } from '../state/find.ts'
import { UserName } from './inputs.ts'
import { ADMIN, settled } from './settled.ts'

export function updateUserVerb(engine: Engine) {
  return defineVerb({
    name: 'update-user',
    describes: 'Changes fields of a user.',
    input: z.strictObject({ user: UserName, set: UserChanges.strict() }),
    run: async ({ user, set }) => {
      const event = updateUser(engine.view, findUser(engine.view, user), set, engine.context)
      if (event) engine.happen(event, ADMIN)
      await settled(engine)
    },
  })
}
