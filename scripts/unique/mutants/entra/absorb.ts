import { inFile, type Mutant } from '../mutant.ts'

export const ABSORB_MUTANTS: readonly Mutant[] = [
  ...inFile('entra-sim/src/absorb/absorb.ts', [
    {
      name: 'who is matched is not linked at once',
      right: "purpose !== 'create' && purpose !== 'match'",
      wrong: "purpose !== 'create'",
    },
    {
      name: 'a created person is linked with the end of the cycle only',
      right: "purpose !== 'create' && purpose !== 'match'",
      wrong: "purpose !== 'match'",
    },
    {
      name: 'who leaves the scope stays managed',
      right: "link.managed && intent.cause !== 'outOfScope'",
      wrong: 'link.managed',
    },
    {
      name: 'a soft deletion that was disabled is not remembered',
      right: "intent.cause === 'softDeleted'",
      wrong: 'false',
      within: "deletionSeen: intent.cause === 'softDeleted'",
    },
    {
      name: 'a soft deletion whose disable failed is not remembered',
      right: "(intent.kind === 'remove' || intent.kind === 'stage') && intent.cause === 'softDeleted'",
      wrong: 'false',
    },
    {
      name: 'a deleted person stays linked',
      right: "intent.kind === 'remove' && intent.action === 'delete'",
      wrong: 'false',
    },
    {
      name: 'who is skipped still owes what failed before',
      right: "clearEscrow(view, intent.objectId, 'object')",
      wrong: '[]',
      within: "clearEscrow(view, intent.objectId, 'object'),\n    ...clearEscrow",
    },
    {
      name: 'what is forgotten stays linked',
      right: '[...settled, ...forget(view, intent.objectId)]',
      wrong: 'settled',
      within: "case 'forget':\n      return [...settled, ...forget(view, intent.objectId)]",
    },
  ]),
]
