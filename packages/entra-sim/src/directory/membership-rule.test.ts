import { expect, test } from 'vitest'
import type { EntraUser } from './entra-user.ts'
import { fulfills, parseMembershipRule } from './membership-rule.ts'

const user: EntraUser = {
  id: '1',
  userType: 'Member',
  attributes: {
    userPrincipalName: 'ana@contoso.example',
    displayName: 'Ana',
    department: 'Sales EMEA',
    accountEnabled: true,
  },
  createdAt: 0,
}

test.each([
  ['user.department -eq "sales emea"', true],
  ['user.department -ne "Sales EMEA"', false],
  ['user.department -startsWith "Sales"', true],
  ['user.department -notStartsWith "Sales"', false],
  ['user.department -contains "emea"', true],
  ['user.department -notContains "emea"', false],
  ['user.jobTitle -eq null', true],
  ['user.jobTitle -ne null', false],
  ['user.jobTitle -ne "Boss"', true],
  ['user.accountEnabled -eq true', true],
  ['user.userType -eq "Guest"', false],
  ['(user.department -eq "x") -or (user.displayName -eq "Ana")', true],
  ['user.department -eq "x" -or user.displayName -eq "Ana" -and user.accountEnabled -eq false', false],
  ["user.department -eq 'a -or b' -or user.displayName -eq 'Ana'", true],
])('%s is %s', (text, expected) => {
  const rule = parseMembershipRule(text)
  expect('problem' in rule ? rule.problem : fulfills(user, rule)).toBe(expected)
})

test.each([
  ['department -eq "x"', 'is no comparison'],
  ['user.nothing -eq "x"', 'no attribute "nothing"'],
  ['user.department -match "x"', 'not supported'],
  ['', 'is no comparison'],
])('%s is refused: %s', (text, problem) => {
  expect(parseMembershipRule(text)).toEqual({ problem: expect.stringContaining(problem) })
})

test('nobody in the bin fulfills a rule', () => {
  const rule = parseMembershipRule('user.department -ne "x"')
  expect('problem' in rule ? rule : fulfills({ ...user, deletedAt: 1 }, rule)).toBe(false)
})
