// Which acts are drawn, and how often. Whether one is legal at a point of a history, the history says.
import * as fc from 'fast-check'
import type { Drawn } from '../drawn.ts'
import type { Act } from './act.ts'

const user = fc.constantFrom('u0', 'u1', 'u2', 'u3')
/** Two who are not there at the beginning. */
const anybody = fc.constantFrom('u0', 'u1', 'u2', 'u3', 'u4', 'u5')
const group = fc.constantFrom('g0', 'g1', 'g2')
const title = fc.constantFrom('A', 'B')

/** What the connector’s own tests live. */
export const EVENTS: readonly Drawn<Act>[] = [
  ...(['add-member', 'remove-member'] as const).map((act) => one(2.5, act, { user, group })),
  ...(['bind-group', 'unbind-group'] as const).map((act) => one(1.5, act, { group })),
  ...(['suspend-user', 'reactivate-user', 'expire-password', 'set-password'] as const).map((act) =>
    one(0.75, act, { user }),
  ),
  one(2, 'update-user', { user, field: fc.constant('jobTitle' as const), value: title }),
  ...(['bind-user', 'unbind-user'] as const).map((act) => one(0.5, act, { user })),
  one(1, 'delete-group', { group }),
  one(1, 'delete-user', { user }),
  one(1, 'rename-group', { group, name: fc.constantFrom('r0', 'r1') }),
]

/** And who comes, is renamed and marries. */
export const LIVES: readonly Drawn<Act>[] = [
  ...EVENTS,
  one(1.5, 'create-user', { user: anybody }),
  one(1, 'create-group', { group }),
  one(1, 'rename-user', { user, name: fc.constantFrom('u0', 'v0', 'v1') }),
  one(1, 'update-user', { user, field: fc.constantFrom('firstname' as const, 'lastname' as const), value: title }),
  one(4, 'look', {}),
]

function one<Name extends Act['act']>(
  weight: number,
  name: Name,
  parts: { readonly [Key in keyof Extract<Act, { act: Name }>]?: fc.Arbitrary<unknown> },
): Drawn<Act> {
  // The parts are those of the act of that name, which is what the parameter says.
  const arbitrary = fc.record({ act: fc.constant(name), ...parts }) as unknown as fc.Arbitrary<Act>
  return { names: [name], weight, arbitrary }
}
