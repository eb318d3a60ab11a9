import { defineVerb } from '@scimulator/shared/behaviour'
import type { Engine } from '../engine.ts'
import { findGroupRule } from '../plan/org.ts'
import { deactivateRule } from '../plan/people.ts'
import { OfGroupRule } from './inputs.ts'

export function deactivateGroupRuleVerb(engine: Engine) {
  return defineVerb({
    name: 'deactivate-group-rule',
    describes: 'Deactivates a group rule: users that it has put in stay, and no user comes or goes by it any more.',
    input: OfGroupRule,
    run: ({ rule }) => engine.act(deactivateRule(findGroupRule(engine.org, rule), engine.maker)),
  })
}
