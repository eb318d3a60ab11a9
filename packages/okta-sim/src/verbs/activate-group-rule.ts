import { defineVerb } from '@scimulator/shared/behaviour'
import type { Engine } from '../engine.ts'
import { findGroupRule } from '../plan/org.ts'
import { activateRule } from '../plan/people.ts'
import { OfGroupRule } from './inputs.ts'

export function activateGroupRuleVerb(engine: Engine) {
  return defineVerb({
    name: 'activate-group-rule',
    describes: 'Activates a group rule: ACTIVE users that it fits come into its groups, now and when they change.',
    input: OfGroupRule,
    run: ({ rule }) => engine.act(activateRule(engine.org, findGroupRule(engine.org, rule), engine.maker)),
  })
}
