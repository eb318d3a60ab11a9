import { inFile, type Mutant } from '../mutant.ts'

export const DIRECTORY_MUTANTS: readonly Mutant[] = [
  ...inFile('entra-sim/src/directory/guest-name.ts', [
    { name: 'a guest keeps the mark in his name', right: 'mark === -1', wrong: 'true' },
  ]),
]
