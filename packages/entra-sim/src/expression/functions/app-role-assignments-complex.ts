import { parameter, type StrictFunction } from '../expression-function.ts'

/**
 * `AppRoleAssignmentsComplex([appRoleAssignments])`: every app role of the user, as a list of complex values. How an
 * element is written on the wire depends on the request (POST, PATCH, dialect) and is decided by the mapping, not here.
 * A later PATCH only ever adds roles. No role is null. Source: Microsoft function reference [documented].
 */
export const appRoleAssignmentsComplex: StrictFunction = {
  kind: 'strict',
  name: 'AppRoleAssignmentsComplex',
  listed: true,
  describes: 'All app roles of the user, as complex values; a later request adds roles and takes none away.',
  example: { expression: 'AppRoleAssignmentsComplex([appRoleAssignments])', result: 'User' },
  parameters: [parameter('appRoleAssignments', { takesList: true })],
  evaluate: (given) => given[0] ?? null,
}
