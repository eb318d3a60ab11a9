import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { addMember, createGroup } from '../acts/decide-group.ts'
import type { EntraContext } from '../context.ts'
import { findGroup, findUser } from '../state/find.ts'
import { GroupName, RuleState, UserName } from './inputs.ts'

const Input = z.strictObject({
  name: z.string().min(1),
  description: z.string().optional(),
  type: z.enum(['security', 'microsoft365']).default('security'),
  securityEnabled: z.boolean().optional(),
  membershipRule: z.string().optional().describe('user.department -eq "Sales"'),
  membershipRuleProcessingState: RuleState.optional(),
  members: z.array(UserName).default([]),
  groups: z.array(GroupName).default([]).describe('Groups nested in this one'),
})

export const createGroupVerb = ({ ports }: EntraContext) =>
  defineVerb({
    name: 'create-group',
    describes: 'Creates a security or Microsoft 365 group, with members or with a rule of dynamic membership.',
    input: Input,
    run: ({ name, members, groups, ...rest }) => {
      const { view, ids } = ports
      const memberIds = [
        ...members.map((one) => findUser(view, one).id),
        ...groups.map((one) => findGroup(view, one).id),
      ]
      const [group, changes] = createGroup(view, { displayName: name, ...rest }, ports.now(), ids)
      ports.commit([...changes, ...memberIds.flatMap((id) => addMember(view, group, id))])
      return { id: group.id }
    },
  })
