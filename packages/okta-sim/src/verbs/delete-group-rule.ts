import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { Engine } from '../engine.ts'
import { findGroupRule } from '../plan/org.ts'
import { deleteRule } from '../plan/people.ts'
import { OfGroupRule } from './inputs.ts'

export function deleteGroupRuleVerb(engine: Engine) {
  return defineVerb({
    name: 'delete-group-rule',
    describes: 'Deletes a group rule; users that it has put into groups stay there, or go.',
    input: OfGroupRule.extend({
      removeUsers: z.boolean().default(false).describe('Takes out whom the rule has put in'),
    }),
    run: ({ rule, removeUsers }) =>
      engine.act(deleteRule(engine.org, findGroupRule(engine.org, rule), removeUsers, engine.maker)),
  })
}
