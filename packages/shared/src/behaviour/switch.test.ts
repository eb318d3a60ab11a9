import { expect, test } from 'vitest'
import { defineSwitch, resolveSwitches } from './switch.ts'

const definitions = {
  memberRefNull: defineSwitch({
    id: 'memberRefNull',
    values: [false, true],
    default: false,
    grade: 'observed',
    source: 'a capture',
    describes: 'Whether members carry $ref: null.',
  }),
  parallelism: defineSwitch({
    id: 'parallelism',
    values: { min: 1, max: 64 },
    default: 1,
    grade: 'inferred',
    source: 'none',
    describes: 'Requests under way at once.',
  }),
}

test('without overrides every switch has its default', () => {
  expect(resolveSwitches(definitions)).toEqual({ memberRefNull: false, parallelism: 1 })
})

test('an override takes the place of the default', () => {
  expect(resolveSwitches(definitions, { memberRefNull: true, parallelism: 8 })).toEqual({
    memberRefNull: true,
    parallelism: 8,
  })
})

test.each([
  [{ memberRefNul: true }, 'There is no switch "memberRefNul". Known switches: memberRefNull, parallelism.'],
  [{ memberRefNull: 'yes' }, 'Switch "memberRefNull" cannot be "yes". Allowed: false, true.'],
  [{ parallelism: 65 }, 'Switch "parallelism" cannot be 65. Allowed: 1 to 64.'],
  [{ constructor: 1 }, 'There is no switch "constructor".'],
])('%j is refused with a message that names the way out', (overrides, message) => {
  expect(() => resolveSwitches(definitions, overrides)).toThrow(message)
})
