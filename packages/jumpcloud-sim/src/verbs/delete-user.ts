import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { deleteUser } from '../acts/user-acts.ts'
import type { Engine } from '../engine.ts'
import { findUser } from '../state/find.ts'
import { UserName } from './inputs.ts'
import { ADMIN, settled } from './settled.ts'

export function deleteUserVerb(engine: Engine) {
  return defineVerb({
    name: 'delete-user',
    describes: 'Deletes a user. The target is sent that the user is inactive, not that the user is gone.',
    input: z.strictObject({ user: UserName }),
    run: async ({ user }) => {
      engine.happen(deleteUser(findUser(engine.view, user)), ADMIN)
      await settled(engine)
    },
  })
}
