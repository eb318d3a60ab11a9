import { inFile, type Mutant } from '../mutant.ts'

export const SCOPING_MUTANTS: readonly Mutant[] = [
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
]
