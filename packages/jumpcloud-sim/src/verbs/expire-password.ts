import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { updateUser } from '../acts/user-acts.ts'
import type { Engine } from '../engine.ts'
import { findUser } from '../state/find.ts'
import { UserName } from './inputs.ts'
import { ADMIN, settled } from './settled.ts'

export function expirePasswordVerb(engine: Engine) {
  return defineVerb({
    name: 'expire-password',
    describes: "Expires a user's password, which makes the user inactive at every target.",
    input: z.strictObject({ user: UserName }),
    run: async ({ user }) => {
      const event = updateUser(engine.view, findUser(engine.view, user), { password_expired: true }, engine.context)
      if (event) engine.happen(event, ADMIN)
      await settled(engine)
    },
  })
}
