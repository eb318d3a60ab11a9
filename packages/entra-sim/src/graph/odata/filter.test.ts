import { describe, expect, test } from 'vitest'
import { GraphError } from '../graph-error.ts'
import { passesFilter } from './evaluate-filter.ts'
import { parseODataFilter } from './filter.ts'

const ana = {
  id: '7b9c0f6e-0000-4000-8000-000000000001',
  displayName: "Ana O'Neil",
  accountEnabled: true,
  employeeId: null,
  level: 3,
  createdDateTime: '2026-01-05T08:00:00Z',
  tags: ['a', 'b'],
  servicePrincipal: { id: 'sp1' },
  addresses: [{ type: 'work', city: 'Oslo' }],
}

describe('a filter on a directory object', () => {
  test.each([
    ["displayName eq 'ana o''neil'", true],
    ["displayName ne 'Bo'", true],
    ["startswith(displayName,'ana') and accountEnabled eq true", true],
    ["endswith(displayName, 'NEIL')", true],
    ["contains(displayName,'x') or level gt 2", true],
    ['not (level ge 3) or level le 2', false],
    ["not startsWith(displayName,'Bo')", true],
    ['level in (1, 2, 3)', true],
    ["displayName in ('x','y')", false],
    ['employeeId eq null', true],
    ['missing eq null', true],
    ["missing eq 'x'", false],
    ['id eq 7B9C0F6E-0000-4000-8000-000000000001', true],
    ['createdDateTime ge 2026-01-05', true],
    ['createdDateTime lt 2026-01-05T08:00:00.000Z', false],
    ['createdDateTime eq 2026-01-05T09:00:00+01:00', true],
    ["tags/any(t:t eq 'b')", true],
    ["tags/any(t:t eq 'z')", false],
    ["addresses/any(a:a/type eq 'work' and a/city eq 'oslo')", true],
    ['addresses/any()', true],
    ["servicePrincipal/id eq 'sp1'", true],
    ["ServicePrincipal/ID eq 'sp1'", true],
    ["constructor eq 'x'", false],
    ["level eq 3 or level eq 4 and displayName eq 'Bo'", true],
  ])('%s is %s for Ana', (text, expected) => {
    expect(passesFilter(parseODataFilter(text), ana, { isCaseSensitive: false })).toBe(expected)
  })

  test('minds case where the audit logs do', () => {
    const filter = parseODataFilter("displayName eq 'ana o''neil'")
    expect(passesFilter(filter, ana, { isCaseSensitive: true })).toBe(false)
  })
})

test.each([
  ["accountEnabled eq 'true'", "Found operand types 'Edm.Boolean' and 'Edm.String'"],
  ["accountEnabled ne 'true'", "Found operand types 'Edm.Boolean' and 'Edm.String'"],
  ["accountEnabled in ('true')", "Found operand types 'Edm.Boolean' and 'Edm.String'"],
  ['displayName eq true', "Found operand types 'Edm.String' and 'Edm.Boolean'"],
  ["not(accountEnabled eq 'x')", "Found operand types 'Edm.Boolean' and 'Edm.String'"],
  ['displayName eq Ana', "Could not find a property named 'Ana'"],
  ['displayName ne Ana', "Could not find a property named 'Ana'"],
  ["displayName in (Ana,'Bo')", "Could not find a property named 'Ana'"],
  ["startswith(accountEnabled,'t')", "with name 'startswith'"],
  ["endswith(accountEnabled,'e')", "with name 'endswith'"],
])('%s is refused, because it would find the wrong people', (text, message) => {
  expect(() => passesFilter(parseODataFilter(text), ana, { isCaseSensitive: false })).toThrow(message)
})

test('members of an enumeration are compared without case even there', () => {
  const rules = { isCaseSensitive: true, enumerations: ['provisioningaction'] }
  const passes = (text: string) =>
    passesFilter(parseODataFilter(text), { provisioningAction: 'create', name: 'x' }, rules)
  expect([passes("provisioningAction eq 'Create'"), passes("provisioningAction in ('Create')")]).toEqual([true, true])
  expect([passes("provisioningAction eq 'Delete'"), passes("name eq 'X'")]).toEqual([false, false])
})

test.each([
  ['displayName eq', 'ends too early'],
  ["displayName is 'x'", "Unknown operator 'is'"],
  ["displayName eq 'x", 'not valid at position 15'],
  ["displayName eq 'x' and", 'Expected word'],
  ["(displayName eq 'x'", 'Expected close'],
  ["displayName eq 'x') ", "unexpected ')'"],
  ['length(displayName) eq 3', "'length' is not supported"],
  ['startswith(displayName, 3)', 'takes a text'],
  [`${'('.repeat(5_000)}a eq 1${')'.repeat(5_000)}`, 'nested deeper'],
  [`${'not '.repeat(5_000)}a eq 1`, 'nested deeper'],
  [`a eq 1${' and a eq 1'.repeat(20_000)}`, 'more than 1000 terms'],
  [`a eq 1${' or a eq 1'.repeat(1_000)}`, 'more than 1000 terms'],
])('%.40s is refused', (text, message) => {
  const act = (): unknown => parseODataFilter(text)
  expect(act).toThrow(GraphError)
  expect(act).toThrow(message)
})

test('as many terms as are allowed are read and asked', () => {
  const filter = parseODataFilter(`a eq 2${' or a eq 1'.repeat(999)}`)
  expect(passesFilter(filter, { a: 1 }, { isCaseSensitive: false })).toBe(true)
})
