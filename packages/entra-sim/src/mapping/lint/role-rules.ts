import { everywhere, type LintRule } from './finding.ts'
import { callsOf } from './trees.ts'

const customize = 'Microsoft: Customize attribute mappings (app roles)'

/** Rules about app roles. */
export const roleRules: readonly LintRule[] = [
  {
    id: 'roles-mapped-directly',
    severity: 'error',
    profiles: everywhere,
    why: 'A direct mapping sends the serialised objects.',
    source: customize,
    check: ({ rows }) =>
      rows
        .filter((row) => row.tree?.kind === 'attribute' && row.tree.name === 'appRoleAssignments')
        .map((row) => ({
          row,
          offset: 0,
          message: 'appRoleAssignments is mapped directly.',
          suggestion: 'Write SingleAppRoleAssignment([appRoleAssignments]) or AppRoleAssignmentsComplex(…).',
        })),
  },
  {
    id: 'single-role-fails-on-two',
    severity: 'info',
    profiles: everywhere,
    why: 'A user with two app roles cannot be provisioned: no more than one was expected.',
    source: 'azure-docs#42487',
    check: (context) =>
      callsOf(context, 'SingleAppRoleAssignment').map(({ row, call }) => ({
        row,
        offset: call.span.start,
        message: 'SingleAppRoleAssignment fails for a user with several roles.',
        suggestion: 'Assign one role to each user, or write AppRoleAssignmentsComplex([appRoleAssignments]).',
      })),
  },
  {
    id: 'complex-roles-only-add',
    severity: 'info',
    profiles: everywhere,
    why: 'A PATCH only adds roles, so those that are taken away stay at the target.',
    source: customize,
    check: (context) =>
      callsOf(context, 'AppRoleAssignmentsComplex').map(({ row, call }) => ({
        row,
        offset: call.span.start,
        message: 'AppRoleAssignmentsComplex never removes a role.',
        suggestion: 'Write AssertiveAppRoleAssignmentsComplex where the service alone decides on roles.',
      })),
  },
]
