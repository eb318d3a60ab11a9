import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { updateGroup } from '../acts/decide-group.ts'
import type { EntraContext } from '../context.ts'
import { findGroup } from '../state/find.ts'
import { GroupName, RuleState } from './inputs.ts'

const Input = z.strictObject({
  group: GroupName,
  description: z.string().optional(),
  membershipRule: z.string().optional(),
  membershipRuleProcessingState: RuleState.optional(),
})

export const updateGroupVerb = ({ ports }: EntraContext) =>
  defineVerb({
    name: 'update-group',
    describes:
      'Changes a group’s description or the rule of its dynamic membership, or pauses the processing of that rule.',
    input: Input,
    run: ({ group, ...update }) => {
      ports.commit(updateGroup(ports.view, findGroup(ports.view, group), update))
    },
  })
