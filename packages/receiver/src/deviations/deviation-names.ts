import { z } from 'zod'

/** What a receiver can do wrong, by name. Each has a file in this folder that says which pain it reproduces. */
export const DeviationName = z.enum([
  'no-soft-delete',
  'delete-not-supported',
  'filter-answers-404',
  'case-sensitive-user-name',
  'wrong-items-per-page',
  'string-booleans-refused',
  'string-false-is-true',
  'member-remove-empties-group',
  'member-add-replaces',
  'inactive-users-hidden',
  'members-despite-excluded',
  'put-requires-all',
  'conflict-without-scim-type',
  'conflict-answers-500',
  'unknown-filter-returns-all',
  'external-id-not-echoed',
  'external-id-not-filterable',
  'charset-refused',
  'first-page-only',
  'patch-without-path-ignored',
  'filtered-add-refused',
  'manager-as-string',
  'discovery-missing',
  'error-without-body',
  'user-agent-required',
  'integer-ids',
  'double-slash-refused',
  'slow',
])
export type DeviationName = z.infer<typeof DeviationName>
