import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultExpressionSwitches } from '../environment.ts'
import { evaluateText } from '../evaluate-text.ts'

const error = { error: expect.any(String) }
const admin = { id: '1', value: 'admin', displayName: 'Admin' }
const reader = { id: '2', value: 'reader', displayName: 'Reader' }

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state / 2147483648
  }
}

test('DefaultDomain comes from the environment and is an error without one', () => {
  const text = 'Join("@", [mailNickname], DefaultDomain())'
  expect(evaluateText(text, { mailNickname: 'john' }, { defaultDomain: 'contoso.example' })).toBe(
    'john@contoso.example',
  )
  expect(evaluateText(text, { mailNickname: 'john' })).toEqual(error)
})

test('Guid takes ids from the environment and writes them in lower case', () => {
  const newGuid = () => 'AAAAAAAA-0000-4000-8000-000000000001'
  expect(evaluateText('Guid()', {}, { newGuid })).toBe('aaaaaaaa-0000-4000-8000-000000000001')
})

test('Redact lets the value through and marks the expression', () => {
  expect(evaluateText('Redact([x])', { x: 'secret' })).toBe('secret')
})

describe('RandomString', () => {
  test('has exactly the documented make-up and repeats with the seed', () => {
    const text = 'RandomString(6,3,0,0,3)'
    const value = evaluateText(text, {}, { random: seeded(7) })
    expect(String(value).replace(/[^0-9]/g, '')).toHaveLength(3)
    expect(String(value).replace(/[^a-z]/g, '')).toHaveLength(3)
    expect(evaluateText(text, {}, { random: seeded(7) })).toBe(value)
    expect(evaluateText(text, {}, { random: seeded(8) })).not.toBe(value)
  })

  test('meets its minima and avoids characters for any seed', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), (seed) => {
        const text = 'RandomString(12,2,2,2,2,"abc0O!")'
        const value = String(evaluateText(text, {}, { random: seeded(seed) }))
        expect(value).toHaveLength(12)
        expect(value).not.toMatch(/[abc0O!]/)
        expect(value).toMatch(/(\d.*){2}/)
        expect(value).toMatch(/([A-Z].*){2}/)
        expect(value).toMatch(/([a-z].*){2}/)
        expect(value).toMatch(/([^A-Za-z0-9].*){2}/)
      }),
    )
  })

  test.each([
    'RandomString(257,0,0,0,0)',
    'RandomString(5,3,3,0,0)',
    'RandomString("x",3,3,0,0)',
    'RandomString(4,4,0,0,0,"0123456789")',
  ])('%s is an error', (text) => {
    expect(evaluateText(text)).toEqual(error)
  })

  test('uses letters and digits when every minimum is zero', () => {
    expect(evaluateText('RandomString(20,0,0,0,0)', {}, { random: seeded(3) })).toMatch(/^[A-Za-z0-9]{20}$/)
  })
})

describe('SelectUniqueValue', () => {
  const rules =
    'SelectUniqueValue(Append("John.Smith", "@c.com"), Append("J.Smith", "@c.com"), Append("Jo.Smith", "@c.com"))'
  test.each([
    [[], 'John.Smith@c.com'],
    [['John.Smith@c.com'], 'J.Smith@c.com'],
    [['John.Smith@c.com', 'J.Smith@c.com'], 'Jo.Smith@c.com'],
    [['John.Smith@c.com', 'J.Smith@c.com', 'Jo.Smith@c.com'], error],
  ])('given %j taken it gives %j', (taken: readonly string[], expected) => {
    expect(evaluateText(rules, {}, { takenValues: new Set(taken) })).toEqual(expected)
  })

  test('does not evaluate a rule after a free value', () => {
    expect(evaluateText('SelectUniqueValue("a", CDate("never"))')).toBe('a')
  })
})

describe('app roles', () => {
  test.each([
    ['SingleAppRoleAssignment([appRoleAssignments])', [admin], 'admin'],
    ['SingleAppRoleAssignment([appRoleAssignments])', [], null],
    ['SingleAppRoleAssignment([appRoleAssignments])', [admin, reader], error],
    ['AppRoleAssignmentsComplex([appRoleAssignments])', [admin, reader], [admin, reader]],
    ['AssertiveAppRoleAssignmentsComplex([appRoleAssignments])', [admin], [admin]],
    ['ToLower([appRoleAssignments])', [admin], '{"id":"1","value":"admin","displayname":"admin"}'],
  ])('%s with %j is %j', (text, appRoleAssignments, expected) => {
    expect(evaluateText(text, { appRoleAssignments })).toEqual(expected)
  })

  test('the switch severalAppRoles takes the first role', () => {
    const switches = { ...defaultExpressionSwitches, severalAppRoles: 'first' as const }
    const source = { appRoleAssignments: [admin, reader] }
    expect(evaluateText('SingleAppRoleAssignment([appRoleAssignments])', source, { switches })).toBe('admin')
  })
})
