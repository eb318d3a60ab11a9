// What goes wrong on the wire while Okta carries out one act. Whatever became of it, the same act is there once the fault is lifted and the
// administrator has sent again what failed (okta-behaviour.md O601, O603, O607).
import type { Drawn } from '@scimulator/oracle'
import type { Fault } from '@scimulator/shared/behaviour'
import * as fc from 'fast-check'

/** Strikes the next act of an administrator. */
export interface FaultAct {
  readonly act: 'fault'
  readonly fault: Fault
}

/** What an administrator does after it; never drawn. */
export interface Mending {
  readonly act: 'mend'
}

const LOST = (['lost-answer', 'hang', 'refused'] as const).map((kind) => ({ kind }))

/** A 404 is not among them, which means something to Okta (O205, O430); neither is a 200 for what nobody has carried out. */
const effect = fc.oneof(
  fc.record({
    kind: fc.constant('answer' as const),
    status: fc.constantFrom(503, 502, 504, 500, 400, 401),
    headers: fc.constant({}),
    body: fc.constant(''),
  }),
  ...[{}, { 'Retry-After': '3600' }].map((headers) =>
    fc.constant({ kind: 'answer' as const, status: 429, headers, body: '' }),
  ),
  fc.constantFrom(...LOST),
  fc.constant({ kind: 'cut' as const, bytes: 20 }),
)

const on = fc.constantFrom(
  {},
  ...(['/Users', '/Groups'] as const).map((path) => ({ path })),
  ...(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const).map((method) => ({ method })),
)

export const TROUBLE: Drawn<FaultAct> = {
  names: ['fault'],
  weight: 4,
  arbitrary: fc.record({
    act: fc.constant('fault' as const),
    fault: fc.record({ on, effect, skip: fc.constant(0) }) as fc.Arbitrary<Fault>,
  }),
}

/**
 * A push that failed with its people is behind them still once they have arrived: of a change of people a group is not told (O418), so it is
 * pushed once more.
 */
export function mendingSteps(pushed: readonly string[]): readonly object[] {
  return [
    { 'lift-faults': {} },
    { advance: UNTIL_TRIED },
    { 'okta.retry-tasks': {} },
    ...pushed.map((group) => ({ 'okta.push-now': { group } })),
  ]
}

/** Longer than it is waited after a 429. */
const UNTIL_TRIED = '1d'
