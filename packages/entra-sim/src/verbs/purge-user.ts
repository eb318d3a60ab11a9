import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { purgeUser, softDeleteUser } from '../acts/decide-user.ts'
import type { EntraContext } from '../context.ts'
import { findUser } from '../state/find.ts'
import { UserName } from './inputs.ts'

const Input = z.strictObject({ user: UserName })

export const purgeUserVerb = ({ ports }: EntraContext) =>
  defineVerb({
    name: 'purge-user',
    describes: 'Deletes a user permanently, whether or not the user is in the recycle bin.',
    input: Input,
    run: ({ user: name }) => {
      const user = findUser(ports.view, name)
      if (user.deletedAt === undefined) ports.commit(softDeleteUser(user, ports.now()))
      ports.commit(purgeUser(ports.view, user))
      return { id: user.id }
    },
  })
