// What the oracle of JumpCloud foresees where something goes wrong, by hand from the reference.
import { Fault } from '@scimulator/shared/behaviour'
import { expect, test } from 'vitest'
import type { Act } from './act.ts'
import { History } from './history.ts'

const ANA: readonly Act[] = [
  { act: 'create-user', user: 'u0' },
  { act: 'create-group', group: 'g0' },
  { act: 'add-member', user: 'u0', group: 'g0' },
]
const BIND: Act = { act: 'bind-group', group: 'g0' }
const LIFT: Act = { act: 'lift' }
const WAIT: Act = { act: 'wait' }
const TITLE: Act = { act: 'update-user', user: 'u0', field: 'jobTitle', value: 'A' }

function fault(effect: object, on: object = {}): Act {
  return { act: 'fault', fault: Fault.parse({ on, effect }) }
}

const BUSY = { kind: 'answer', status: 503 }
const REFUSED = { kind: 'answer', status: 400 }

/** `u0+` is an active account, `u0-` one that is not; `g0: u0` a group and who is in it. */
function told({ accounts, teams }: History): readonly string[] {
  const nameOf = (id: string) => accounts.get(id)?.userName ?? id
  return [
    ...[...accounts.values()].map(({ userName, active }) => `${userName}${active ? '+' : '-'}`),
    ...[...teams.values()].map(({ name, members }) => `${name}: ${[...members].map(nameOf).join(' ')}`),
  ]
}

test.each<[title: string, acts: readonly Act[], there: readonly string[]]>([
  ['nothing goes wrong', [...ANA, BIND], ['u0+', 'g0: u0']],
  ['what waits comes through once faults are lifted', [...ANA, fault(BUSY), BIND, LIFT, WAIT], ['u0+', 'g0: u0']],
  ['what is tried three times more in vain is dropped', [...ANA, fault(BUSY), BIND, WAIT, LIFT], []],
  [
    'whoever was dropped comes with the next event, and into the groups',
    [...ANA, fault(BUSY), BIND, WAIT, LIFT, TITLE],
    ['u0+', 'g0: u0'],
  ],
  ['what is refused is not tried again', [...ANA, fault(REFUSED), BIND, LIFT], []],
  [
    'an account whose answer was lost is found by its name',
    [...ANA, fault({ kind: 'lost-answer' }, { method: 'POST', path: '/Users' }), BIND, WAIT],
    ['u0+', 'g0: u0'],
  ],
  [
    'whoever leaves while the target is away stays active there',
    [...ANA, BIND, fault(BUSY), { act: 'delete-user', user: 'u0' }, WAIT, LIFT],
    ['u0+', 'g0: u0'],
  ],
  [
    'a 2xx for a group that never was written is believed',
    [
      ...ANA,
      BIND,
      fault({ kind: 'answer', status: 200, body: '<html>' }, { method: 'PATCH' }),
      { act: 'remove-member', user: 'u0', group: 'g0' },
      LIFT,
    ],
    ['u0-', 'g0: u0'],
  ],
  [
    'an account that is gone is made again, and enters its groups',
    [...ANA, BIND, { act: 'lost-at-target', user: 'u0' }, TITLE],
    ['u0+', 'g0: u0'],
  ],
  ['what somebody set inactive stays so', [...ANA, BIND, { act: 'disabled-at-target', user: 'u0' }], ['u0-', 'g0: u0']],
])('%s', (_title, acts, there) => {
  const history = new History()
  for (const act of acts) expect(history.apply(act), act.act).toBe(true)
  expect(told(history)).toEqual(there)
})

test('while something waits, nothing else is done than to wait for it or to lift what is wrong', () => {
  const history = new History()
  for (const act of [...ANA, fault(BUSY), BIND]) history.apply(act)
  expect([history.isWaiting, history.apply(TITLE), history.apply({ act: 'look' })]).toEqual([true, false, false])
  expect([history.apply(WAIT), history.isWaiting, history.apply(WAIT), history.apply(TITLE)]).toEqual([
    true,
    false,
    false,
    true,
  ])
})
