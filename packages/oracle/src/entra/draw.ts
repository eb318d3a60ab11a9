// Which acts are drawn, and how often. Whether one is legal at a point of a history: isLegal.
import * as fc from 'fast-check'
import type { Drawn } from '../drawn.ts'
import type { Act } from './act.ts'

const user = fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8')
const group = fc.constantFrom('g1', 'g2', 'g3', 'g4')
const principal = fc.oneof(user, group)
const name = fc.constantFrom('p1', 'p2', 'p3', 'q1', 'q2').map((local) => `${local}@contoso.example`)
const count = fc.integer({ min: 1, max: 3 })

function orNull<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> {
  return fc.oneof({ weight: 3, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) })
}

const attribute = fc.oneof(
  fc.record({ attribute: fc.constantFrom('displayName', 'givenName', 'surname'), value: fc.constantFrom('a', 'b') }),
  fc.record({
    attribute: fc.constantFrom('jobTitle', 'mail', 'mobile', 'city', 'department', 'employeeType', 'preferredLanguage'),
    value: orNull(fc.constantFrom('a', 'b')),
  }),
)

const effect = fc.oneof(
  fc.record({
    kind: fc.constant('answer' as const),
    status: fc.constantFrom(500, 503, 429, 400, 401, 401, 401, 404),
    headers: fc.constantFrom({}, { 'Retry-After': '3600' }),
    body: fc.constant(''),
  }),
  fc.constant({ kind: 'answer' as const, status: 200, headers: {}, body: '<html>Welcome</html>' }),
  fc.constantFrom(...(['lost-answer', 'sent-twice', 'hang', 'refused'] as const)).map((kind) => ({ kind })),
  fc.constant({ kind: 'cut' as const, bytes: 20 }),
)

const on = fc.constantFrom(
  {},
  ...(['POST', 'PATCH', 'GET', 'DELETE'] as const).flatMap((method) => [
    { method },
    { method, path: '/Users' },
    { method, path: '/Groups' },
  ]),
)

const fault = fc.record({
  on,
  effect,
  skip: fc.integer({ min: 0, max: 2 }),
  times: fc.oneof({ weight: 3, arbitrary: count }, { weight: 1, arbitrary: fc.constant(1_000) }),
})

/** What filters and rules of dynamic groups look at. */
function setDepartment(one: string, value: string | null): Act {
  return { act: 'set', user: one, attribute: 'department', value }
}

const clause = fc.record({
  operator: fc.constantFrom('EQUALS' as const, 'NOT EQUALS' as const, 'IS NULL' as const, 'IS NOT NULL' as const),
  value: fc.constantFrom('a', 'b'),
})

/** What administrators do to people and groups, whom they assign, and time. */
export const DAILY: readonly Drawn<Act>[] = [
  {
    names: ['create-user'],
    weight: 3,
    arbitrary: fc.record({ act: fc.constant('create-user' as const), user, isBlocked: fc.boolean() }),
  },
  {
    names: ['set'],
    weight: 3,
    arbitrary: fc.tuple(user, attribute).map(([one, change]) => ({ act: 'set' as const, user: one, ...change })),
  },
  { names: ['rename'], weight: 1, arbitrary: fc.record({ act: fc.constant('rename' as const), user, name }) },
  {
    names: ['block', 'unblock'],
    weight: 2,
    arbitrary: fc.record({ act: fc.constantFrom('block' as const, 'unblock' as const), user }),
  },
  {
    names: ['delete', 'restore', 'purge'],
    weight: 2,
    arbitrary: fc.record({ act: fc.constantFrom('delete' as const, 'restore' as const, 'purge' as const), user }),
  },
  {
    names: ['manager'],
    weight: 2,
    arbitrary: fc.record({ act: fc.constant('manager' as const), user, manager: orNull(user) }),
  },
  {
    names: ['create-group'],
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('create-group' as const),
      group,
      members: fc.uniqueArray(user, { maxLength: 3 }),
    }),
  },
  { names: ['create-guest'], weight: 1, arbitrary: fc.record({ act: fc.constant('create-guest' as const), user }) },
  {
    names: ['create-dynamic-group'],
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('create-dynamic-group' as const),
      group,
      department: fc.constantFrom('a', 'b'),
    }),
  },
  {
    names: ['set'],
    weight: 1,
    arbitrary: fc.tuple(user, orNull(fc.constantFrom('a', 'b'))).map(([one, value]) => setDepartment(one, value)),
  },
  { names: ['on-demand'], weight: 1, arbitrary: fc.record({ act: fc.constant('on-demand' as const), user }) },
  {
    names: ['rename-group'],
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('rename-group' as const),
      group,
      name: fc.constantFrom('g1', 'g2', 'h1', 'h2'),
    }),
  },
  { names: ['delete-group'], weight: 1, arbitrary: fc.record({ act: fc.constant('delete-group' as const), group }) },
  {
    names: ['add-member', 'remove-member'],
    weight: 4,
    arbitrary: fc.record({
      act: fc.constantFrom('add-member' as const, 'remove-member' as const),
      group,
      member: principal,
    }),
  },
  { names: ['assign'], weight: 6, arbitrary: fc.record({ act: fc.constant('assign' as const), principal }) },
  { names: ['unassign'], weight: 2, arbitrary: fc.record({ act: fc.constant('unassign' as const), principal }) },
  {
    names: ['filter-users'],
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('filter-users' as const), clause: orNull(clause) }),
  },
  {
    names: ['filter-groups'],
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('filter-groups' as const),
      name: orNull(fc.constantFrom('g1', 'g2', 'h1')),
    }),
  },
  { names: ['cycles'], weight: 8, arbitrary: fc.record({ act: fc.constant('cycles' as const), count }) },
]

