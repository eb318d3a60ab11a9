import { inFile, type Mutant } from '../mutant.ts'

export const GRAPH_MUTANTS: readonly Mutant[] = [
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
