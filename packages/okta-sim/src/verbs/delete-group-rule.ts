import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { steps } from '../plan/changes.ts'
import { pushesOfRule, withoutRule } from '../plan/group-rules.ts'
import { findGroupRule } from '../plan/org.ts'
import { withFollowing } from '../plan/people.ts'
import { OfGroupRule } from './inputs.ts'

export function deleteGroupRuleVerb(engine: Engine) {
  return defineVerb({
    name: 'delete-group-rule',
    describes: 'Deletes a group rule; users that it has put into groups stay there, or go.',
    input: OfGroupRule.extend({
      removeUsers: z.boolean().default(false).describe('Takes out whom the rule has put in'),
    }),
    run({ rule, removeUsers }) {
      const { org, maker } = engine
      const known = findGroupRule(org, rule)
      const { step, users } = withoutRule(org, known, removeUsers)
      const followed = withFollowing(org, step, users, maker)
      return engine.act(
        steps(
          followed,
          users.length > 0 ? pushesOfRule(org, known, followed.changes, maker) : { changes: [], log: [] },
        ),
      )
    },
  })
}
