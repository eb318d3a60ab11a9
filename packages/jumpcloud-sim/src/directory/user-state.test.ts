import { describe, expect, test } from 'vitest'
import { settleState } from './user-state.ts'

describe('settleState', () => {
  test.each([
    [{ state: 'STAGED' }, 'ACTIVATED', 'STAGED'],
    [{ state: 'SUSPENDED' }, 'ACTIVATED', 'SUSPENDED'],
    [{ state: 'SUSPENDED', suspended: true }, 'ACTIVATED', 'SUSPENDED'],
    [{ state: 'ACTIVATED', suspended: false }, 'SUSPENDED', 'ACTIVATED'],
    [{ suspended: true }, 'STAGED', 'SUSPENDED'],
    [{ suspended: false }, 'SUSPENDED', 'ACTIVATED'],
    [{ suspended: false }, 'STAGED', 'STAGED'],
    [{}, 'SUSPENDED', 'SUSPENDED'],
  ] as const)('%j over %s gives %s', (wanted, before, state) => {
    expect(settleState(wanted, before)).toEqual({ state, suspended: state === 'SUSPENDED' })
  })

  test.each([
    ['ACTIVATED', true],
    ['STAGED', true],
    ['SUSPENDED', false],
  ] as const)('refuses state=%s with suspended=%s', (state, suspended) => {
    expect(() => settleState({ state, suspended }, 'ACTIVATED')).toThrow(
      `Cannot save conflicting state and suspended fields. (state=${state} suspended=${suspended})`,
    )
  })
})
