import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { restoreUser } from '../acts/decide-user.ts'
import type { EntraContext } from '../context.ts'
import { findUser } from '../state/find.ts'
import { UserName } from './inputs.ts'

const Input = z.strictObject({ user: UserName })

export const restoreUserVerb = ({ ports }: EntraContext) =>
  defineVerb({
    name: 'restore-user',
    describes: 'Restores a user from the recycle bin; the name loses its prefix if it is still free.',
    input: Input,
    run: ({ user: name }) => {
      const user = findUser(ports.view, name)
      ports.commit(restoreUser(ports.view, user))
      return { id: user.id, userPrincipalName: ports.view.users.get(user.id)?.attributes.userPrincipalName }
    },
  })
