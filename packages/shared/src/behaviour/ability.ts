/** What a scenario can need of an endpoint and a correct endpoint may lack. */
export const ABILITIES = [
  'groups',
  'put',
  'delete',
  'soft-delete',
  'filter-external-id',
  'filter-email',
  'filter-title',
  'filter-group-external-id',
  'users-without-email',
  'hundred-a-page',
  'nested-groups',
  'unique-group-names',
  'folded-slashes',
  'run-clock',
] as const
export type Ability = (typeof ABILITIES)[number]
