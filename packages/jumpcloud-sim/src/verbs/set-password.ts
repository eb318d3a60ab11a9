import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { updateUser } from '../acts/user-acts.ts'
import type { Engine } from '../engine.ts'
import { findUser } from '../state/find.ts'
import { UserName } from './inputs.ts'
import { ADMIN, settled } from './settled.ts'

export function setPasswordVerb(engine: Engine) {
  return defineVerb({
    name: 'set-password',
    describes: 'Sets a password: expiry and registration end. It is sent only where the connector syncs passwords.',
    input: z.strictObject({ user: UserName, password: z.string().min(1).meta({ secret: true }) }),
    run: async ({ user, password }) => {
      const event = updateUser(engine.view, findUser(engine.view, user), { password }, engine.context)
      if (event) engine.happen(event, ADMIN)
      await settled(engine)
    },
  })
}
