import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { bind } from '../acts/association-acts.ts'
import type { Engine } from '../engine.ts'
import { findApplication, findUser } from '../state/find.ts'
import { ApplicationName, UserName } from './inputs.ts'
import { ADMIN, settled } from './settled.ts'

export function bindUserVerb(engine: Engine) {
  return defineVerb({
    name: 'bind-user',
    describes: 'Associates one user with the application directly, which only the API can do.',
    input: z.strictObject({ application: ApplicationName, user: UserName }),
    run: async ({ application, user }) => {
      const target = { type: 'user', id: findUser(engine.view, user)._id } as const
      engine.happen(bind(engine.view, findApplication(engine.view, application), target), ADMIN)
      await settled(engine)
    },
  })
}
