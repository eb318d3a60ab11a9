import { parameter, type StrictFunction } from '../expression-function.ts'
import { elementText, failure } from '../value.ts'

/**
 * `SingleAppRoleAssignment([appRoleAssignments])`: the `value` of the user's only app role. No role is null. Several
 * roles are an error, or the first one under the switch `severalAppRoles: first`.
 * Source: Microsoft function reference [documented]; azure-docs#42487 for the error [decided].
 */
export const singleAppRoleAssignment: StrictFunction = {
  kind: 'strict',
  name: 'SingleAppRoleAssignment',
  listed: true,
  describes: 'The only app role of the user.',
  example: { expression: 'SingleAppRoleAssignment([appRoleAssignments])', result: 'User' },
  parameters: [parameter('appRoleAssignments', { takesList: true })],
  evaluate: (given, run) => {
    const assigned = given[0] ?? null
    if (assigned === null || typeof assigned === 'string') return assigned
    if (assigned.length > 1 && run.environment.switches.severalAppRoles === 'error') {
      return failure(`No more than one app role assignment was expected, but there are ${assigned.length}.`)
    }
    const first = assigned[0]
    if (first === undefined) return null
    return typeof first === 'string' ? elementText(first) : first.value
  },
}
