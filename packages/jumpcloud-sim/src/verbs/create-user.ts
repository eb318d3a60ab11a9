import { defineVerb } from '@scimulator/shared/behaviour'
import { createUser } from '../acts/user-acts.ts'
import { UserFields } from '../directory/system-user.ts'
import type { Engine } from '../engine.ts'
import { ADMIN, settled } from './settled.ts'

export function createUserVerb(engine: Engine) {
  return defineVerb({
    name: 'create-user',
    describes: "Creates a user with JumpCloud's field names; if no state is given, the organisation's default applies.",
    input: UserFields.strict(),
    run: async (input) => {
      const event = createUser(engine.view, input, engine.context)
      engine.happen(event, ADMIN)
      await settled(engine)
      return { id: event.user._id, username: event.user.username }
    },
  })
}
