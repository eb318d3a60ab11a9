import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { updateUser } from '../acts/decide-user.ts'
import type { EntraContext } from '../context.ts'
import { findUser } from '../state/find.ts'
import { UserName } from './inputs.ts'

const Input = z.strictObject({ user: UserName })

export const blockUserVerb = ({ ports }: EntraContext) =>
  defineVerb({
    name: 'block-user',
    describes: 'Blocks the sign-in of a user.',
    input: Input,
    run: ({ user }) => {
      ports.commit(updateUser(ports.view, findUser(ports.view, user), { set: { accountEnabled: false } }))
    },
  })
