import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { updateUser } from '../acts/user-acts.ts'
import type { Engine } from '../engine.ts'
import { findUser } from '../state/find.ts'
import { UserName } from './inputs.ts'
import { ADMIN, settled } from './settled.ts'

export function activateUserVerb(engine: Engine) {
  return defineVerb({
    name: 'activate-user',
    describes: 'Activates a STAGED user, who gets what their groups are bound to.',
    input: z.strictObject({ user: UserName }),
    run: async ({ user }) => {
      const event = updateUser(engine.view, findUser(engine.view, user), { state: 'ACTIVATED' }, engine.context)
      if (event) engine.happen(event, ADMIN)
      await settled(engine)
    },
  })
}
