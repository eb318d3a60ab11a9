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
  parameters: [parameter('appRoleAssignments', { takesList: true })],
  evaluate: (given) => given[0] ?? null,
}
