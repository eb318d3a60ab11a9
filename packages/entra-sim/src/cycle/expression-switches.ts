import type { EntraSwitches } from '../behaviour.ts'
import type { ExpressionSwitches } from '../expression/index.ts'

/** The part of the tenant's switches that the expression language knows. */
export function expressionSwitches(switches: EntraSwitches): ExpressionSwitches {
  return {
    iifBranches: switches.iifBranches,
    iifNullCondition: switches.iifNullCondition,
    switchBranches: switches.switchBranches,
    switchDefault: switches.switchDefault,
    coalesceEmpty: switches.coalesceEmpty,
    splitItems: switches.splitItems,
    severalAppRoles: switches.severalAppRoles,
    twoDigitYearMax: switches.twoDigitYearMax,
  }
}
