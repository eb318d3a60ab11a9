import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { updateUser } from '../acts/user-acts.ts'
import type { Engine } from '../engine.ts'
import { findUser } from '../state/find.ts'
import { UserName } from './inputs.ts'
import { ADMIN, settled } from './settled.ts'

export function lockUserVerb(engine: Engine) {
  return defineVerb({
    name: 'lock-user',
    describes: 'Locks an account as failed logins do; nothing is sent to targets.',
    input: z.strictObject({ user: UserName }),
    run: async ({ user }) => {
      const event = updateUser(engine.view, findUser(engine.view, user), { account_locked: true }, engine.context)
      if (event) engine.happen(event, ADMIN)
      await settled(engine)
    },
  })
}
