// Which acts are drawn, and how often. Whether one is legal at a point of a history, the history says.
import * as fc from 'fast-check'
import type { Drawn } from '../drawn.ts'
import type { Act } from './act.ts'

const user = fc.constantFrom('u0', 'u1', 'u2', 'u3')
const group = fc.constantFrom('g0', 'g1', 'g2')
const name = fc.constantFrom('g0', 'g1', 'r0', 'r1')

export const EVENTS: readonly Drawn<Act>[] = [
  ...(['add-member', 'remove-member'] as const).map((act) => one(3, act, { user, group })),
  ...(['assign-user', 'unassign-user'] as const).map((act) => one(1.5, act, { user })),
  ...(['assign-group', 'unassign-group'] as const).map((act) => one(1.5, act, { group })),
  ...(['suspend-user', 'unsuspend-user', 'deactivate-user', 'activate-user'] as const).map((act) =>
    one(0.75, act, { user }),
  ),
  ...(['delete-user', 'create-user'] as const).map((act) => one(0.75, act, { user })),
  one(2, 'update-user', { user, title: fc.constantFrom('A', 'B', null) }),
  one(1, 'rename-user', { user, name: fc.constantFrom('u0', 'v0', 'v1') }),
  one(1, 'rename-group', { group, name }),
  one(2, 'push-group', { group }),
  one(1, 'push-group', { group, link: name }),
  ...(['push-now', 'deactivate-group-push', 'activate-group-push'] as const).map((act) => one(1, act, { group })),
  one(1, 'unlink-group', { group, deleteTarget: fc.boolean() }),
  ...(['changed-at-target', 'disabled-at-target'] as const).map((act) => one(0.75, act, { user })),
  one(0.75, 'removed-at-target', { user, group }),
]

function one(weight: number, act: Act['act'], members: Readonly<Record<string, fc.Arbitrary<unknown>>>): Drawn<Act> {
  // The members are those of the act that is named.
  const arbitrary = fc.record({ act: fc.constant(act), ...members }) as fc.Arbitrary<Act>
  return { names: [act], weight, arbitrary }
}
