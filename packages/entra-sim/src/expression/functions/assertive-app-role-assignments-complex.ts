import { parameter, type StrictFunction } from '../expression-function.ts'

/**
 * `AssertiveAppRoleAssignmentsComplex([appRoleAssignments])`: as `AppRoleAssignmentsComplex`, but a PATCH replaces the
 * whole of `roles`, so that unassigned roles disappear. Source: Microsoft, Customize attribute mappings [documented];
 * it is not in the function reference.
 */
export const assertiveAppRoleAssignmentsComplex: StrictFunction = {
  kind: 'strict',
  name: 'AssertiveAppRoleAssignmentsComplex',
  listed: false,
  describes: 'All app roles of the user, as complex values that take the place of those at the target.',
  example: { expression: 'AssertiveAppRoleAssignmentsComplex([appRoleAssignments])', result: 'User' },
  parameters: [parameter('appRoleAssignments', { takesList: true })],
  evaluate: (given) => given[0] ?? null,
}