const mapped = fc.constantFrom('title' as const, 'preferredLanguage' as const)

/** Rows of the mapping of users. */
export const MAPPINGS: readonly Drawn<Act>[] = [
  {
    names: ['map'],
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('map' as const),
      target: mapped,
      source: fc.constantFrom('jobTitle', 'department', 'city', 'preferredLanguage'),
    }),
  },
  { names: ['unmap'], weight: 1, arbitrary: fc.record({ act: fc.constant('unmap' as const), target: mapped }) },
]

/** What is done to the job. */
export const JOB: readonly Drawn<Act>[] = [
  waits(12, 12, 12, 40, 40, 800),
  {
    names: ['scope'],
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('scope' as const), everybody: fc.boolean() }),
  },
  {
    names: ['threshold'],
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('threshold' as const), count: orNull(fc.integer({ min: 0, max: 2 })) }),
  },
  {
    names: ['start', 'stop'],
    weight: 2,
    arbitrary: fc.record({
      act: fc.constantFrom('start' as const, 'start' as const, 'start' as const, 'stop' as const),
    }),
  },
  {
    names: ['restart', 'restart-full', 'save-mapping'],
    weight: 2,
    arbitrary: fc.record({
      act: fc.constantFrom('restart' as const, 'restart-full' as const, 'save-mapping' as const),
    }),
  },
  { names: ['allow-deletes'], weight: 2, arbitrary: fc.record({ act: fc.constant('allow-deletes' as const) }) },
]

/** What goes wrong on the wire and at the target, and a point where all of it is over. */
export const TROUBLE: readonly Drawn<Act>[] = [
  { names: ['fault'], weight: 4, arbitrary: fc.record({ act: fc.constant('fault' as const), fault }) },
  { names: ['lift'], weight: 2, arbitrary: fc.record({ act: fc.constant('lift' as const) }) },
  {
    names: ['lost-at-target'],
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('lost-at-target' as const), principal }),
  },
  { names: ['settle'], weight: 1, arbitrary: fc.record({ act: fc.constant('settle' as const) }) },
]

/** What somebody does to the directory at the target, past the identity provider. */
export const BY_HAND: readonly Drawn<Act>[] = [
  {
    names: ['lost-at-target'],
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('lost-at-target' as const), principal: user }),
  },
  {
    names: ['changed-at-target'],
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('changed-at-target' as const), user }),
  },
  {
    names: ['disabled-at-target'],
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('disabled-at-target' as const), user }),
  },
  {
    names: ['removed-at-target'],
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('removed-at-target' as const), group, user }),
  },
]

/** The same where a history must be short: a month of cycles takes longer than everything else in it, and so is seldom. */
export const JOB_SELDOM_LONG: readonly Drawn<Act>[] = [
  waits(...Array.from({ length: 20 }, () => 12), ...Array.from({ length: 10 }, () => 40), 800),
  ...JOB.slice(1),
]

function waits(...counts: readonly number[]): Drawn<Act> {
  const arbitrary = fc.record({ act: fc.constant('cycles' as const), count: fc.constantFrom(...counts) })
  return { names: ['cycles'], weight: 1, arbitrary }
}
