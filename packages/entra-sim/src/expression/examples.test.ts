import { expect, test } from 'vitest'
import { evaluateText } from './evaluate-text.ts'
import { expressionFunctions } from './registry.ts'
import { textsOf } from './value.ts'

const anna = {
  department: 'Sales',
  telephoneNumber: '+1 555 0100',
  otherMails: ['anna@example.com', 'anna@example.org'],
  appRoleAssignments: [{ id: '18d14569', value: 'User', displayName: 'User' }],
}
const environment = { now: Date.parse('2026-01-05T09:00:00Z'), defaultDomain: 'contoso.com' }

test.each(expressionFunctions.map((one) => [one.name, one] as const))('the example of %s is true', (name, one) => {
  expect(one.example.expression).toContain(`${name}(`)
  expect(one.describes).toMatch(/^[A-Z].*\.$/)
  const value = evaluateText(one.example.expression, anna, environment)
  if (one.example.result !== undefined) expect(shown(value)).toBe(one.example.result)
  else expect(typeof value === 'string' || Object.hasOwn(Object(value), 'error')).toBe(true)
})

function shown(value: ReturnType<typeof evaluateText>): unknown {
  if (typeof value === 'string') return value
  if (!Array.isArray(value)) return value
  return textsOf(value)
    .map((text) => (text.startsWith('{') ? JSON.parse(text).value : text))
    .join(', ')
}
