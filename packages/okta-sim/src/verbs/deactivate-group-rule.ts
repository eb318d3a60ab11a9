import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import type { Engine } from '../engine.ts'
import { setRuleStatus } from '../plan/group-rules.ts'
import { findGroupRule } from '../plan/org.ts'
import { OfGroupRule } from './inputs.ts'

export function deactivateGroupRuleVerb(engine: Engine) {
  return defineVerb({
    name: 'deactivate-group-rule',
    describes: 'Deactivates a group rule: users that it has put in stay, and no user comes or goes by it any more.',
    input: OfGroupRule,
    run({ rule }) {
      const known = findGroupRule(engine.org, rule)
      if (known.status !== 'ACTIVE')
        throw new VerbError('conflict', `The rule is ${known.status}; it has to be ACTIVE.`)
      return engine.act({ changes: [setRuleStatus(known, 'INACTIVE', engine.maker)], log: [] })
    },
  })
}
