import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { updateUser } from '../acts/user-acts.ts'
import type { Engine } from '../engine.ts'
import { findUser } from '../state/find.ts'
import { UserName } from './inputs.ts'
import { ADMIN, settled } from './settled.ts'

export function suspendUserVerb(engine: Engine) {
  return defineVerb({
    name: 'suspend-user',
    describes: 'Suspends a user, who is set inactive at every target.',
    input: z.strictObject({ user: UserName }),
    run: async ({ user }) => {
      const event = updateUser(engine.view, findUser(engine.view, user), { state: 'SUSPENDED' }, engine.context)
      if (event) engine.happen(event, ADMIN)
      await settled(engine)
    },
  })
}
