import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { updateUser } from '../acts/decide-user.ts'
import type { EntraContext } from '../context.ts'
import { findUser } from '../state/find.ts'
import { UserName } from './inputs.ts'

export const blockUser = (context: EntraContext) =>
  signInVerb(context, 'block-user', 'Blocks the sign-in of a user', false)

export const unblockUser = (context: EntraContext) =>
  signInVerb(context, 'unblock-user', 'Allows the sign-in again', true)

function signInVerb<const Name extends string>(
  { engine }: EntraContext,
  name: Name,
  describes: string,
  accountEnabled: boolean,
) {
  return defineVerb({
    name,
    describes,
    input: z.strictObject({ user: UserName }),
    run: ({ user }) => {
      engine.commit(updateUser(engine.view, findUser(engine.view, user), { set: { accountEnabled } }))
    },
  })
}
