import type { RuleId } from '../../src/lark/values/rule-id.ts'
import { RULE_IDS } from '../../src/lark/values/rule-id.ts'

/** Set by `npm run coverage:mutate`, which turns one rule off at a time and expects a proof of it to fail. */
export const rulesOff: ReadonlySet<RuleId> = new Set(
  RULE_IDS.filter((id) => id === process.env.SCIMULATOR_TEST_RULE_OFF),
)
