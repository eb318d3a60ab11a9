import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { updateUser } from '../acts/decide-user.ts'
import type { EntraContext } from '../context.ts'
import { findUser } from '../state/find.ts'
import { UserName } from './inputs.ts'

const Input = z.strictObject({ user: UserName })

export const unblockUserVerb = ({ ports }: EntraContext) =>
  defineVerb({
    name: 'unblock-user',
    describes: 'Allows the sign-in again.',
    input: Input,
    run: ({ user }) => {
      ports.commit(updateUser(ports.view, findUser(ports.view, user), { set: { accountEnabled: true } }))
    },
  })
