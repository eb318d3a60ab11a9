import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { unbind } from '../acts/association-acts.ts'
import type { Engine } from '../engine.ts'
import { findApplication, findUser } from '../state/find.ts'
import { ApplicationName, UserName } from './inputs.ts'
import { ADMIN, settled } from './settled.ts'

export function unbindUserVerb(engine: Engine) {
  return defineVerb({
    name: 'unbind-user',
    describes: 'Ends the direct association of a user with the application.',
    input: z.strictObject({ application: ApplicationName, user: UserName }),
    run: async ({ application, user }) => {
      const target = { type: 'user', id: findUser(engine.view, user)._id } as const
      engine.happen(unbind(engine.view, findApplication(engine.view, application), target), ADMIN)
      await settled(engine)
    },
  })
}
