import type { StrictFunction } from '../expression-function.ts'

/**
 * `Guid()`: a new GUID, lower-case and hyphenated, from the ids of the environment.
 * Source: Microsoft function reference [documented].
 */
export const guid: StrictFunction = {
  kind: 'strict',
  name: 'Guid',
  listed: true,
  describes: 'A new GUID.',
  example: { expression: 'Guid()', result: '00000000-0000-0000-0000-000000000000' },
  parameters: [],
  evaluate: (_, run) => run.environment.newGuid().toLowerCase(),
}
