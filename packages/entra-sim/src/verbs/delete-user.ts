import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { softDeleteUser } from '../acts/decide-user.ts'
import type { EntraContext } from '../context.ts'
import { findUser } from '../state/find.ts'
import { UserName } from './inputs.ts'

export const deleteUserVerb = ({ engine }: EntraContext) =>
  defineVerb({
    name: 'delete-user',
    describes: 'Deletes a user: he lies in the bin for 30 days under a prefixed name, then he is purged',
    input: z.strictObject({ user: UserName }),
    run: ({ user: name }) => {
      const user = findUser(engine.view, name)
      engine.commit(softDeleteUser(user, engine.now()))
      return { id: user.id }
    },
  })
