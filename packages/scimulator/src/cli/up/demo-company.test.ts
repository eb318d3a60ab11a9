import { expect, test } from 'vitest'
import { demoCompany } from './demo-company.ts'

test('everybody has an address of their own, and the group of their department', () => {
  const { people, groups } = demoCompany(500)
  expect(new Set(people.map(({ email }) => email)).size).toBe(500)
  expect(groups.flatMap(({ members }) => members).sort()).toEqual(people.map(({ key }) => key).sort())
  for (const { name, members } of groups)
    expect(new Set(people.filter(({ key }) => members.includes(key)).map((one) => one.department))).toEqual(
      new Set([name]),
    )
})

test('most addresses are a name and nothing else', () => {
  const { people } = demoCompany(48)
  expect(people.filter(({ email }) => /\d/.test(email)).length).toBeLessThan(3)
})
