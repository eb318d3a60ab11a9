import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { createUser } from '../acts/decide-user.ts'
import type { EntraContext } from '../context.ts'
import { findUser } from '../state/find.ts'
import { UserName } from './inputs.ts'

export const AttributeInput = z
  .record(z.string(), z.union([z.string(), z.boolean(), z.number(), z.array(z.string()), z.null()]))
  .describe('Attributes by source name or Graph name, such as jobTitle; null takes a value away')

const Input = z.strictObject({
  key: z.string().min(1).optional().describe('What scenarios call the person'),
  userPrincipalName: z.string().min(1).describe('Of a guest: the email address'),
  displayName: z.string().optional(),
  userType: z.enum(['Member', 'Guest']).default('Member'),
  manager: UserName.optional(),
  set: AttributeInput.default({}),
})

export const createUserVerb = ({ ports }: EntraContext) =>
  defineVerb({
    name: 'create-user',
    describes: 'Creates a user, or invites a guest.',
    input: Input,
    run: ({ key, userPrincipalName, displayName, userType, manager, set }) => {
      const { view, ids } = ports
      const managerId = manager === undefined ? undefined : findUser(view, manager).id
      const attributes = { ...set, userPrincipalName, ...(displayName !== undefined && { displayName }) }
      const [user, changes] = createUser(view, { key, userType, managerId, attributes }, ports.now(), ids)
      ports.commit(changes)
      return { id: user.id, userPrincipalName: user.attributes.userPrincipalName }
    },
  })
