import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { updateUser } from '../acts/decide-user.ts'
import type { EntraContext } from '../context.ts'
import { findUser } from '../state/find.ts'
import { AttributeInput } from './create-user.ts'
import { UserName } from './inputs.ts'

const Input = z.strictObject({
  user: UserName,
  set: AttributeInput.default({}),
  manager: UserName.nullable().optional().describe('null for none'),
})

export const updateUserVerb = ({ ports }: EntraContext) =>
  defineVerb({
    name: 'update-user',
    describes: 'Changes attributes or the manager of a user; accountEnabled: false blocks the sign-in.',
    input: Input,
    run: ({ user: name, set, manager }) => {
      const user = findUser(ports.view, name)
      const managerId = typeof manager === 'string' ? findUser(ports.view, manager).id : manager
      ports.commit(updateUser(ports.view, user, { set, managerId }))
      return { id: user.id }
    },
  })
