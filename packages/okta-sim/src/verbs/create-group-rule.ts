import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { createRule } from '../plan/group-rules.ts'
import { findGroup } from '../plan/org.ts'
import { GroupName } from './inputs.ts'

export function createGroupRuleVerb(engine: Engine) {
  return defineVerb({
    name: 'create-group-rule',
    describes: 'Makes a group rule: users that fit its expression are put into its groups, once it is activated.',
    input: z.strictObject({
      name: z.string().min(1).describe('Name of the rule'),
      expression: z.string().min(1).describe("True for whom it is, such as user.department == 'Sales'"),
      groups: z.array(GroupName).min(1).describe('Groups that they are put into'),
    }),
    run({ name, expression, groups }) {
      const groupIds = groups.map((group) => findGroup(engine.org, group).id)
      return engine.act(createRule(engine.org, { name, expression, groupIds }, engine.maker))
    },
  })
}
