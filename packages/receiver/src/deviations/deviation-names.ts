import { z } from 'zod'

/** What a receiver can do wrong, by name. Each has a file in this folder that says which pain it reproduces. */
export const DeviationName = z.enum([
  'no-soft-delete',
  'delete-not-supported',
  'filter-answers-404',
  'case-sensitive-user-name',
  'wrong-items-per-page',
  'integer-ids',
  'string-booleans-refused',
  'member-remove-empties-group',
  'inactive-users-hidden',
  'members-despite-excluded',
  'slow',
  'put-requires-all',
  'string-false-is-true',
  'conflict-without-scim-type',
  'conflict-answers-500',
  'unknown-filter-returns-all',
  'external-id-not-echoed',
  'charset-refused',
  'first-page-only',
  'patch-without-path-ignored',
  'error-without-body',
  'answers-html-error',
])
export type DeviationName = z.infer<typeof DeviationName>
