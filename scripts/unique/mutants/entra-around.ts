import { inFile, type Mutant } from './mutant.ts'

export const ENTRA_AROUND: readonly Mutant[] = [
  ...inFile('entra-sim/src/directory/guest-name.ts', [
    { name: 'a guest keeps the mark in his name', right: 'mark === -1', wrong: 'true' },
  ]),
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
  ...inFile('entra-sim/src/scoping/compile-scope.ts', [
    {
      name: 'an empty attribute passes NOT EQUALS',
      right: 'one.operator.ofEmpty',
      wrong: 'one.operator.ofEmpty || /^NOT/.test(one.operator.name)',
    },
    {
      name: 'one clause of a filter group is enough',
      right: 'holds && isTrue',
      wrong: 'group.clauses.length > 1 ? holds || isTrue : isTrue',
    },
    {
      name: 'several filter groups must all hold',
      right: 'list.length === 0 || results.includes(true)',
      wrong: 'results.every(Boolean)',
    },
  ]),
  ...inFile('entra-sim/src/mapping/member-body.ts', [
    {
      name: 'a removal of members has a list as its value with the flag too',
      right: "dialect === 'legacy'",
      wrong: 'true',
      within: "if (dialect === 'legacy') return patchBody",
    },
    {
      name: 'a removal of members has a path for each without the flag too',
      right: "dialect === 'legacy'",
      wrong: 'false',
      within: "if (dialect === 'legacy') return patchBody",
    },
    {
      name: 'a membership without the flag is added in lower case',
      right: "memberOp === 'add' ? 'Add' : 'Replace'",
      wrong: 'memberOp',
    },
  ]),
  ...inFile('entra-sim/src/graph/operations/applications.ts', [
    { name: 'assignments of a role are deleted with it', right: 'lost', wrong: 'false', within: 'if (lost) throw' },
  ]),
  ...inFile('entra-sim/src/graph/operations/assignments.ts', [
    { name: 'a principal is assigned the same role twice', right: 'held.includes(appRoleId)', wrong: 'false' },
  ]),
  ...inFile('entra-sim/src/graph/operations/provision-on-demand.ts', [
    { name: 'provision on demand takes more calls than its limit', right: 'recent.length >= CALLS', wrong: 'false' },
    { name: 'provision on demand takes several subjects', right: '!subject || others.length > 0', wrong: '!subject' },
  ]),
  ...inFile('entra-sim/src/graph/operations/secret-list.ts', [
    { name: 'a secret of any key is stored', right: '!SECRET_KEYS.has(key)', wrong: 'false' },
  ]),
  ...inFile('entra-sim/src/graph/operations/groups.ts', [
    {
      name: 'a group is deleted for good by Graph that has people in it',
      right: 'isDynamic && members.length > 0',
      wrong: 'false',
    },
  ]),
  ...inFile('entra-sim/src/graph/operations/object-connections.ts', [
    { name: 'object connections are in v1.0 too', right: "version !== 'beta'", wrong: 'false' },
  ]),
]
