import { inFile, type Mutant } from '../mutant.ts'

export const STATE_MUTANTS: readonly Mutant[] = [
  ...inFile('entra-sim/src/state/assigned-roles.ts', [
    {
      name: 'default access entitles while the app has roles',
      right: 'roleId !== DEFAULT_ACCESS_ROLE || !hasRoles',
      wrong: 'true',
    },
    {
      name: 'default access never entitles',
      right: 'roleId !== DEFAULT_ACCESS_ROLE || !hasRoles',
      wrong: 'roleId !== DEFAULT_ACCESS_ROLE',
    },
    {
      name: 'a group in the bin still entitles',
      right: 'deletedAt === undefined && securityEnabled',
      wrong: 'securityEnabled',
    },
    {
      name: 'a group without securityEnabled entitles',
      right: 'deletedAt === undefined && securityEnabled',
      wrong: 'deletedAt === undefined',
    },
  ]),
  ...inFile('entra-sim/src/state/dynamic-membership.ts', [
    {
      name: 'who fulfils a rule no more stays in the dynamic group',
      right: 'present === view.memberships.has(group.id, user.id)',
      wrong: 'present === view.memberships.has(group.id, user.id) || !present',
    },
  ]),
]
