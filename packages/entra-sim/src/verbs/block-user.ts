import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { updateUser } from '../acts/decide-user.ts'
import type { EntraContext } from '../context.ts'
import { findUser } from '../state/find.ts'
import { UserName } from './inputs.ts'

const Input = z.strictObject({ user: UserName })

export const blockUserVerb = ({ engine }: EntraContext) =>
  defineVerb({
    name: 'block-user',
    describes: 'Blocks the sign-in of a user',
    input: Input,
    run: ({ user }) => {
      engine.commit(updateUser(engine.view, findUser(engine.view, user), { set: { accountEnabled: false } }))
    },
  })
