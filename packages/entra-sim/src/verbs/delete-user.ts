import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { softDeleteUser } from '../acts/decide-user.ts'
import type { EntraContext } from '../context.ts'
import { findUser } from '../state/find.ts'
import { UserName } from './inputs.ts'

const Input = z.strictObject({ user: UserName })

export const deleteUserVerb = ({ ports }: EntraContext) =>
  defineVerb({
    name: 'delete-user',
    describes:
      'Soft-deletes a user, who stays in the recycle bin for 30 days under a prefixed name and is then purged.',
    input: Input,
    run: ({ user: name }) => {
      const user = findUser(ports.view, name)
      ports.commit(softDeleteUser(user, ports.now()))
      return { id: user.id }
    },
  })
