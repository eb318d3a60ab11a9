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

/** What others do to the directory at the target, past JumpCloud. */
export const BY_HAND: readonly Drawn<Act>[] = [
  ...(['changed-at-target', 'disabled-at-target', 'lost-at-target'] as const).map((act) => one(0.5, act, { user })),
  one(0.5, 'removed-at-target', { user, group }),
]

const effect = fc.oneof(
  fc.record({
    kind: fc.constant('answer' as const),
    status: fc.constantFrom(503, 502, 504, 500, 400, 401, 404),
    headers: fc.constant({}),
    body: fc.constant(''),
  }),
  fc.constant({ kind: 'answer' as const, status: 429, headers: { 'Retry-After': '3600' }, body: '' }),
  fc.constant({ kind: 'answer' as const, status: 200, headers: {}, body: '<html>Welcome</html>' }),
  fc.constantFrom(...(['lost-answer', 'sent-twice', 'hang', 'refused'] as const)).map((kind) => ({ kind })),
  fc.constant({ kind: 'cut' as const, bytes: 20 }),
)

const on = fc.constantFrom(
  {},
  ...(['/Users', '/Groups'] as const).map((path) => ({ path })),
  ...(['POST', 'PUT', 'PATCH', 'DELETE'] as const).map((method) => ({ method })),
  ...(['GET', 'POST'] as const).flatMap((method) => [
    { method, path: '/Users' },
    { method, path: '/Groups' },
  ]),
)

/** What goes wrong on the wire: every request of a kind, until it is lifted. Which ones a fault strikes that lets some pass, hangs on their order. */
export const TROUBLE: readonly Drawn<Act>[] = [
  one(3, 'fault', { fault: fc.record({ on, effect, skip: fc.constant(0) }) }),
  one(4, 'lift', {}),
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
