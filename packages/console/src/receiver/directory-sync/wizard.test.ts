import { expect, test } from 'vitest'
import {
  configurationOf,
  EMPTY_FORM,
  formOf,
  stepOf,
  ticked,
  withAnotherRule,
  withoutRule,
  withRule,
} from './wizard.ts'

test('what nobody has filled in is not sent, and nothing that a kind’s page does not have', () => {
  const common = { memberDeletionRule: 'deactivate', identifyingAttributes: ['email'], workforceTypeRules: [] }
  expect(configurationOf('JumpCloud', EMPTY_FORM)).toEqual(common)
  expect(configurationOf('Entra ID', EMPTY_FORM)).toEqual({ ...common, memberNotification: false })
})

test('a row that is filled in by half is sent, so that the program can say what is missing', () => {
  const rules = withRule(EMPTY_FORM.workforceTypeRules, 0, { employeeType: 'Regular' })
  expect(configurationOf('JumpCloud', { ...EMPTY_FORM, workforceTypeRules: rules })).toMatchObject({
    workforceTypeRules: [{ employeeType: 'Regular', workforceType: '' }],
  })
})

test('there are fifteen rows at most, and one at least', () => {
  let rules = EMPTY_FORM.workforceTypeRules
  for (let n = 0; n < 20; n += 1) rules = withAnotherRule(rules)
  expect(rules).toHaveLength(15)
  for (let n = 0; n < 20; n += 1) rules = withoutRule(rules, 0)
  expect(rules).toEqual([{ employeeType: '', workforceType: '' }])
})

test('a saved source comes back as it is sent', () => {
  const source = {
    workforceTypeRules: [{ employeeType: 'Regular', workforceType: 'regular employee' }],
    memberNotification: true,
    memberDeletionRule: 'reject',
    administratorNotification: ['a@contoso.example'],
    identifyingAttributes: ['mobile'],
  } as const
  expect(configurationOf('Entra ID', formOf(source))).toEqual(source)
})

test.each([
  [undefined, true, 1],
  ['3', true, 3],
  ['3', false, 1],
  ['9', true, 1],
  ['two', true, 1],
])('step %s, begun: %s, is page %i', (text, hasBegun, page) => {
  expect(stepOf(text, hasBegun)).toBe(page)
})

test('ticks keep the order of the page', () => {
  expect(ticked(['a', 'b', 'c'], ['c'], 'a', true)).toEqual(['a', 'c'])
  expect(ticked(['a', 'b', 'c'], ['a', 'c'], 'c', false)).toEqual(['a'])
})
