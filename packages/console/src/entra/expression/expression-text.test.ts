import { expect, test } from 'vitest'
import { namedAttributes, outcomeText, partOf, typed, withPart } from './expression-text.ts'

test('a part is put at the end, and a value is told as what it is', () => {
  expect(withPart('  ', '[mail]')).toBe('[mail]')
  expect(withPart('Trim(', '[mail]')).toBe('Trim( [mail]')
  expect(outcomeText({ outcome: 'value', values: ['a', 'b'], reason: null })).toBe('a, b')
  expect(outcomeText({ outcome: 'value', values: [], reason: null })).toBe('(null)')
  expect(outcomeText({ outcome: 'error', values: [], reason: 'no number' })).toBe('error: no number')
})

test.each([
  ['', '', '', undefined, undefined],
  ['Append', '', '', 'Append(source, suffix)', 'Append(source, suffix)'],
  ['', 'mail', '', undefined, '[mail]'],
  ['ToUpper', 'mail', '', 'ToUpper(source, [culture])', 'ToUpper([mail])'],
  ['Append', 'mail', '"x"', 'Append(source, suffix)', 'Append([mail], "\\"x\\"")'],
])('function "%s", attribute "%s", suffix %s', (name, attribute, suffix, signature, part) => {
  expect(partOf(name, attribute, suffix, signature)).toBe(part)
})

test('values are typed for the attributes that a text names, each once; what is empty is null', () => {
  const names = namedAttributes('Join(" ", [givenName], [surname], [givenName], [extensionAttribute1])')
  expect(names).toEqual(['givenName', 'surname', 'extensionAttribute1'])
  expect(typed({ givenName: 'Ana', surname: '', mail: 'gone@contoso.example' }, names)).toEqual({ givenName: 'Ana' })
})
