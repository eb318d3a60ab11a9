import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import type { Engine } from '../engine.ts'
import { setRuleStatus } from '../plan/group-rules.ts'
import { findGroupRule } from '../plan/org.ts'
import { ruledAnd } from '../plan/people.ts'
import { OfGroupRule } from './inputs.ts'

export function activateGroupRuleVerb(engine: Engine) {
  return defineVerb({
    name: 'activate-group-rule',
    describes: 'Activates a group rule: ACTIVE users that it fits come into its groups, now and when they change.',
    input: OfGroupRule,
    run({ rule }) {
      const known = findGroupRule(engine.org, rule)
      if (known.status !== 'INACTIVE')
        throw new VerbError('conflict', `The rule is ${known.status}; it has to be INACTIVE.`)
      const own = { changes: [setRuleStatus(known, 'ACTIVE', engine.maker)], log: [] }
      const people = engine.org.all('user')
      return engine.act(ruledAnd(engine.org, own, people, people, engine.maker))
    },
  })
}
